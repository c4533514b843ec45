import { z } from "zod";
import { DISCRIMINANTS } from "../../config/merge";

interface Opened {
  readonly inner: z.ZodType;
  readonly isOptional: boolean;
  readonly standard?: unknown;
}

/** What a schema is about, without what says that it may be left out, and without what is made of it afterwards. */
export function opened(schema: z.ZodType): Opened {
  if (schema instanceof z.ZodOptional) return { ...opened(schema.unwrap() as z.ZodType), isOptional: true };
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return { ...opened(schema.unwrap() as z.ZodType), standard: schema.def.defaultValue };
  }
  if (schema instanceof z.ZodPipe) return opened(schema.in as z.ZodType);
  return { inner: schema, isOptional: false };
}

/** What a good value is, in words. */
export function typeOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodObject) return "an object";
  if (schema instanceof z.ZodBoolean) return "true or false";
  if (schema instanceof z.ZodEnum) return anyOf(schema.options);
  if (schema instanceof z.ZodLiteral) return anyOf([...schema.values]);
  if (schema instanceof z.ZodArray) return `a list: ${typeOf(opened(schema.element as z.ZodType).inner)}`;
  if (schema instanceof z.ZodRecord) {
    return `by name: ${typeOf(opened(schema.valueType as z.ZodType).inner)}`;
  }
  if (schema instanceof z.ZodUnion) return typeOfUnion(schema.options as z.ZodType[]);
  return expectationOf(schema).what;
}

function typeOfUnion(options: readonly z.ZodType[]): string {
  const kinds = options.flatMap((option) => kindOf(option) ?? []);
  return kinds.length === options.length
    ? `an object of kind ${anyOf(kinds)}`
    : options.map((option) => typeOf(opened(option).inner)).join(", or ");
}

const anyOf = (values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join(" or ");

/** What tells an option of a union from the others, such as its `kind`. */
export function kindOf(option: z.ZodType): string | undefined {
  const { inner } = opened(option);
  if (!(inner instanceof z.ZodObject)) return undefined;
  const shape = inner.shape as z.ZodRawShape;
  const literal = DISCRIMINANTS.map((key) => shape[key]).find((value) => value instanceof z.ZodLiteral);
  return literal instanceof z.ZodLiteral ? String([...literal.values][0]) : undefined;
}

/**
 * What a schema says of a value that is certainly wrong, which is what a user reads then: `expected an Azure location, such
 * as "westeurope"`.
 */
export function expectationOf(schema: z.ZodType): { readonly what: string; readonly example?: unknown } {
  const message = schema.safeParse(Symbol("none")).error?.issues[0]?.message ?? "";
  const [, what = message, example] = message.match(/^expected (.*?)(?:, such as (.*))?$/s) ?? [];
  if (example === undefined) return { what };
  try {
    return { what, example: JSON.parse(example) };
  } catch {
    return { what: `${what}, such as ${example}` };
  }
}
