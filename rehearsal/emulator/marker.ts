import { pem } from "./invent";

/**
 * A secret that can be found again in every file and output: a marker in the form of the value that it stands for, because
 * what reads a key or a URL wants one.
 */
export function withMarker(plausible: string, marker: string): string {
  const label = /^-----BEGIN ([A-Z ]+)-----/.exec(plausible)?.[1];
  if (label) return pem(label, "0".repeat(128)).replace(/\n[^-]{24}/, `\n${marker}`);
  const decoded = Buffer.from(plausible, "base64").toString();
  if (decoded.startsWith("-----BEGIN ")) return Buffer.from(withMarker(decoded, marker)).toString("base64");
  return /^https?:\/\//.test(plausible) ? `https://${marker}.example.com/${marker}` : marker;
}

/** Whether a text, perhaps in base64, is a certificate: it is public, even if its provider calls it sensitive. */
export const isCertificate = (text: string): boolean =>
  [text, Buffer.from(text, "base64").toString()].some((each) =>
    each.startsWith("-----BEGIN CERTIFICATE-----"),
  );

/**
 * A marker that meets the conditions which a configuration has on a variable. Where none of the usual forms does, it is
 * put behind what the conditions begin with, such as `ghp_`, and made longer. What meets nothing is left to Terraform,
 * which says so.
 */
export function meeting(conditions: readonly RegExp[], plausible: string, marker: string): string {
  const beginnings = ["", ...conditions.flatMap(({ source }) => /^\^([\w-]+)/.exec(source)?.[1] ?? [])];
  const candidates = [
    withMarker(plausible, marker),
    marker,
    `https://${marker}.example.com/${marker}`,
    withMarker(pem("OPENSSH PRIVATE KEY", "0".repeat(128)), marker),
    `${marker}@example.com`,
    `${marker}.example.com`,
    ...beginnings.flatMap((text) =>
      Array.from({ length: 256 }, (_, zeros) => text + marker + "0".repeat(zeros)),
    ),
  ];
  const found = candidates.find((text) => conditions.every((condition) => condition.test(text)));
  return found ?? (candidates[0] as string);
}
