import { isDeepStrictEqual } from "node:util";
import { parseAllDocuments } from "yaml";

/** Line ends to YAML 1.1 alone, and what it does not take at all: https://yaml.org/spec/1.1/#id868518 and #id871136. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;

/** Objects that a chart prints as they stand in its values. */
const MANIFEST = /^apiVersion: [\s\S]*^kind: |^kind: [\s\S]*^apiVersion: /m;

/**
 * Whether a text is YAML, and the same to readers of version 1.1 and 1.2: Helm and the API server read 1.1, where `no` is
 * no text. So are the manifests that stand in it.
 */
export function isYaml(text: string): boolean {
  const judged = JUDGED.get(text);
  if (judged !== undefined) return judged;
  const [oldest] = JUDGED.keys();
  if (oldest !== undefined && JUDGED.size >= MOST) JUDGED.delete(oldest);
  const verdict = isTheSame(text);
  JUDGED.set(text, verdict);
  return verdict;
}

/** Terraform asks of the same text at every step. */
const JUDGED = new Map<string, boolean>();
const MOST = 64;

function isTheSame(text: string): boolean {
  const [old, current] = [read(text, "1.1"), read(text, "1.2")];
  return current !== undefined && !UNPRINTABLE.test(text) && isDeepStrictEqual(old, current)
    ? manifestsIn(current).every(isYaml)
    : false;
}

function read(text: string, version: "1.1" | "1.2"): readonly unknown[] | undefined {
  const documents = [...parseAllDocuments(text, { version })];
  return documents.some(({ errors }) => errors.length > 0)
    ? undefined
    : documents.map((document) => document.toJS());
}

function manifestsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return MANIFEST.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(manifestsIn) : [];
}
