import { z } from "zod";
import { expected } from "./text";

const known = ([first, ...others]: readonly string[]): string =>
  others.length === 0
    ? `the only key here is ${first}`
    : `the keys here are ${[first, ...others].join(", ")}`;

/**
 * An object with exactly the keys of its shape; a key that is not one of them is refused, and the known ones are
 * listed.
 *
 * @param secrets - keys that a reader may look for here, and the Terraform variables that hold their values instead
 */
export const record = <Shape extends z.ZodRawShape>(
  shape: Shape,
  secrets: Readonly<Record<string, string>> = {},
) =>
  z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== "unrecognized_keys") {
        return `expected an object with the keys ${Object.keys(shape).join(", ")}`;
      }
      const keys = issue.keys as string[];
      const secret = keys.find((key) => Object.hasOwn(secrets, key));
      const hint =
        secret === undefined ? "" : `; ${secret} is a secret: it is the variable ${secrets[secret]}`;
      return `unknown key ${keys.map((key) => JSON.stringify(key)).join(", ")}; ${known(Object.keys(shape))}${hint}`;
    },
  });

/**
 * Values by names that a person chooses.
 *
 * @param what - what they are together, with an example
 */
export const byName = <Key extends z.core.$ZodRecordKey, Value extends z.ZodType>(
  what: string,
  example: object,
  key: Key,
  value: Value,
) => z.record(key, value, expected(`${what} by name`, example));

/** A list with an entry at least. */
export const someOf = <Value extends z.ZodType>(what: string, example: readonly unknown[], value: Value) =>
  z
    .array(value, expected(`a list of ${what}`, example))
    .min(1, expected(`a list of ${what} with one at least`, example));

/** The schema of an object whose `kind` says which of several it is, and of some other keys. */
export type Kind<Keys extends z.ZodRawShape = z.ZodRawShape> = z.ZodObject<
  { readonly kind: z.ZodLiteral<string> } & Keys
>;

/** `"a"`, `"a" or "b"`, `"a", "b" or "c"`. */
export const anyOf = (names: readonly string[]): string => {
  const quoted = names.map((each) => JSON.stringify(each));
  return quoted.length < 2 ? quoted.join() : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
};

/**
 * One of several kinds of a part.
 *
 * @param what - names the part in the message that lists its kinds
 */
export const oneKindOf = <Schema extends Kind>(what: string, schemas: readonly Schema[]) =>
  z.discriminatedUnion("kind", schemas as readonly [Schema, ...Schema[]], {
    error: `expected ${what} with kind ${anyOf(schemas.map(({ shape }) => shape.kind.value))}`,
  });
