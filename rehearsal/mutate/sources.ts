import fs from "node:fs";
import path from "node:path";
import ts from "typescript";
import { pick, shuffled } from "./random";
import { misspelt, otherCase, shiftedNetwork } from "./words";

/** One mistake in one source file of the project. */
export interface SourceMutant {
  readonly operator: string;
  /** Relative to the project. */
  readonly file: string;
  readonly line: number;
  readonly was: string;
  readonly is: string;
  readonly from: number;
  readonly to: number;
}

/** Rooms in which mistakes are planted. */
const ROOMS = ["config/environments", "constructs", "stacks"];

/** Text that only people read, and names of things that they choose for themselves. */
const PROSE = /^(description|says|message|summary|detail|expected|error|title|runbook|comment|id)$/;

/** Mistakes in the sources, one or more for each place that could hold one, in an order that depends on the seed. */
export function sourceMutants(project: string, seed: string): SourceMutant[] {
  const files = ROOMS.flatMap((room) =>
    fs
      .readdirSync(path.join(project, room), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !/\.(user|overlay)\.|example/.test(file))
      .map((file) => path.join(room, file)),
  );
  const all = files
    .sort()
    .flatMap((file) => mutantsOf(file, fs.readFileSync(path.join(project, file), "utf8"), seed));
  return shuffled(all, seed, ({ file, line, operator, from }) => `${file} ${line} ${operator} ${from}`);
}

function mutantsOf(file: string, text: string, seed: string): SourceMutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: SourceMutant[] = [];
  const add = (operator: string, node: ts.Node, is: string | undefined, to = node.getEnd()): void => {
    const from = node.getStart(source);
    if (is === undefined || is === text.slice(from, to)) return;
    const { line } = source.getLineAndCharacterOfPosition(from);
    found.push({ operator, file, line: line + 1, was: text.slice(from, to), is, from, to });
  };
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isThrowStatement(node) || ts.isTypeNode(node)) return;
    if (ts.isPropertyAssignment(node) && PROSE.test(node.name.getText(source).replace(/["']/g, ""))) return;
    if (ts.isNewExpression(node)) {
      // The second argument of a construct is its id, which is API: a change there is another matter.
      node.arguments?.forEach((argument, i) => {
        if (!(i === 1 && ts.isStringLiteral(argument))) walk(argument);
      });
      return;
    }
    for (const [operator, is, to] of changesOf(node, source, text, `${seed} ${file}`))
      add(operator, node, is, to);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

type Change = readonly [operator: string, is: string | undefined, to?: number];

function changesOf(node: ts.Node, source: ts.SourceFile, text: string, seed: string): Change[] {
  const own = `${seed} ${node.getStart(source)}`;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    const quoted = (value: string | undefined) => (value === undefined ? undefined : JSON.stringify(value));
    return [
      ["a word is misspelt", quoted(misspelt(node.text, own))],
      ["a word has other capitals", quoted(otherCase(node.text))],
      ["a network beside it", quoted(shiftedNetwork(node.text, own))],
    ];
  }
  if (ts.isNumericLiteral(node))
    return [["a number beside it", String(Number(node.text.replaceAll("_", "")) + 1)]];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [["a switch is turned", "false"]];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [["a switch is turned", "true"]];
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
    const name = node.name.getText(source).replace(/["']/g, "");
    const changed = ts.isPropertyAssignment(node) ? misspelt(name, own) : undefined;
    const rest = text.slice(node.name.getEnd(), node.getEnd());
    return [
      ["an argument is gone", "", afterComma(text, node.getEnd())],
      ["an argument is misspelt", changed === undefined ? undefined : `${JSON.stringify(changed)}${rest}`],
    ];
  }
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) {
    const gone = node.elements[pick(node.elements.length, own)] as ts.Expression;
    const kept = node.elements
      .filter((element) => element !== gone)
      .map((element) => element.getText(source));
    return [["an element is gone", `[${kept.join(", ")}]`]];
  }
  return [];
}

function afterComma(text: string, end: number): number {
  return text[end] === "," ? end + 1 : end;
}
