import fs from "node:fs";
import path from "node:path";
import { parseAllDocuments, parseDocument } from "yaml";
import { isObject, type Json, text, type WorldObject } from "../world/object";
import { type KubeObject, kubeObject } from "./object";

/** A Helm release with its values as one. */
export interface Release {
  readonly resource: WorldObject;
  readonly name: string;
  readonly namespace: string;
  readonly chart: string;
  readonly version: string;
  readonly isLocal: boolean;
  readonly values: { readonly [key: string]: Json };
}

export function releaseOf(resource: WorldObject): Release {
  const { values } = resource;
  const chart = text(values, "chart");
  const documents = Array.isArray(values["values"]) ? values["values"] : [];
  return {
    resource,
    name: text(values, "name"),
    namespace: text(values, "namespace") || "default",
    chart: path.basename(chart),
    version: text(values, "version"),
    isLocal: /^[./]/.test(chart),
    values: documents.reduce<{ readonly [key: string]: Json }>(
      (sum, each) => merged(sum, parsedValues(each)),
      {},
    ),
  };
}

/** As Helm merges: maps key by key, everything else as a whole. https://helm.sh/docs/chart_template_guide/values_files/ */
export function merged(
  first: { readonly [key: string]: Json },
  second: { readonly [key: string]: Json },
): { readonly [key: string]: Json } {
  const result: { [key: string]: Json } = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const before = result[key];
    if (value === null) delete result[key];
    else result[key] = isObject(before) && isObject(value) ? merged(before, value) : value;
  }
  return result;
}

function parsedValues(document: Json): { readonly [key: string]: Json } {
  if (typeof document !== "string") return {};
  const yaml = parseDocument(document);
  const parsed = yaml.errors.length === 0 ? (yaml.toJS() as Json) : null; // a rule says so of what is not YAML
  return isObject(parsed) ? parsed : {};
}

const PRINTS = /^\s*\{\{-?\s*\.Values\.(\w+)\s*-?\}\}\s*$/;

/** The objects of a chart in the workspace's own folder whose templates do nothing but print a value. */
export function printedObjects(release: Release, directory: string): KubeObject[] {
  const templates = path.join(directory, text(release.resource.values, "chart"), "templates");
  if (!fs.existsSync(templates)) return [];
  return fs.readdirSync(templates).flatMap((file) => {
    const value = PRINTS.exec(fs.readFileSync(path.join(templates, file), "utf8"))?.[1];
    const documents = value ? release.values[value] : undefined;
    if (typeof documents !== "string") return [];
    return parseAllDocuments(documents).flatMap((document) => {
      const object = kubeObject(document.toJSON() as Json, release.resource, release.namespace);
      return object ? [object] : [];
    });
  });
}
