import { Fn, Token, Tokenization } from "cdktf";
import { stringify } from "yaml";
import { literal } from "../literal";

/**
 * Writes a value as YAML for Terraform. A string that holds a Terraform expression becomes `${jsonencode(...)}`, since
 * its value may have several lines or quotes; everything else is kept from interpolation.
 */
export const terraformYaml = (value: unknown): string => withExpressions(value, (value) => toYaml(value));

/** Writes values as the documents of one YAML text, which itself is the value of a key. */
export const terraformYamlDocuments = (key: string, documents: readonly unknown[]): string =>
  withExpressions(documents, (values) =>
    toYaml({ [key]: (values as unknown[]).map((value) => toYaml(value)).join("---\n") }),
  );

/**
 * What the library writes, without its tree of nodes: that takes most of its time. Keys and scalars are the library's, and
 * each is written once, since most of every cluster's objects is the same.
 */
function toYaml(value: unknown, depth = 0): string {
  const indent = "  ".repeat(depth);
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]\n";
    return value.map((item) => `- ${toYaml(item ?? null, depth + 1)}`).join(indent);
  }
  if (typeof value !== "object" || value === null) return scalar(value, depth);
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  if (entries.length === 0) return "{}\n";
  return entries.map(([name, child]) => `${key(name)}${below(child, depth + 1)}`).join(indent);
}

/** What follows a key: a collection that is not empty has lines of its own. */
function below(value: unknown, depth: number): string {
  const text = toYaml(value, depth);
  const hasLines = typeof value === "object" && value !== null && text !== "[]\n" && text !== "{}\n";
  return hasLines ? `\n${"  ".repeat(depth)}${text}` : ` ${text}`;
}

const OPTIONS = { lineWidth: 0, blockQuote: "literal" } as const;

const key = once((name: string) => stringify({ [name]: 0 }, OPTIONS).replace(/ 0\n$/, ""));

const scalar = (value: unknown, depth: number): string => scalarAt(depth)(value);

/** Lines of a text are indented as deep as the text is; lists bring it there. */
const scalarAt = once((depth: number) =>
  once((value: unknown) => {
    let nested = value;
    for (let level = 0; level < depth; level += 1) nested = [nested];
    return stringify(nested, OPTIONS).slice(2 * depth);
  }),
);

function once<Argument, Result>(make: (argument: Argument) => Result): (argument: Argument) => Result {
  const made = new Map<Argument, Result>();
  return (argument) => {
    if (!made.has(argument)) made.set(argument, make(argument));
    return made.get(argument) as Result;
  };
}

function withExpressions(value: unknown, render: (value: unknown) => string): string {
  const expressions: string[] = [];
  const text = render(replaceTokens(value, (token) => `__EXPRESSION_${expressions.push(token) - 1}__`));
  return literal(text).replace(/__EXPRESSION_(\d+)__/g, (_, index) =>
    Fn.jsonencode(expressions[Number(index)]),
  );
}

/** A value with its tokens replaced; what holds none is not copied. */
function replaceTokens(value: unknown, replace: (token: string) => string): unknown {
  if (typeof value === "string") return Token.isUnresolved(value) ? replace(value) : value;
  if (typeof value === "number" && Token.isUnresolved(value)) {
    throw new Error("a Terraform number cannot be written into YAML; expected Token.asString of it");
  }
  if (Array.isArray(value)) {
    if (Tokenization.isResolvable(value) || Token.isUnresolved(value)) {
      throw new Error("a Terraform list cannot be written into YAML; expected a list of strings");
    }
    const items = value.map((item) => replaceTokens(item, replace));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    const replaced = entries.map(([key, child]) => [key, replaceTokens(child, replace)] as const);
    return replaced.every(([, child], index) => child === entries[index]?.[1])
      ? value
      : Object.fromEntries(replaced);
  }
  return value;
}
