import { type Entry, saysKind } from "./entries";

/** The page of all keys. */
export const PAGE = "docs/configuration.md";

const HEAD = `# Configuration: every key

Written by \`npm run explain -- --write\` from the schema in \`config/schema/\`. \`npm run explain -- regions.eu.clusters\` prints a part of
it, and editors show the same texts while you write. \`<name>\` stands for a name that you choose, or for a number in a list.
`;

/** Every key as Markdown: a section for each key of an environment, and a row for each key below. */
export const pageOf = (environment: Entry): string => [HEAD, ...environment.below.map(section)].join("\n");

const section = (entry: Entry): string =>
  [
    `## \`${entry.part}\``,
    "",
    ...facts(entry),
    ...(entry.below.length === 0
      ? []
      : [
          "| key | what it means | type | default |",
          "|---|---|---|---|",
          ...entry.below.flatMap((below) => rows(below, "")),
          "",
        ]),
  ].join("\n");

function facts({ meaning, type, required, default: standard, example }: Entry): readonly string[] {
  const must = required ? ["It must be there."] : [];
  const more = [
    `Type: ${type}.`,
    ...(standard === undefined ? must : [`Default: ${code(standard)}.`]),
    ...(example === undefined ? [] : [`Example: \`${JSON.stringify(example)}\`.`]),
  ];
  return [meaning, "", more.join(" "), ""];
}

function rows(entry: Entry, above: string): readonly string[] {
  const name = `${above}${separator(above, entry.part)}${entry.part.replace("*", "<name>")}`;
  const below = entry.below.flatMap((each) => rows(each, name));
  if (entry.part === "*") return below;
  if (saysKind(entry)) return [];
  if (entry.part.startsWith("[")) return [`| **\`${name}\`** | of this kind | | |`, ...below];
  const { meaning, type = "", default: standard, required, example } = entry;
  const shown = example === undefined ? type : `${type}, such as \`${JSON.stringify(example)}\``;
  const value = standard === undefined ? (required ? "must be there" : "") : code(standard);
  return [`| \`${name}\` | ${cell(meaning)} | ${cell(shown)} | ${cell(value)} |`, ...below];
}

const separator = (above: string, part: string): string => (above === "" || part.startsWith("[") ? "" : ".");

/** A value as code; words as they are. */
const code = (standard: string): string =>
  /^(["{[]|true$|false$|-?\d)/.test(standard) ? `\`${standard}\`` : standard;

const cell = (text: string): string => text.replaceAll("|", "\\|");
