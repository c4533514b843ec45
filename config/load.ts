import * as fs from "node:fs";
import * as path from "node:path";
import { merge } from "./define";
import { environments } from "./environments";
import { parseEnvironment } from "./parse";
import { ConfigurationError } from "./problem";
import type { Environment } from "./schema/environment";

/** Where users keep their overlays. */
const OVERLAYS = path.join(__dirname, "environments");

/**
 * The environments to synthesize: all, or those that the variable `ENVIRONMENT` names (a comma list). Nothing else
 * that is synthesized reads the process's environment.
 *
 * @throws ConfigurationError with the problems of every environment
 */
export function loadEnvironments(
  selected: string | undefined = process.env["ENVIRONMENT"],
  overlays: string = OVERLAYS,
): readonly Environment[] {
  return collect(select(selected).map((name) => () => loadEnvironment(name, overlays)));
}

/** The output folder: what the cdktf CLI asks for, or `cdktf.out`. */
export const outputFolder = (): string => process.env["CDKTF_OUTDIR"] ?? "cdktf.out";

function select(selected: string | undefined): readonly string[] {
  const known = Object.keys(environments);
  if (selected === undefined || selected.trim() === "") return known;
  const names = [...new Set(selected.split(",").map((name) => name.trim()))];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new ConfigurationError(
      "ENVIRONMENT",
      unknown.map((name) => ({
        path: [],
        message: `no environment "${name}"; expected one or more of ${known.join(", ")}, such as ENVIRONMENT=${known[0]}`,
      })),
    );
  }
  return names;
}

function loadEnvironment(name: string, overlays: string): Environment {
  const shipped = environments[name as keyof typeof environments];
  const file = path.join(overlays, `${name}.user.ts`);
  if (!fs.existsSync(file)) return parseEnvironment(shipped, `config/environments/${name}.ts`);
  const source = `config/environments/${name}.ts with ${name}.user.ts`;
  return parseEnvironment(merge(shipped, readOverlay(file, name)), source);
}

function readOverlay(file: string, name: string): object {
  const problem = (message: string) =>
    new ConfigurationError(`config/environments/${name}.user.ts`, [{ path: [], message }]);
  const example = `export default defineOverlay({ domain: "api.example.com" })`;
  let overlay: unknown;
  try {
    overlay = (require(file) as { default?: unknown }).default;
  } catch (error) {
    throw problem(
      `cannot be read: ${(error as Error).message.split("\n").slice(0, 3).join(" ").trim()}; expected ${example}`,
    );
  }
  if (typeof overlay !== "object" || overlay === null || Array.isArray(overlay)) {
    throw problem(`has no default export that is an object; expected ${example}`);
  }
  return overlay;
}

/** Runs every step, and throws the problems of all that failed together. */
function collect<T>(steps: readonly (() => T)[]): readonly T[] {
  const results: T[] = [];
  const errors: ConfigurationError[] = [];
  for (const step of steps) {
    try {
      results.push(step());
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      errors.push(error);
    }
  }
  const [first, ...rest] = errors;
  if (first === undefined) return results;
  if (rest.length === 0) throw first;
  throw new ConfigurationError(
    "configuration",
    errors.flatMap(({ source, problems }) =>
      problems.map(({ path: keys, message }) => ({ path: [source, ...keys], message })),
    ),
  );
}
