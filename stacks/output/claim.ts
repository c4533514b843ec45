import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ConfigurationError } from "../../config/problem";
import { MARKER, readManifest } from "./marker";

const CHECKOUT = path.join(__dirname, "../..");

/** Written by a synthesis while it runs, or by a file system that begins in the folder. */
const IGNORED = /^(\.meridian\..+|lost\+found)$/;

/** A folder that may be written to. */
export interface Claimed {
  /** Absolute, without links: what is beside it is where Terraform finds it, too. */
  readonly path: string;
  /** Absolute, as it was asked for. */
  readonly asked: string;
  /** The first folder on the way there that had to be made. */
  readonly made: string | undefined;
}

/**
 * Claims a folder for workspaces, and makes it where it does not exist. It is new, or empty, or a synthesis made it; a
 * folder with something else in it is refused, since a person's own files could be lost.
 *
 * @throws ConfigurationError where the folder is none of these, or where it is the project, one above it, or the home folder
 */
export function claim(given: string): Claimed {
  const problem = problemOf(given);
  if (problem !== undefined) {
    throw new ConfigurationError(`output folder ${JSON.stringify(given)}`, [{ path: [], message: problem }]);
  }
  const asked = path.resolve(given);
  const made = makeFolder(asked);
  return { path: fs.realpathSync(asked), asked, made };
}

/**
 * Makes a folder, with those on the way there, where there is none. (Node's own way answers ENOENT for every fault of a
 * folder on the way: https://github.com/nodejs/node/issues/47098)
 *
 * @returns the first that had to be made
 */
export function makeFolder(folder: string, mode = 0o777): string | undefined {
  if (isFolder(folder)) return undefined;
  const first = makeFolder(path.dirname(folder));
  try {
    fs.mkdirSync(folder, { mode });
  } catch (error) {
    if (!isFolder(folder)) throw error; // else another process was faster
  }
  return first ?? folder;
}

export const isFolder = (file: string): boolean =>
  fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Removes the folders that a claim made, where nothing came to be in them. */
export function release({ asked, made }: Claimed): void {
  if (made === undefined) return;
  for (let folder = asked; remove(folder) && folder !== made; folder = path.dirname(folder));
}

/** What keeps a folder from being an output folder; nothing is written. */
export function problemOf(given: string): string | undefined {
  if (given.trim() === "") return "is no folder; expected one of its own, such as cdktf.out";
  const folder = realPath(path.resolve(given));
  const reserved = reservedFolders().find(([, reserved]) => reserved === folder)?.[0];
  if (reserved !== undefined) {
    return `is ${reserved}; expected a folder of its own for the workspaces, such as cdktf.out`;
  }
  if (!fs.existsSync(folder)) return isLink(folder) ? "is a link that leads nowhere" : undefined;
  if (!fs.statSync(folder).isDirectory()) return "is a file; expected a folder, such as cdktf.out";
  const content = fs.readdirSync(folder);
  if (content.includes(MARKER) || content.every((name) => isNothing(folder, name))) return undefined;
  if (isDefault(given) && Object.keys(readManifest(folder)).length > 0) return undefined;
  return `holds something that no synthesis wrote (${content.slice(0, 3).join(", ")}); expected a new or an empty folder, or one that a synthesis made`;
}

/** What a synthesis finds and does not mind; an app of cdktf makes an empty `stacks` before it writes anything. */
function isNothing(folder: string, name: string): boolean {
  if (IGNORED.test(name)) return true;
  const file = path.join(folder, name);
  return name === "stacks" && fs.statSync(file).isDirectory() && fs.readdirSync(file).length === 0;
}

const isLink = (file: string): boolean =>
  fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/** Before there were markers, there was this folder. */
const isDefault = (given: string): boolean => path.resolve(given) === path.join(CHECKOUT, "cdktf.out");

function reservedFolders(): readonly (readonly [what: string, folder: string])[] {
  const checkout = fs.realpathSync(CHECKOUT);
  const above: string[] = [];
  for (let folder = path.dirname(checkout); above.at(-1) !== folder; folder = path.dirname(folder)) {
    above.push(folder);
  }
  return [
    ["the project itself", checkout],
    ["the home folder", realPath(os.homedir())],
    ...above.map((folder) => ["a folder above the project", folder] as const),
    ["the root of the file system", path.parse(checkout).root],
  ];
}

/** Without links, as far as the folder exists. */
function realPath(folder: string): string {
  if (fs.existsSync(folder)) return fs.realpathSync(folder);
  const parent = path.dirname(folder);
  return parent === folder ? folder : path.join(realPath(parent), path.basename(folder));
}

function remove(folder: string): boolean {
  try {
    fs.rmdirSync(folder);
    return true;
  } catch {
    return false; // another process has begun to write into it
  }
}
