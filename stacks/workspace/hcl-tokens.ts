/** A character of HCL that is no part of a text: code, also within the `${...}` of a string. */
interface CodeCharacter {
  readonly index: number;
  readonly character: string;
  /** Begins or ends the expression in a string, rather than an object. */
  readonly isTemplate: boolean;
  /** How many strings and expressions it stands in; 0 outside of strings. */
  readonly depth: number;
}

/** Goes through strings, the expressions in them, which may hold strings in turn, and the braces in those. */
export function* codeOf(text: string): Generator<CodeCharacter> {
  const inside: ("string" | "expression" | "brace")[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    const where = inside.at(-1);
    if (where === "string") {
      const two = text.slice(index, index + 2);
      if (character === "\\") index += 1;
      else if (/^(\$\$|%%)$/.test(two) && text[index + 2] === "{") index += 2;
      else if (two === "${" || two === "%{") {
        inside.push("expression");
        index += 1;
        yield { index, character: "{", isTemplate: true, depth: inside.length };
      } else if (character === '"') inside.pop();
      continue;
    }
    const isTemplate = character === "}" && where === "expression";
    yield { index, character, isTemplate, depth: inside.length };
    if (character === '"') inside.push("string");
    else if (character === "{" && where !== undefined) inside.push("brace");
    else if (character === "}" && where !== undefined) inside.pop();
  }
}

/** Opened brackets outside of strings, less those that are closed. */
export function bracketsIn(text: string): number {
  let brackets = 0;
  for (const { character, depth } of codeOf(text)) {
    if (depth > 0) continue;
    if ("{[(".includes(character)) brackets += 1;
    if ("}])".includes(character)) brackets -= 1;
  }
  return brackets;
}

/** Where the equals sign stands that assigns; -1 where there is none. */
export function assignmentIn(text: string): number {
  for (const { index, character, depth } of codeOf(text)) {
    if (depth > 0 || "{[(".includes(character)) return -1;
    if (character === "=") return "=>".includes(text[index + 1] ?? " ") ? -1 : index;
  }
  return -1;
}

/** `"${x}"` as `x`; what holds more than one expression as it is. */
export function unwrapped(text: string): string {
  if (!text.startsWith('"${')) return text;
  for (const { index, isTemplate, depth } of codeOf(text)) {
    if (isTemplate && depth === 2 && index > 2) {
      return index === text.length - 2 ? text.slice(3, -2).trim() : text;
    }
  }
  return text;
}

/** Objects in a line with a space on the inner sides of their braces. */
export function spaced(text: string): string {
  let [result, end] = ["", 0];
  for (const { index, character, isTemplate } of codeOf(text)) {
    const [before, after] = [text[index - 1] ?? " ", text[index + 1] ?? " "];
    if (character === "{" && !isTemplate && !" }".includes(after)) {
      result += `${text.slice(end, index + 1)} `;
      end = index + 1;
    }
    if (character === "}" && !isTemplate && !" {".includes(before)) {
      result += `${text.slice(end, index)} `;
      end = index;
    }
  }
  return result + text.slice(end);
}
