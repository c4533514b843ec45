import ipaddr from "ipaddr.js";
import { z } from "zod";

/** Every refusal of a value says what was expected and shows a good one. */
export const expected = (what: string, example: unknown): { error: string } => ({
  error: `expected ${what}, such as ${JSON.stringify(example)}`,
});

/** A string of one form. */
export const text = (what: string, example: string, form: RegExp) =>
  z.string(expected(what, example)).regex(form, expected(what, example));

/** An integer within bounds, both inclusive. */
export const integer = (what: string, minimum: number, maximum: number, example: number) => {
  const message = expected(`${what}, a whole number from ${minimum} to ${maximum}`, example);
  return z.int(message).min(minimum, message).max(maximum, message);
};

export const choice = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.enum(values, { error: `expected one of ${values.map((value) => JSON.stringify(value)).join(", ")}` });

export const flag = () => z.boolean(expected("true or false", true));

const known = ([first, ...others]: readonly string[]): string =>
  others.length === 0
    ? `the only key here is ${first}`
    : `the keys here are ${[first, ...others].join(", ")}`;

/**
 * An object with exactly the keys of its shape; a key that is not one of them is refused, and the known ones are
 * listed.
 */
export const record = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `unknown key ${(issue.keys as string[]).map((key) => JSON.stringify(key)).join(", ")}; ${known(Object.keys(shape))}`
        : `expected an object with the keys ${Object.keys(shape).join(", ")}`,
  });

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

/** The name of an environment, a region, a cluster, a workload: part of names with limits in every cloud. */
export const name = (what: string, example: string, maximum = 12) =>
  text(
    `${what}: at most ${maximum} lower-case letters, digits and dashes, beginning with a letter`,
    example,
    new RegExp(`^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,${maximum - 1}}$`),
  );

const HOST = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** A DNS name of two labels or more, lower case. */
export const hostName = (what: string, example: string) => text(what, example, HOST);

const isCidr = (value: string): boolean => {
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(value)) return false;
  return ipaddr.IPv4.networkAddressFromCIDR(value).toString() === value.split("/")[0];
};

/** An IPv4 network in CIDR notation without host bits: `10.10.0.0/16`, not `10.10.0.1/16`. */
export const cidr = (what: string, example: string) =>
  z
    .string(expected(what, example))
    .refine(isCidr, expected(`${what} (an IPv4 CIDR without host bits)`, example));

/** An IPv4 address. */
export const address = (what: string, example: string) =>
  z
    .string(expected(what, example))
    .refine((value) => ipaddr.IPv4.isValidFourPartDecimal(value), expected(what, example));

const isUrl = (value: string, protocol: string): boolean =>
  URL.canParse(value) && new URL(value).protocol === protocol;

/** An absolute `https` URL. */
export const httpsUrl = (what: string, example: string) =>
  z
    .string(expected(what, example))
    .refine((value) => isUrl(value, "https:"), expected(`${what}, an https URL`, example));

/** A quantity of memory or storage as Kubernetes writes it: `256Mi`, `1Gi`. */
export const quantity = (what: string, example: string) =>
  text(`${what}, a Kubernetes quantity`, example, /^[1-9]\d*(?:Ki|Mi|Gi|Ti)$/);

/** CPU as Kubernetes writes it: `100m` (thousandths of a core) or `2`. */
export const cpu = (what: string, example: string) =>
  text(`${what}, a Kubernetes quantity`, example, /^[1-9]\d*m?$/);
