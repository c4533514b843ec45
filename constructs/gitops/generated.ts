import type { KubernetesObject } from "../kubernetes/object";
import type { Follower, Tree } from "./follower";
import { fileOf } from "./kustomization";

/** Begins every file that is written anew each time; a file without it was not generated, and is left alone. */
export const FIRST_LINE = "# Written by 'npm run gitops'; change config/ instead.";

type Write = Pick<Follower, "write">;

export const generated = ({ write }: Write, object: object): string => `${FIRST_LINE}\n${write(object)}`;

/** Objects in a folder, one a file. */
export const filesOf = (
  follower: Write,
  folder: string,
  objects: readonly KubernetesObject[],
  nameOf = fileOf,
): Tree =>
  Object.fromEntries(objects.map((object) => [`${folder}/${nameOf(object)}`, generated(follower, object)]));
