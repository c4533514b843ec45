import { execFileSync } from "node:child_process";
import { parseAllDocuments, stringify } from "yaml";
import type { Loose } from "./helm";

/** What Kustomize makes of a folder. */
export const build = (folder: string): string =>
  execFileSync("kubectl", ["kustomize", folder], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** The objects in a YAML text. */
export const objectsIn = (text: string): readonly Loose[] =>
  parseAllDocuments(text).map((document) => document.toJSON() as Loose);

/** Objects as one YAML text. */
export const yamlOf = (objects: readonly object[]): string =>
  objects.map((object) => stringify(object)).join("---\n");
