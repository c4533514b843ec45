import { z } from "zod";
import { expectationOf, kindOf, opened, typeOf } from "./schema";

/** What a schema knows of a key. */
export interface Key {
  /** What a good value is. */
  readonly type: string;
  /** Whether it must be there. */
  readonly required: boolean;
  /** What stands where nothing is written. */
  readonly standard?: unknown;
  readonly example?: unknown;
}

/** A place in a configuration. */
export interface SchemaPlace {
  /** A key; `*` for any name, or any number in a list; `[k3s]` for what stands here if that is its kind. */
  readonly part: string;
  /** From the environment down: `regions.*.clusters.*[k3s].size`. */
  readonly path: string;
  /** Of a key. */
  readonly key?: Key;
  readonly below: readonly SchemaPlace[];
}

/** What may stand below a place whose value has a schema. */
export function placesBelow(schema: z.ZodType, path: string): readonly SchemaPlace[] {
  const { inner } = opened(schema);
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape as z.ZodRawShape).map(([part, value]) =>
      place(part, `${path}${path === "" ? "" : "."}${part}`, value as z.ZodType, keyOf(value as z.ZodType)),
    );
  }
  if (inner instanceof z.ZodRecord) return [place("*", `${path}.*`, inner.valueType as z.ZodType)];
  if (inner instanceof z.ZodArray) return [place("*", `${path}.*`, inner.element as z.ZodType)];
  if (!(inner instanceof z.ZodUnion)) return [];
  return (inner.options as z.ZodType[]).flatMap((option) => {
    const kind = kindOf(option);
    return kind === undefined ? placesBelow(option, path) : [place(`[${kind}]`, `${path}[${kind}]`, option)];
  });
}

const place = (part: string, path: string, schema: z.ZodType, key?: Key): SchemaPlace => ({
  part,
  path,
  below: placesBelow(schema, path),
  ...(key === undefined ? {} : { key }),
});

function keyOf(schema: z.ZodType): Key {
  const { inner, isOptional, standard } = opened(schema);
  const { example } = expectationOf(inner);
  return {
    type: typeOf(inner),
    required: !isOptional && standard === undefined,
    ...(standard === undefined ? {} : { standard }),
    ...(example === undefined ? {} : { example }),
  };
}
