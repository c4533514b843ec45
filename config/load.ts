import path from "node:path";
import { environments } from "./environments";
import { merge } from "./merge";
import { problemsBetween } from "./names";
import { OVERLAYS, type Overlays, overlayFile, readOverlay, sourceOf, strayOverlays } from "./overlays";
import { parseEnvironment } from "./parse";
import { plain } from "./plain";
import { ConfigurationError, collect, type Problem } from "./problem";
import type { Environment } from "./schema/environment";

export interface LoadOptions {
  /** Overlays to read at most: files that others read do not depend on a personal one. @default "all" */
  readonly overlays?: Overlays;

  /** Where overlays are. @default - `config/environments` */
  readonly folder?: string;

  /** Hears which personal overlays are in use, or ignored. @default - a line on the standard error */
  readonly notify?: (line: string) => void;
}

const FOLDER = path.join(__dirname, "environments");

/**
 * The environments that a command's arguments name, or, without arguments, those that the variable `ENVIRONMENT` names (a
 * comma list), or all; with the overlays that the variable `MERIDIAN_OVERLAYS` asks for (`all`, `committed`, `none`).
 * Nothing else that is synthesized reads the process's environment.
 *
 * @throws ConfigurationError with the problems of every environment
 */
export function loadEnvironments(
  args: readonly string[] = [],
  options: LoadOptions = {},
): readonly Environment[] {
  const { overlays = "all", folder = FOLDER, notify = tell } = options;
  const names = select(args);
  const asked = askedOverlays();
  const used = OVERLAYS[overlays].length < OVERLAYS[asked].length ? overlays : asked;
  for (const name of names) {
    const file = personalOverlay(name, folder);
    if (file !== undefined) notify(`${file} is ${used === "all" ? "in use" : "ignored"}: only you have it`);
  }
  const [, , ...loaded] = collect<unknown>([
    () => refuse("config/environments", strayOverlays(folder, Object.keys(environments), used)),
    () => refuse("config/environments/index.ts", problemsBetween(Object.keys(environments))),
    ...names.map((name) => () => loadEnvironment(name, folder, used)),
  ]);
  return loaded as readonly Environment[];
}

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** The personal overlay of an environment, where there is one and it is not switched off. */
export function personalOverlay(environment: string, folder: string = FOLDER): string | undefined {
  const file = askedOverlays() === "all" ? overlayFile(folder, environment, "user") : undefined;
  return file === undefined ? undefined : sourceOf(file);
}

/** The output folder: what the cdktf CLI asks for, or `cdktf.out` where the variable is not set, or empty. */
export const outputFolder = (): string => process.env["CDKTF_OUTDIR"]?.trim() || "cdktf.out";

function select(args: readonly string[]): readonly string[] {
  const known = Object.keys(environments);
  const listed = args.length > 0 ? args.join(",") : (process.env["ENVIRONMENT"] ?? "");
  const names = [...new Set(listed.split(",").map((name) => name.trim()))].filter((name) => name !== "");
  refuse(
    args.length > 0 ? "arguments" : "ENVIRONMENT",
    names
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: [],
        message: `no environment ${JSON.stringify(name)}; expected one or more of ${known.join(", ")}`,
      })),
  );
  return names.length > 0 ? names : known;
}

function askedOverlays(): Overlays {
  const asked = process.env["MERIDIAN_OVERLAYS"] || "all";
  if (Object.hasOwn(OVERLAYS, asked)) return asked as Overlays;
  const message = `expected one of ${Object.keys(OVERLAYS).join(", ")}, got ${JSON.stringify(asked)}`;
  throw new ConfigurationError("MERIDIAN_OVERLAYS", [{ path: [], message }]);
}

function loadEnvironment(name: string, folder: string, overlays: Overlays): Environment {
  const files = OVERLAYS[overlays].flatMap((kind) => overlayFile(folder, name, kind) ?? []);
  const laid = files.map((file) => path.basename(file)).join(" and ");
  const source = sourceOf(`${name}.ts`) + (laid === "" ? "" : ` with ${laid}`);
  const file = environments[name as keyof typeof environments];
  const { value: shipped, problems: noData } = plain(file);
  refuse(sourceOf(`${name}.ts`), noData);
  let input = shipped;
  const layOver = (file: string): void => {
    const { value, problems } = merge(input, readOverlay(file, input));
    refuse(sourceOf(file), problems);
    input = value;
  };
  const results = collect<unknown>([
    ...files.map((file) => () => layOver(file)),
    () => refuse(source, problemsOfName(name, input)),
    () => parseEnvironment(input, source, file),
  ]);
  return results.at(-1) as Environment;
}

/** Files, commands and states are named for the environment's key; a name of its own would name what does not exist. */
const problemsOfName = (key: string, input: unknown): readonly Problem[] => {
  const { name } = Object(input) as { readonly name?: unknown };
  return name === undefined || name === key
    ? []
    : [
        {
          path: ["name"],
          message: `expected the environment's key, ${JSON.stringify(key)}, got ${JSON.stringify(name)}`,
        },
      ];
};

function refuse(source: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ConfigurationError(source, problems);
}
