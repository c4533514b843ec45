import { stringify } from "yaml";
import { isMisread, quoted } from "./yaml-scalar";

/**
 * Writes a value as YAML that readers of 1.1 (Kubernetes, Helm, Flux) and of 1.2 read alike.
 *
 * The text is the library's, without its tree of nodes: that takes most of its time. Keys and scalars are each written
 * once, since most of every cluster's objects is the same.
 */
export function yamlText(value: unknown, depth = 0): string {
  const indent = "  ".repeat(depth);
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]\n";
    return value.map((item) => `- ${yamlText(item ?? null, depth + 1)}`).join(indent);
  }
  if (typeof value !== "object" || value === null) return scalar(value, depth);
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  if (entries.length === 0) return "{}\n";
  return entries.map(([name, child]) => `${key(name, indent)}${below(child, depth + 1)}`).join(indent);
}

/** What follows a key: a collection that is not empty has lines of its own. */
function below(value: unknown, depth: number): string {
  const text = yamlText(value, depth);
  const hasLines = typeof value === "object" && value !== null && text !== "[]\n" && text !== "{}\n";
  return hasLines ? `\n${"  ".repeat(depth)}${text}` : ` ${text}`;
}

/** `compat` quotes what the types of YAML 1.1 would take for their own: `yes`, `1_000`, `12:30`, `2024-01-01`. */
const OPTIONS = { lineWidth: 0, blockQuote: "literal", compat: "yaml-1.1" } as const;

/** A key has a line of its own where no reader would look for the colon that far: https://yaml.org/spec/1.1/#id865198. */
const key = (name: string, indent: string): string =>
  name.length > LONGEST_KEY ? `? ${quoted(name)}\n${indent}:` : shortKey(name);

const LONGEST_KEY = 160; // of the 1024 characters that it may have, since each is six where it is escaped

const shortKey = once((name: string) => {
  if (isPlain(name)) return `${name}:`;
  return isMisread(name) ? `${quoted(name)}:` : stringify({ [name]: 0 }, OPTIONS).replace(/ 0\n$/, "");
});

const scalar = (value: unknown, depth: number): string => scalarAt(depth)(value);

/** Lines of a text are indented as deep as the text is; lists bring it there. */
const scalarAt = once((depth: number) =>
  once((value: unknown) => {
    if (typeof value === "string" && isPlain(value)) return `${value}\n`;
    if (typeof value === "string" && isMisread(value)) return `${quoted(value)}\n`;
    let nested = value;
    for (let level = 0; level < depth; level += 1) nested = [nested];
    const text = stringify(nested, OPTIONS).slice(2 * depth);
    return typeof value === "number" ? text.replace(/^(-?\d+)e/, "$1.0e") : text; // YAML 1.1 knows no 1e+21
  }),
);

/** A word that every reader takes for a text: it begins with a letter, and is longer than all that stand for something else. */
const isPlain = (text: string): boolean => /^[A-Za-z][\w./-]{5,}$/.test(text);

function once<Argument, Result>(make: (argument: Argument) => Result): (argument: Argument) => Result {
  const made = new Map<Argument, Result>();
  return (argument) => {
    if (!made.has(argument)) made.set(argument, make(argument));
    return made.get(argument) as Result;
  };
}
