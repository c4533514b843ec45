import { HEREDOC, quotedInHcl, templateInHcl } from "./template";

/** What stands between the braces of a block. */
export interface Body {
  /** Expressions by name, each as HCL that begins at the margin. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
}

/** Blocks as a file that `terraform fmt` leaves as it is. */
export const fileOf = (blocks: readonly Block[]): string =>
  blocks.map((block) => written(block, 0)).join("\n");

function written({ type, labels, body }: Block, depth: number): string {
  const head = [type, ...labels.map((label) => JSON.stringify(label)), "{"].join(" ");
  const attributes = assignments(Object.entries(body.attributes), depth + 1);
  const parts = [
    ...(attributes === "" ? [] : [attributes]),
    ...body.blocks.map((block) => written(block, depth + 1)),
  ];
  const margin = indent(depth);
  return parts.length === 0
    ? `${margin}${head}\n${margin}}\n`
    : `${margin}${head}\n${parts.join("\n")}${margin}}\n`;
}

/** A value of the JSON syntax as an expression. */
export function expression(value: unknown): string {
  if (typeof value === "string") return templateInHcl(value);
  if (Array.isArray(value)) return list(value.map(expression));
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([key, child]) => [keyOf(key), expression(child)] as const);
  return entries.length === 0 ? "{}" : `{\n${assignments(entries, 1)}}`;
}

/** `for` would begin something else. */
const keyOf = (key: string): string =>
  /^(?!for$)[A-Za-z_][A-Za-z0-9_-]*$/.test(key) ? key : quotedInHcl(key);

/** Expressions in brackets, one a line. */
export const list = (items: readonly string[]): string =>
  items.length === 0
    ? "[]"
    : `[\n${items.map((item) => `${indented(item, 1)}${item.startsWith("<<") ? `\n${indent(1)}` : ""},\n`).join("")}]`;

/** Lines of `name = expression`; those of neighbours that take one line stand in columns, as `terraform fmt` has them. */
function assignments(entries: readonly (readonly [string, string])[], depth: number): string {
  return neighbourhoods(entries)
    .flatMap((neighbours) => {
      const width = Math.max(...neighbours.map(([name]) => name.length));
      return neighbours.map(
        ([name, text]) => `${indent(depth)}${name.padEnd(width)} = ${below(text, depth)}\n`,
      );
    })
    .join("");
}

/** Expressions of one line that follow each other; any other stands alone. A heredoc counts by its first line. */
function neighbourhoods(entries: readonly (readonly [string, string])[]) {
  const groups: (readonly [string, string])[][] = [];
  let isOpen = false;
  for (const entry of entries) {
    const [, text] = entry;
    const isOneLine = !text.includes("\n");
    const joins = isOneLine || text.startsWith("<<");
    if (isOpen && joins) groups.at(-1)?.push(entry);
    else groups.push([entry]);
    isOpen = isOneLine;
  }
  return groups;
}

const indent = (depth: number): string => "  ".repeat(depth);

const indented = (text: string, depth: number): string => `${indent(depth)}${below(text, depth)}`;

/** An expression's lines after its first one, indented; what a heredoc holds stays as it is. */
function below(text: string, depth: number): string {
  let inHeredoc = false;
  return text
    .split("\n")
    .map((line, index) => {
      const isRaw = inHeredoc;
      inHeredoc = inHeredoc ? line !== HEREDOC : line.endsWith(`<<${HEREDOC}`);
      return index === 0 || isRaw ? line : `${indent(depth)}${line}`;
    })
    .join("\n");
}
