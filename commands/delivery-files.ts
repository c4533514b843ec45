import fs from "node:fs";
import path from "node:path";
import type { Environment } from "../config/schema/environment";
import type { Tree } from "../constructs/gitops/follower";
import { FIRST_LINE } from "../constructs/gitops/generated";
import {
  deliveredFromRepository,
  deliveryFolder,
  deliveryTree,
  firstVersionsFile,
  versionsFile,
} from "../constructs/gitops/tree";
import { type VersionProblem, versionProblems } from "../constructs/gitops/versions";

/** What differs between the files of an environment and what they should be. */
export interface Difference {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files that this command never wrote, and leaves alone. */
  readonly foreign: readonly string[];
}

/** What the repository should hold of an environment; of the versions' file only whether it exists. */
export const filesOf = (environment: Environment): Tree => deliveryTree(environment);

/** Compares the files below a root with what they should be. */
export function compareFiles(root: string, environment: Environment, tree: Tree): Difference {
  const folder = path.join(root, deliveryFolder(environment.name));
  const present = fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map((file) => path.join(deliveryFolder(environment.name), file))
        .filter((file) => fs.statSync(path.join(root, file)).isFile())
    : [];
  const others = present.filter((file) => file !== versionsFile(environment.name) && !(file in tree)).sort();
  const isOurs = (file: string): boolean => read(root, file)?.startsWith(FIRST_LINE) ?? false;
  const needsVersions = Object.keys(tree).length > 0 && !present.includes(versionsFile(environment.name));
  return {
    written: [
      ...Object.keys(tree).filter((file) => read(root, file) !== tree[file]),
      ...(needsVersions ? [versionsFile(environment.name)] : []),
    ],
    removed: others.filter(isOurs),
    foreign: others.filter((file) => !isOurs(file)),
  };
}

/** Writes what differs and removes generated files that the tree does not have any more. */
export function writeFiles(root: string, environment: Environment, tree: Tree): Difference {
  const difference = compareFiles(root, environment, tree);
  for (const file of difference.written) {
    fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), tree[file] ?? firstVersionsFile(environment));
  }
  for (const file of difference.removed) {
    fs.rmSync(path.join(root, file));
    removeEmpty(path.join(root, path.dirname(file)));
  }
  return difference;
}

/** What is wrong with the versions of an environment's images. */
export const problemsOfVersions = (root: string, environment: Environment): readonly VersionProblem[] => {
  const workloads = deliveredFromRepository(environment);
  return workloads.length === 0
    ? []
    : versionProblems(workloads, read(root, versionsFile(environment.name)) ?? "");
};

const read = (root: string, file: string): string | undefined => {
  const absolute = path.join(root, file);
  return fs.existsSync(absolute) ? fs.readFileSync(absolute, "utf8") : undefined;
};

function removeEmpty(folder: string): void {
  if (fs.readdirSync(folder).length > 0) return;
  fs.rmdirSync(folder);
  removeEmpty(path.dirname(folder));
}
