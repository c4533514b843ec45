import fs from "node:fs";
import path from "node:path";
import type { Estate } from "../../world/estate";
import { at, isObject, items, type Json, text } from "../../world/object";
import { type KubeObject, kubeObject, labelsOf } from "../object";
import type { Delivery } from "./flux";
import { renderFolder } from "./kustomization";

/**
 * Objects that an Argo CD in some cluster brings into this one: its first Application lists ApplicationSets, which make an
 * Application for every cluster that a Secret tells of.
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Cluster/
 *
 * @param server - of this cluster
 * @param everywhere - what workspaces put into all clusters
 */
export function argoCdDelivery(
  server: string,
  everywhere: readonly (readonly KubeObject[])[],
  estate: Estate,
): Delivery {
  const found = everywhere.flatMap((objects) =>
    destinations(objects, server).flatMap((destination) =>
      applicationSets(objects, estate)
        .filter((set) => chooses(set, destination))
        .map((set) => application(set, destination, estate)),
    ),
  );
  return { objects: found.flatMap(({ objects }) => objects), broken: found.flatMap(({ broken }) => broken) };
}

/** The Secrets that tell of a cluster. */
const destinations = (objects: readonly KubeObject[], server: string): readonly KubeObject[] =>
  objects.filter(
    ({ kind, body }) =>
      kind === "Secret" &&
      labels(body)["argocd.argoproj.io/secret-type"] === "cluster" &&
      text(body, "data.server") === server,
  );

const labels = (body: Json): Readonly<Record<string, string>> =>
  labelsOf(at(body, "metadata.labels")[0] as never);

/** What the first Application lists. */
function applicationSets(objects: readonly KubeObject[], estate: Estate): readonly Json[] {
  return objects
    .filter(({ kind, apiVersion }) => kind === "Application" && apiVersion.startsWith("argoproj.io/"))
    .map(({ body }) => path.join(estate.project, text(body, "spec.source.path")))
    .filter((folder) => fs.existsSync(folder))
    .flatMap((folder) => renderFolder(folder).objects)
    .filter(({ kind }) => kind === "ApplicationSet");
}

const chooses = (set: Json, { body }: KubeObject): boolean =>
  at(set, "spec.generators.clusters.selector.matchLabels").some(
    (wanted) =>
      isObject(wanted) && Object.entries(wanted).every(([name, value]) => labels(body)[name] === value),
  );

function application(set: Json, destination: KubeObject, estate: Estate): Delivery {
  const source = filledIn(at(set, "spec.template.spec.source")[0] ?? {}, destination.body);
  const { objects, missing } = renderFolder(path.join(estate.project, text(source, "path")));
  const patches = at(source, "kustomize.patches");
  return {
    objects: objects.flatMap(
      (body) =>
        kubeObject(patches.reduce<Json>(patched, body), destination.origin, destination.namespace) ?? [],
    ),
    broken: missing.map((place) => ({
      of: destination,
      says: `path: there is no ${path.relative(estate.project, place)} in the repository`,
    })),
  };
}

/** What is in double braces, of a cluster's Secret. */
function filledIn(value: Json, secret: Json): Json {
  if (typeof value === "string")
    return value.replace(
      /\{\{\.([\w.]+)\}\}/g,
      (whole, name: string) => text(secret, name === "name" ? "data.name" : name) || whole,
    );
  if (Array.isArray(value)) return value.map((item: Json) => filledIn(item, secret));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filledIn(inner, secret)]));
}

/** The object after a JSON patch that replaces (https://datatracker.ietf.org/doc/html/rfc6902#section-4.3), where it is meant. */
function patched(body: Json, patch: Json): Json {
  const isMeant = ["kind", "name"].every(
    (field) => text(patch, `target.${field}`) === text(body, field === "name" ? "metadata.name" : field),
  );
  if (!isMeant) return body;
  return items(JSON.parse(text(patch, "patch")) as Json).reduce<Json>(
    (changed, operation) =>
      replaced(
        changed,
        text(operation ?? null, "path")
          .split("/")
          .slice(1),
        at(operation ?? null, "value")[0] ?? null,
      ),
    body,
  );
}

function replaced(value: Json, [key, ...rest]: readonly string[], by: Json): Json {
  if (key === undefined) return by;
  const name = key.replaceAll("~1", "/").replaceAll("~0", "~");
  if (Array.isArray(value))
    return value.map((item: Json, index) => (String(index) === name ? replaced(item, rest, by) : item));
  return isObject(value) ? { ...value, [name]: replaced(value[name] ?? null, rest, by) } : value;
}
