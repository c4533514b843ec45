import type { Estate } from "../world/estate";
import type { WorldObject } from "../world/object";
import { type BuiltIn, builtIn } from "./built-in";
import { charted } from "./charts";
import { instanceServices, instances } from "./charts/cloudnative-pg";
import { certificateSecrets, solverPods } from "./charts/controllers";
import { primaries } from "./charts/flagger";
import type { Outline } from "./charts/outline";
import { argoCdDelivery } from "./delivery/argocd";
import { type Delivery, fluxDelivery } from "./delivery/flux";
import { type KubeObject, labelsOf } from "./object";
import { type Pod, podOf } from "./pods";
import { printedObjects, type Release, releaseOf } from "./release";
import { typedObject } from "./typed";

/** All that workspaces put into one cluster, and what it comes with. */
export interface Cluster {
  readonly key: string;
  readonly objects: readonly KubeObject[];
  readonly pods: readonly Pod[];
  readonly releases: readonly Release[];
  readonly builtIn: BuiltIn;
  /** What it fetches from the repository by itself; its objects are among the others. */
  readonly delivery: Delivery;
  /** Namespaces in which charts run that the rehearsal does not know: what is missing there may be theirs. */
  readonly opaque: ReadonlySet<string>;
}

const cache = new WeakMap<Estate, readonly Cluster[]>();

/** The clusters of an environment. */
export function clustersOf(estate: Estate): readonly Cluster[] {
  const known = cache.get(estate) ?? assemble(estate);
  cache.set(estate, known);
  return known;
}

function assemble(estate: Estate): Cluster[] {
  const resources = estate.ofType(/^(kubernetes_|helm_release$)/);
  const keys = [...new Set(resources.map(({ place }) => place["cluster"] ?? ""))].filter((key) => key !== "");
  const all = keys.map((key) =>
    applied(
      key,
      resources.filter(({ place }) => place["cluster"] === key),
      estate,
    ),
  );
  const everywhere = all.map(({ own }) => own);
  return all.map((each) => clusterOf(each, everywhere, estate));
}

/** What workspaces put into a cluster. */
interface Applied {
  readonly key: string;
  readonly releases: readonly Release[];
  readonly outlines: readonly Outline[];
  readonly own: readonly KubeObject[];
}

function applied(key: string, resources: readonly WorldObject[], estate: Estate): Applied {
  const releases = resources.filter(({ type }) => type === "helm_release").map(releaseOf);
  const typed = resources.flatMap((resource) => typedObject(resource) ?? []);
  const outlines = releases.map((release) => (release.isLocal ? EMPTY : charted(release)));
  const installed = releases.flatMap((release) => printed(release, estate));
  return {
    key,
    releases,
    outlines,
    own: [...typed, ...installed, ...outlines.flatMap(({ objects }) => objects)],
  };
}

function clusterOf(
  { key, releases, outlines, own }: Applied,
  everywhere: readonly (readonly KubeObject[])[],
  estate: Estate,
): Cluster {
  const deliveries = [fluxDelivery(own, estate), argoCdDelivery(key, everywhere, estate)];
  const delivery = {
    objects: deliveries.flatMap(({ objects }) => objects),
    broken: deliveries.flatMap(({ broken }) => broken),
  };
  const written = [...own, ...delivery.objects];
  const objects = [
    ...written,
    ...primaries(written),
    ...certificateSecrets(written),
    ...instanceServices(written),
  ];
  const pods = objects.flatMap((object) => podOf(object) ?? []);
  const base = builtIn(estate, key);
  return {
    key,
    builtIn: base,
    releases,
    delivery,
    objects,
    pods: [
      ...pods,
      ...solverPods(written),
      ...instances(written),
      ...outlines.flatMap(({ pods: known }) => known),
      ...base.pods,
    ],
    opaque: new Set(outlines.flatMap(({ opaque }) => opaque)),
  };
}

const EMPTY: Outline = { objects: [], pods: [], opaque: [] };

function printed(release: Release, estate: Estate): KubeObject[] {
  const member = estate.members.find(({ id }) => id === release.resource.workspace);
  return release.isLocal && member ? printedObjects(release, member.directory) : [];
}

export function ofKind(cluster: Cluster, kind: string | RegExp): readonly KubeObject[] {
  return cluster.objects.filter((object) =>
    typeof kind === "string" ? object.kind === kind : kind.test(object.kind),
  );
}

export function find(
  cluster: Cluster,
  kind: string | RegExp,
  namespace: string,
  name: string,
): KubeObject | undefined {
  return ofKind(cluster, kind).find((object) => object.namespace === namespace && object.name === name);
}

/** Labels of a namespace; the API server adds its name. */
export function namespaceLabels(cluster: Cluster, name: string): Readonly<Record<string, string>> {
  const object = find(cluster, "Namespace", "", name);
  const written = object ? labelsOf((object.body["metadata"] as { labels?: never } | undefined)?.labels) : {};
  return { ...written, "kubernetes.io/metadata.name": name };
}
