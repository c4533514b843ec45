/** A regular expression that a variable has to match. */
export interface Condition {
  readonly variable: string;
  readonly expression: RegExp;
}

const MATCHING = /\bregex\("((?:[^"\\]|\\.)*)",\s*var\.([\w-]+)\)/g;

/** What validations, preconditions and the like demand of variables, anywhere in a configuration. */
export function conditionsIn(value: unknown): Condition[] {
  if (typeof value === "string") {
    return [...value.matchAll(MATCHING)].flatMap(([, quoted = "", variable = ""]) => {
      const expression = toExpression(quoted);
      return expression ? [{ variable, expression }] : [];
    });
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(conditionsIn);
}

/** Classes that Terraform's expressions have and JavaScript's have not. https://github.com/google/re2/wiki/Syntax */
const CLASSES: Readonly<Record<string, string>> = {
  alnum: "A-Za-z0-9",
  alpha: "A-Za-z",
  digit: "0-9",
  lower: "a-z",
  space: "\\s",
  upper: "A-Z",
  word: "\\w",
  xdigit: "0-9A-Fa-f",
};

function toExpression(quoted: string): RegExp | undefined {
  try {
    const source = JSON.parse(`"${quoted}"`) as string;
    return new RegExp(source.replace(/\[:(\w+):\]/g, (whole, name: string) => CLASSES[name] ?? whole));
  } catch {
    return undefined; // such as (?i), which JavaScript does not know: Terraform judges it
  }
}
