import { parsed, text } from "./text";

const UNITS: Readonly<Record<string, number>> = { Ki: 1, Mi: 2, Gi: 3, Ti: 4 };

/** Bytes of a quantity; not a number where it is none. */
export const bytesOf = (quantity: string): number => {
  const [, count = "", unit = ""] = /^([1-9]\d*)(Ki|Mi|Gi|Ti)$/.exec(quantity) ?? [];
  return Number(count) * 1024 ** (UNITS[unit] ?? Number.NaN);
};

/** More than any machine has, and than a volume of any cloud holds. */
const MOST = "64Ti";

/**
 * A quantity of memory or storage as Kubernetes writes it: `256Mi`, `1Gi`.
 *
 * @param least - below it, what gets the quantity does not start
 */
export const quantity = (what: string, example: string, least: string) =>
  parsed(`${what}, a Kubernetes quantity from ${least} to ${MOST}`, example, (value) => {
    const bytes = bytesOf(value);
    return bytes >= bytesOf(least) && bytes <= bytesOf(MOST) ? undefined : "";
  });

/** CPU as Kubernetes writes it: `100m` (thousandths of a core) or `2`; a thousand cores at most. */
export const cpu = (what: string, example: string) =>
  text(`${what}, a Kubernetes quantity`, example, /^(?:[1-9]\d{0,5}m|[1-9]\d{0,2})$/);
