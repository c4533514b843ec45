import { Fn, Token, Tokenization } from "cdktf";
import { literal } from "../literal";
import { quoted } from "./yaml-scalar";
import { yamlText } from "./yaml-text";

/**
 * Writes a value as YAML for Terraform. A string that holds a Terraform expression becomes `${jsonencode(...)}`, since
 * its value may have several lines or quotes; everything else is kept from interpolation.
 */
export const terraformYaml = (value: unknown): string => withExpressions(value, (value) => yamlText(value));

/** Writes values as the documents of one YAML text, which itself is the value of a key. */
export const terraformYamlDocuments = (key: string, documents: readonly unknown[]): string =>
  withExpressions(documents, (values) =>
    yamlText({ [key]: (values as unknown[]).map((value) => yamlText(value)).join("---\n") }),
  );

function withExpressions(value: unknown, render: (value: unknown) => string): string {
  const texts: string[] = [];
  const marked = replaceTexts(value, (text) =>
    EXPRESSION.test(text) || MARK.test(text) ? `__EXPRESSION_${texts.push(text) - 1}__` : text,
  );
  return literal(render(marked)).replace(new RegExp(MARK, "g"), (_, index) => {
    const text = texts[Number(index)] as string;
    return Token.isUnresolved(text) ? encoded(text) : literal(quoted(text));
  });
}

/** A text that holds expressions, as JSON; cdktf quotes what is between them, and escapes nothing but `${` in it. */
const encoded = (text: string): string =>
  Fn.jsonencode(
    text
      .split(EXPRESSION)
      .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
      .join(""),
  );

/** An expression, as cdktf writes it into a text. */
const EXPRESSION = /(\$\{TfToken\[[^\]]*\]\})/;

/** As HCL reads it between quotes: https://github.com/hashicorp/hcl/blob/v2.24.0/hclsyntax/spec.md#template-expressions */
const escaped = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\(?:\\|[bf])/g, (written) => ESCAPES[written] ?? written)
    .replace(/[$%](?=\{|$)/g, (sigil) => (sigil === "$" ? "\\u0024" : "\\u0025"));

/** JSON's that HCL does not know. */
const ESCAPES: Readonly<Record<string, string>> = { "\\b": "\\u0008", "\\f": "\\u000c" };

/** Stands for a text that is put there last: one that holds an expression, or looks like this itself. */
const MARK = /__EXPRESSION_(\d+)__/;

/** A value with its texts replaced; what stays the same is not copied. */
function replaceTexts(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === "string") return replace(value);
  if (typeof value === "number" && Token.isUnresolved(value)) {
    throw new Error("a Terraform number cannot be written into YAML; expected Token.asString of it");
  }
  if (Array.isArray(value)) {
    if (Tokenization.isResolvable(value) || Token.isUnresolved(value)) {
      throw new Error("a Terraform list cannot be written into YAML; expected a list of strings");
    }
    const items = value.map((item) => replaceTexts(item, replace));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    const replaced = entries.map(([key, child]) => [replace(key), replaceTexts(child, replace)] as const);
    return replaced.every(
      ([key, child], index) => key === entries[index]?.[0] && child === entries[index]?.[1],
    )
      ? value
      : Object.fromEntries(replaced);
  }
  return value;
}
