import { Fn, Token, Tokenization } from "cdktf";
import { stringify } from "yaml";
import { literal } from "../literal";

/**
 * Writes a value as YAML for Terraform. A string that holds a Terraform expression becomes `${jsonencode(...)}`, since
 * its value may have several lines or quotes; everything else is kept from interpolation.
 */
export const terraformYaml = (value: unknown): string => withExpressions(value, toYaml);

/** Writes values as the documents of one YAML text, which itself is the value of a key. */
export const terraformYamlDocuments = (key: string, documents: readonly unknown[]): string =>
  withExpressions(documents, (values) => toYaml({ [key]: (values as unknown[]).map(toYaml).join("---\n") }));

const written = new Map<string, string>();

/** Most objects are the same in every cluster, and writing YAML is slow: what is equal is written once. */
function toYaml(value: unknown): string {
  const key = JSON.stringify(value);
  const text =
    written.get(key) ??
    stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, blockQuote: "literal" });
  written.set(key, text);
  return text;
}

function withExpressions(value: unknown, render: (value: unknown) => string): string {
  const expressions: string[] = [];
  const text = render(replaceTokens(value, (token) => `__EXPRESSION_${expressions.push(token) - 1}__`));
  return literal(text).replace(/__EXPRESSION_(\d+)__/g, (_, index) =>
    Fn.jsonencode(expressions[Number(index)]),
  );
}

function replaceTokens(value: unknown, replace: (token: string) => string): unknown {
  if (typeof value === "string") return Token.isUnresolved(value) ? replace(value) : value;
  if (typeof value === "number" && Token.isUnresolved(value)) {
    throw new Error("a Terraform number cannot be written into YAML; expected Token.asString of it");
  }
  if (Array.isArray(value)) {
    if (Tokenization.isResolvable(value) || Token.isUnresolved(value)) {
      throw new Error("a Terraform list cannot be written into YAML; expected a list of strings");
    }
    return value.map((item) => replaceTokens(item, replace));
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, replaceTokens(child, replace)]),
    );
  }
  return value;
}
