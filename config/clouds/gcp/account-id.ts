import { createHash } from "node:crypto";

/** A service account's name has so many characters at most (https://cloud.google.com/iam/docs/service-accounts-create). */
const LONGEST = 30;

/** The name of a service account, of parts that people chose; what does not fit is a checksum. */
export function accountId(...parts: readonly string[]): string {
  const whole = parts.join("-");
  if (whole.length <= LONGEST) return whole;
  const checksum = createHash("sha256").update(whole).digest("hex").slice(0, 8);
  return `${whole.slice(0, LONGEST - checksum.length - 1).replace(/-+$/, "")}-${checksum}`;
}
