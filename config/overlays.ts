import fs from "node:fs";
import path from "node:path";
import { distance } from "./distance";
import { plain } from "./plain";
import { ConfigurationError, type Problem, reasonOf } from "./problem";

/** Which overlays are laid over the shipped values: those of a kind are files `<environment>.<kind>.ts`. */
export const OVERLAYS = { all: ["overlay", "user"], committed: ["overlay"], none: [] } as const;

export type Overlays = keyof typeof OVERLAYS;

type Kind = (typeof OVERLAYS)["all"][number];

const EXAMPLE = `export default defineOverlay({ domain: "api.example.com" })`;

/** A file of configuration, as messages name it. */
export const sourceOf = (file: string): string => `config/environments/${path.basename(file)}`;

/** The file of an environment's overlay, if there is one. */
export function overlayFile(folder: string, environment: string, kind: Kind): string | undefined {
  const file = path.join(folder, `${environment}.${kind}.ts`);
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/**
 * What an overlay's file exports, as plain data.
 *
 * @param below - what it is laid over, for an overlay that is a function
 * @throws ConfigurationError with every reason why it cannot be laid over anything
 */
export function readOverlay(file: string, below: unknown): object {
  const fail = (problems: readonly Problem[]) => new ConfigurationError(sourceOf(file), problems);
  let exported: unknown;
  try {
    exported = withoutExit(() => {
      const overlay = (require(file) as { readonly default?: unknown }).default;
      return typeof overlay === "function" ? overlay(structuredClone(below)) : overlay;
    });
  } catch (error) {
    throw fail([{ path: [], message: `cannot be read: ${reasonOf(error)}; expected ${EXAMPLE}` }]);
  }
  const { value, problems } = withoutExit(() => plain(exported));
  if (problems.length > 0) throw fail(problems);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw fail([{ path: [], message: `has no default export that is an object; expected ${EXAMPLE}` }]);
  }
  return value;
}

/** An overlay that ends the process would end it with nothing done and, as it likes, without an error. */
function withoutExit<T>(read: () => T): T {
  const { exit } = process;
  process.exit = (code) => {
    throw new Error(`it calls process.exit(${code ?? ""})`);
  };
  try {
    return read();
  } finally {
    process.exit = exit;
  }
}

/** Files that look like overlays and are none: a name with a typing error, a link to nowhere. */
export function strayOverlays(
  folder: string,
  environments: readonly string[],
  which: Overlays,
): readonly Problem[] {
  const known = environments.flatMap((name) => OVERLAYS.all.map((kind) => `${name}.${kind}.ts`));
  return fs.readdirSync(folder).flatMap((file) => {
    const meant = nearest(file, known);
    if (meant === undefined) return [];
    const isRead = OVERLAYS[which].some((kind) => meant.endsWith(`.${kind}.ts`));
    if (!isRead) return [];
    const message =
      file === meant
        ? problemOfFile(path.join(folder, file))
        : `is the overlay of no environment; expected a name such as ${meant}`;
    return message === undefined ? [] : [{ path: [], message: `${file} ${message}` }];
  });
}

/** The overlay that a file was meant to be, if any: what is called like one, or has two letters wrong. */
function nearest(file: string, known: readonly string[]): string | undefined {
  const isOne = LOOKS_LIKE_ONE.test(file);
  if (!isOne && !IS_CODE.test(file)) return undefined;
  return known
    .filter((name) => isOne || Math.abs(name.length - file.length) <= 2) // the rest is further away without a look
    .map((name) => ({ name, distance: distance(file, name) }))
    .filter(({ distance }) => isOne || distance <= 2)
    .sort((one, other) => one.distance - other.distance)[0]?.name;
}

const IS_CODE = /\.(?:[cm]?[jt]sx?|json)$/i;
const LOOKS_LIKE_ONE = /[.\-_](?:users?|overlays?)\.(?:[cm]?[jt]sx?|json)$/i;

function problemOfFile(file: string): string | undefined {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return `links to ${fs.readlinkSync(file)}, which does not exist; expected a file`;
  return found.isFile() ? undefined : "is no file; expected a file";
}
