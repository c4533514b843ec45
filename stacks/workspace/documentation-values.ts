import type { Placeholder } from "../../config/documentation";

/** The variable's name; a rehearsal sets it to `accept`. */
export const DOCUMENTATION_VALUES = "documentation_values";

/**
 * A variable that keeps a workspace from being planned while what it would make rests on values that only show what a good
 * one looks like. `terraform validate` passes. A variable's validation, because Terraform refuses a constant precondition.
 *
 * @param wanted - what must be replaced, each with how; a sentence part
 */
export const refusal = (wanted: readonly string[]) => ({
  type: "string",
  default: "refuse",
  description: 'Whether values of the documentation may be planned: "refuse", or "accept" in a rehearsal',
  validation: [
    {
      condition: `\${var.${DOCUMENTATION_VALUES} == "accept"}`,
      error_message: `values of the documentation are still in use: ${wanted.join("; ")}.`,
    },
  ],
});

/**
 * The placeholders whose values are in a text. What is part of a longer one, such as an account's number in a role's name,
 * does not count.
 */
export function placeholdersOf(text: string, placeholders: readonly Placeholder[]): readonly Placeholder[] {
  const found = new Set<string>();
  let rest = text + decodedIn(text);
  for (const { value } of [...placeholders].sort((one, other) => other.value.length - one.value.length)) {
    const traces = [value, value.replace(/\/32$/, "")]; // Azure's storage wants one address without its mask
    for (const trace of traces) {
      if (!rest.includes(trace)) continue;
      found.add(value);
      rest = rest.replaceAll(trace, "\0");
    }
  }
  return placeholders.filter(({ value }) => found.has(value));
}

/** What lies in a text as base64, as scripts of machines do. */
const decodedIn = (text: string): string =>
  (text.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? [])
    .filter(({ length }) => length % 4 === 0) // as base64 is, and most words and paths are not
    .map((encoded) => Buffer.from(encoded, "base64").toString("latin1"))
    .join("\n");
