import path from "node:path";
import * as ts from "typescript";
import { DISCRIMINANTS } from "../../config/merge";

/** What the comment above a key says, which editors show as well. */
export interface Meaning {
  readonly text: string;
  /** What stands where nothing is written, in words or as a value. */
  readonly default?: string;
}

const ROOT = path.join(__dirname, "../..");
const SCHEMA = path.join(ROOT, "config/schema/environment.ts");

/**
 * The comments above the keys of an environment, by path as `keysOf` has it. The compiler finds them by the type of what an
 * environment file writes, hence exactly those that an editor finds.
 */
export function readMeanings(): ReadonlyMap<string, Meaning> {
  const { options } = ts.getParsedCommandLineOfConfigFile(
    path.join(ROOT, "tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
      },
    },
  ) as ts.ParsedCommandLine;
  const program = ts.createProgram([SCHEMA], { ...options, types: [], incremental: false });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(SCHEMA) as ts.SourceFile) as ts.Symbol;
  const input = checker
    .getExportsOfModule(module)
    .find(({ name }) => name === "EnvironmentInput") as ts.Symbol;
  const meanings = new Map<string, Meaning>();
  collect(checker, checker.getDeclaredTypeOfSymbol(input), [], meanings);
  return meanings;
}

function collect(
  checker: ts.TypeChecker,
  type: ts.Type,
  place: readonly string[],
  meanings: Map<string, Meaning>,
): void {
  for (const option of optionsOf(checker, type)) {
    const kind = kindOf(checker, option.type);
    const here =
      option.isOne || kind === undefined ? place : [...place.slice(0, -1), `${place.at(-1)}[${kind}]`];
    const child = childOf(checker, option.type);
    if (child !== undefined) collect(checker, child, [...here, "*"], meanings);
    else if (isRecord(option.type)) {
      for (const key of option.type.getProperties()) {
        const below = [...here, key.name];
        meanings.set(below.join("."), meaningOf(checker, key));
        collect(checker, checker.getTypeOfSymbol(key), below, meanings);
      }
    }
  }
}

/** The types of which a value has one; what says that it may be left out is none. */
function optionsOf(
  checker: ts.TypeChecker,
  type: ts.Type,
): readonly { readonly type: ts.Type; readonly isOne: boolean }[] {
  const present = checker.getNonNullableType(type);
  const options = present.isUnion() ? present.types : [present];
  return options.map((option) => ({ type: option, isOne: options.length === 1 }));
}

/** What stands at any place of a list, or under any name. */
const childOf = (checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined =>
  checker.isArrayType(type)
    ? checker.getTypeArguments(type as ts.TypeReference)[0]
    : isRecord(type)
      ? type.getStringIndexType()
      : undefined;

const isRecord = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.Object) !== 0;

/** The kind that a type says it is. */
function kindOf(checker: ts.TypeChecker, type: ts.Type): string | undefined {
  if (!isRecord(type)) return undefined;
  const keys = DISCRIMINANTS.flatMap((key) => type.getProperty(key) ?? []);
  return keys.map((key) => checker.getTypeOfSymbol(key)).find((literal) => literal.isStringLiteral())?.value;
}

function meaningOf(checker: ts.TypeChecker, key: ts.Symbol): Meaning {
  const text = ts.displayPartsToString(key.getDocumentationComment(checker));
  const tag = key.getJsDocTags(checker).find(({ name }) => name === "default");
  return tag === undefined ? { text } : { text, default: ts.displayPartsToString(tag.text) };
}
