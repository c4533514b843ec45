import pc from "picocolors";
import { WIDTH } from "../fold";
import { type Entry, saysKind } from "./entries";

/** A place in a terminal: what it means, what may stand there, and what is below it. */
export function textOf(entry: Entry): string {
  const facts = [
    ["type", entry.type],
    ["default", entry.default ?? (entry.required ? "none: it must be there" : undefined)],
    ["example", entry.example === undefined ? undefined : JSON.stringify(entry.example)],
  ] as const;
  return [
    pc.bold(titleOf(entry)),
    ...wrapped(entry.meaning, 2),
    ...facts.flatMap(([name, value]) => (value === undefined ? [] : factOf(name, value))),
    ...tree(entry, 2),
  ].join("\n");
}

/** `regions.<name>.clusters.<name>`; numbers of a list are `[0]`. */
export const titleOf = ({ path }: Entry): string => path.replaceAll(".*", ".<name>") || "an environment";

const factOf = (name: string, value: string): readonly string[] => {
  const [first = "", ...others] = wrapped(value, 12);
  return [`  ${pc.dim(name.padEnd(10))}${first.trimStart()}`, ...others];
};

/** The keys below, each with the first sentence of what it means. */
function tree({ below }: Entry, indentation: number): readonly string[] {
  const width = Math.max(0, ...below.map(({ part }) => part.length));
  return below.flatMap((entry) => {
    if (entry.part === "*") return tree(entry, indentation);
    if (saysKind(entry)) return [];
    const isKind = entry.part.startsWith("[");
    const name = isKind ? `kind ${entry.part.slice(1, -1)}` : entry.part.padEnd(width);
    const [first = "", ...others] = wrapped(firstSentence(entry.meaning), indentation + name.length + 2);
    const line = `${" ".repeat(indentation)}${pc.cyan(name)}  ${first.trimStart()}`.trimEnd();
    return [line, ...others, ...(isKind ? tree(entry, indentation + 2) : [])];
  });
}

/** Up to a full stop before a capital letter: not that of "K3s' file. e.g.". */
const firstSentence = (text: string): string => text.match(/^.*?[.:](?= [A-Z`]|$)/)?.[0] ?? text;

const wrapped = (text: string, indentation: number): readonly string[] =>
  lines(
    text.split(" ").filter((word) => word !== ""),
    WIDTH - indentation,
  ).map((line) => " ".repeat(indentation) + line);

function lines(words: readonly string[], width: number): readonly string[] {
  const result: string[] = [];
  for (const word of words) {
    const last = result.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      result[result.length - 1] = `${last} ${word}`;
    else result.push(word);
  }
  return result;
}
