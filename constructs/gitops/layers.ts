import { isDeepStrictEqual } from "node:util";
import type { KubernetesObject } from "../kubernetes/object";

/** The objects of a workload in several clusters, as Kustomize has them: what is the same everywhere, and the rest. */
export interface Layers {
  /** What every cluster has, without what differs. */
  readonly base: readonly KubernetesObject[];

  /** By cluster. */
  readonly overlays: ReadonlyMap<string, Overlay>;
}

export interface Overlay {
  /** Objects that not every cluster has. */
  readonly own: readonly KubernetesObject[];

  /** What objects of the base have here besides. */
  readonly patches: readonly KubernetesObject[];
}

/** Divides the objects of clusters, by the clusters' names. */
export function layersOf(clusters: ReadonlyMap<string, readonly KubernetesObject[]>): Layers {
  const [first = [], ...others] = clusters.values();
  const common = first.flatMap((object) => {
    const everywhere = others.map((objects) => objects.find((each) => isSame(each, object)));
    if (everywhere.includes(undefined)) return [];
    return [everywhere.reduce<unknown>((shared, each) => sharedBy(shared, each), object) as KubernetesObject];
  });
  return {
    base: common,
    overlays: new Map([...clusters].map(([name, objects]) => [name, overlayOf(common, objects)])),
  };
}

function overlayOf(base: readonly KubernetesObject[], objects: readonly KubernetesObject[]): Overlay {
  const own = objects.filter((object) => !base.some((shared) => isSame(shared, object)));
  const patches = base.flatMap((shared) => {
    const object = objects.find((each) => isSame(each, shared)) as KubernetesObject;
    const rest = besides(object, shared) as Partial<KubernetesObject> | undefined;
    return rest === undefined
      ? []
      : [{ ...identityOf(object), ...rest, metadata: { ...identityOf(object).metadata, ...rest.metadata } }];
  });
  return { own, patches };
}

const identityOf = ({
  apiVersion,
  kind,
  metadata: { name, namespace },
}: KubernetesObject): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
});

const isSame = (first: KubernetesObject, second: KubernetesObject): boolean =>
  isDeepStrictEqual(identityOf(first), identityOf(second));

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Lists whose elements Kubernetes tells apart by name, so that a patch can be about one of them. */
const NAMED_LISTS = ["containers", "initContainers", "volumes"];

const namesIn = (list: unknown): readonly unknown[] =>
  Array.isArray(list) ? list.map((element) => (isFields(element) ? element["name"] : undefined)) : [];

const areNamedAlike = (key: string, first: unknown, second: unknown): boolean =>
  NAMED_LISTS.includes(key) && Array.isArray(first) && isDeepStrictEqual(namesIn(first), namesIn(second));

/** What two values have in common; a list that differs is in neither. */
function sharedBy(first: unknown, second: unknown): unknown {
  if (isDeepStrictEqual(first, second)) return first;
  if (!isFields(first) || !isFields(second)) return undefined;
  return Object.fromEntries(
    Object.entries(first).flatMap(([key, value]) => {
      const other = second[key];
      const shared = areNamedAlike(key, value, other)
        ? (value as unknown[]).map((element, index) => sharedBy(element, (other as unknown[])[index]))
        : sharedBy(value, other);
      return shared === undefined ? [] : [[key, shared]];
    }),
  );
}

/** What a value has besides what is shared; `undefined` where that is all. */
function besides(value: unknown, shared: unknown): unknown {
  if (isDeepStrictEqual(value, shared)) return undefined;
  if (!isFields(value) || !isFields(shared)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => {
      const rest = areNamedAlike(key, child, shared[key])
        ? restOfList(child as Fields[], shared[key] as Fields[])
        : besides(child, shared[key]);
      return rest === undefined ? [] : [[key, rest]];
    }),
  );
}

/** The elements that have something besides, each with its name. */
function restOfList(list: readonly Fields[], shared: readonly Fields[]): unknown {
  const rest = list.flatMap((element, index) => {
    const more = besides(element, shared[index]) as Fields | undefined;
    return more === undefined ? [] : [{ name: element["name"], ...more }];
  });
  return rest.length === 0 ? undefined : rest;
}
