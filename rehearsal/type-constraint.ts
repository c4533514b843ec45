/**
 * A value of a variable's type, as small as it may be: https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 *
 * @param text - stands for every text
 */
export function exampleOf(type: string, text: string): unknown {
  const [, name, inner = ""] = /^\s*(\w+)(?:\(([\s\S]*)\))?\s*$/.exec(type) ?? [];
  switch (name) {
    case "number":
      return 1;
    case "bool":
      return false;
    case "list":
    case "set":
      return [exampleOf(inner, text)];
    case "map":
      return {};
    case "tuple":
      return partsOf(within(inner)).map((part) => exampleOf(part, text));
    case "object":
      return Object.fromEntries(
        partsOf(within(inner)).flatMap((part) => {
          const [, attribute = "", each = ""] = /^\s*"?([\w-]+)"?\s*=\s*([\s\S]*)$/.exec(part) ?? [];
          return each.startsWith("optional(") ? [] : [[attribute, exampleOf(each, text)]];
        }),
      );
    default:
      return text;
  }
}

/** What stands between the brackets or braces. */
const within = (text: string): string => text.trim().slice(1, -1);

/** What commas or lines tell apart, outside of brackets and braces. */
function partsOf(text: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    if (depth === 0 && /[,\n]/.test(character)) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.filter((part) => part.trim() !== "");
}
