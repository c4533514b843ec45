import fs from "node:fs";
import path from "node:path";
import type { Estate } from "../../world/estate";
import { at, isObject, type Json, text, texts } from "../../world/object";
import { type KubeObject, kubeObject } from "../object";
import { type Rendered, renderFolder } from "./kustomization";

/** What a cluster fetches from the repository, and what is wrong with it. */
export interface Delivery {
  readonly objects: readonly KubeObject[];
  readonly broken: readonly { readonly of: KubeObject; readonly says: string }[];
}

/**
 * Objects that Flux fetches from the project's repository: the tree that a FluxInstance names, and the trees that the
 * Kustomizations in it name. https://fluxoperator.dev/docs/crd/fluxinstance/#sync-configuration
 */
export function fluxDelivery(objects: readonly KubeObject[], estate: Estate): Delivery {
  const instances = objects.filter(
    ({ apiVersion, kind }) => kind === "FluxInstance" && apiVersion.startsWith("fluxcd.controlplane.io/"),
  );
  const found = instances.map((instance) => {
    const origin = outlineOf(instance);
    const tree = fetched(instance, text(instance.body, "spec.sync.path"), estate, objects);
    return { objects: [...origin, ...tree.objects], broken: tree.broken };
  });
  return { objects: found.flatMap((each) => each.objects), broken: found.flatMap((each) => each.broken) };
}

/** What Flux makes of its own in its namespace. */
function outlineOf({ namespace, origin }: KubeObject): KubeObject[] {
  const made = (apiVersion: string, kind: string, name: string): KubeObject => ({
    apiVersion,
    kind,
    name,
    namespace,
    body: { apiVersion, kind, metadata: { name, namespace } },
    origin,
    outline: true,
  });
  return [
    made("source.toolkit.fluxcd.io/v1", "GitRepository", "flux-system"),
    made("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "flux-system"),
  ];
}

function fetched(
  of: KubeObject,
  tree: string,
  estate: Estate,
  values: readonly KubeObject[],
  depth = 0,
): Delivery {
  const folder = path.join(estate.project, tree);
  const isOurs = fs.existsSync(path.join(estate.project, tree.replace(/^\.\//, "").split("/")[0] ?? ""));
  if (!isOurs || depth > 3) return { objects: [], broken: [] };
  const { objects, missing } = render(folder);
  const own = objects.flatMap(
    (body) => kubeObject(substituted(body, of, values) as Json, of.origin, of.namespace) ?? [],
  );
  const inner = own
    .filter(
      ({ apiVersion, kind }) =>
        kind === "Kustomization" && apiVersion.startsWith("kustomize.toolkit.fluxcd.io/"),
    )
    .map((next) => fetched(next, text(next.body, "spec.path"), estate, values, depth + 1));
  const absent = missing.map((place) => ({
    of,
    says: `path: there is no ${path.relative(estate.project, place)} in the repository`,
  }));
  return {
    objects: [...own, ...inner.flatMap((each) => each.objects)],
    broken: [...absent, ...inner.flatMap((each) => each.broken)],
  };
}

const cache = new Map<string, Rendered>();

function render(folder: string): Rendered {
  const known = cache.get(folder) ?? renderFolder(folder);
  cache.set(folder, known);
  return known;
}

/** Values of the objects that a Kustomization substitutes from; unknown ones stay as they are. */
function substituted(body: Json, of: KubeObject, known: readonly KubeObject[]): Json {
  const sources = at(of.body, "spec.postBuild.substituteFrom").map(
    (source) => `${text(source, "kind")} ${text(source, "name")}`,
  );
  const values = known
    .filter(({ kind, name, namespace }) => namespace === of.namespace && sources.includes(`${kind} ${name}`))
    .flatMap(({ body: { data } }) => Object.entries(isObject(data) ? data : {}));
  if (sources.length === 0) return body;
  return replaced(body, new Map(values.map(([key, value]) => [key, String(value)])));
}

function replaced(value: Json, values: ReadonlyMap<string, string>): Json {
  if (typeof value === "string")
    return value.replace(/\$\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
  if (Array.isArray(value)) return value.map((item: Json) => replaced(item, values));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, values)]));
}

/** Names that a Kustomization substitutes from, and that have to be there. */
export function substitutionSources(object: KubeObject): { readonly kind: string; readonly name: string }[] {
  return at(object.body, "spec.postBuild.substituteFrom")
    .filter((source) => at(source, "optional")[0] !== true)
    .map((source) => ({ kind: text(source, "kind"), name: texts(source, "name")[0] ?? "" }));
}
