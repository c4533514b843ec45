/*
 * Terraform's JSON syntax has templates in its strings, and so has HCL; but where JSON knows no escapes besides `$${` and
 * `%%{`, HCL escapes what stands between interpolations as well:
 * https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
 */

/** The expression in HCL for a string of the JSON syntax. */
export function templateInHcl(text: string): string {
  const parts = partsOf(text);
  const [only] = parts;
  if (parts.length === 1 && only?.isSequence && only.text.startsWith("${") && !only.text.includes("\n")) {
    return spaced(only.text.slice(2, -1).trim());
  }
  return isHeredoc(text) ? `<<${HEREDOC}\n${text}${HEREDOC}` : quoted(parts);
}

/** A template in quotes, also where it is one reference: keys of objects have to be. */
export const quotedInHcl = (text: string): string => quoted(partsOf(text));

const quoted = (parts: readonly Part[]): string =>
  `"${parts.map((part) => (part.isSequence ? sequence(part.text) : escaped(part.text))).join("")}"`;

const sequence = (text: string): string =>
  text.startsWith("${") ? `\${${spaced(text.slice(2, -1).trim())}}` : text;

/** Stands before and after a text of whole lines. */
export const HEREDOC = "EOT";

/** Whole lines are more readable as they are; nothing is escaped in them. */
const isHeredoc = (text: string): boolean =>
  text.endsWith("\n") && !/[^\P{Cc}\t\n]/u.test(text) && !new RegExp(`^\\s*${HEREDOC}$`, "m").test(text);

/** https://github.com/hashicorp/hcl/blob/v2.23.0/hclsyntax/spec.md#template-expressions */
const escaped = (text: string): string =>
  text.replace(
    /["\\\p{Cc}]/gu,
    (character) => ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

interface Part {
  readonly text: string;
  /** Whether it is an interpolation or a directive. */
  readonly isSequence: boolean;
}

/** The interpolations and directives of a template, and what stands between them. */
function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    if (isEscape(text, at)) at += 3;
    else if (!isSequence(text, at)) at += 1;
    else {
      const end = endOfSequence(text, at + 2);
      if (at > from) parts.push({ text: text.slice(from, at), isSequence: false });
      parts.push({ text: text.slice(at, end), isSequence: true });
      from = at = end;
    }
  }
  if (from < text.length) parts.push({ text: text.slice(from), isSequence: false });
  return parts;
}

/** An expression with the spaces within braces that `terraform fmt` wants; strings stay as they are. */
function spaced(expression: string): string {
  let text = "";
  for (let at = 0; at < expression.length; ) {
    const end = expression[at] === '"' ? endOfString(expression, at + 1) : at + 1;
    const part = expression.slice(at, end);
    if (part === "}" && !/[{\s]$/.test(text)) text += " ";
    text += part;
    if (part === "{" && !/[}\s]/.test(expression[end] ?? "")) text += " ";
    at = end;
  }
  return text;
}

const isEscape = (text: string, at: number): boolean =>
  text.startsWith("$${", at) || text.startsWith("%%{", at);
const isSequence = (text: string, at: number): boolean =>
  text.startsWith("${", at) || text.startsWith("%{", at);

/** Where a sequence ends whose content begins here; strings in it have templates of their own. */
function endOfSequence(text: string, from: number): number {
  let depth = 1;
  let at = from;
  while (at < text.length) {
    const character = text[at];
    at = character === '"' ? endOfString(text, at + 1) : at + 1;
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    if (depth === 0) break;
  }
  return at;
}

function endOfString(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === "\\") at += 2;
    else if (isEscape(text, at)) at += 3;
    else if (isSequence(text, at)) at = endOfSequence(text, at + 2);
    else at += 1;
  }
  return at + 1;
}
