import fs from "node:fs";
import path from "node:path";
import { Manifest } from "cdktf";
import { ConfigurationError } from "../../config/problem";

/** Marks an output folder as ours: what it lists was synthesized, and only that is ever removed. */
export const MARKER = ".meridian.json";

/** The workspaces of an output folder by id, each with its environment. */
export type Listed = Readonly<Record<string, string>>;

/** Ids become paths. */
const ID = /^[a-z0-9-]+$/;

/** What the marker lists; nothing where there is none. */
export const readMarker = (folder: string): Listed =>
  read<{ workspaces: Listed }>(folder, MARKER, "workspaces")?.workspaces ?? {};

export function markerText(workspaces: Listed): string {
  const about =
    "Made by a synthesis. The next one replaces or removes the workspaces that are listed here, each with its environment.";
  const sorted = Object.fromEntries(
    Object.entries(workspaces).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  return `${JSON.stringify({ about, workspaces: sorted }, null, 2)}\n`;
}

/**
 * What cdktf's manifest lists; nothing where there is none. The cdktf CLI removes the folders of workspaces that are not
 * listed.
 */
export const readManifest = (folder: string): Manifest["stacks"] =>
  read<Pick<Manifest, "stacks">>(folder, Manifest.fileName, "stacks")?.stacks ?? {};

function read<T>(folder: string, name: string, key: keyof T & string): T | undefined {
  const file = path.join(folder, name);
  if (!fs.existsSync(file)) return undefined;
  try {
    const content = JSON.parse(fs.readFileSync(file, "utf8")) as T;
    if (Object.keys(content[key] as object).every((id) => ID.test(id))) return content;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  throw new ConfigurationError(file, [
    {
      path: [],
      message: `cannot be read, so that nobody knows which workspaces are ours; expected what a synthesis wrote. Remove ${folder} to begin anew`,
    },
  ]);
}
