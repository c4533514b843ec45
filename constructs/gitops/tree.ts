import { traitsOf } from "../../config/clouds";
import { clusterFolderOf, VERSIONS_FOLDER } from "../../config/composed-names";
import { workloadsIn } from "../../config/in-cluster";
import { DELIVERIES, type DeliveryName } from "../../config/schema/delivery";
import type { Environment, Workload } from "../../config/schema/environment";
import { clustersOf, type PlacedCluster } from "../../config/topology";
import { ARGOCD_FOLLOWER } from "../argocd/follower";
import type { KubernetesObject } from "../kubernetes/object";
import type { Certificate } from "../workload/certificate";
import { speaksTls } from "../workload/objects";
import { deliveredObjects } from "./delivered-objects";
import { FLUX_FOLLOWER } from "./flux-follower";
import type { Delivered, DeliveredWorkload, Folders, Follower, Tree } from "./follower";
import { filesOf, generated } from "./generated";
import { fileOf, listing, patchFileOf, workloadKustomization } from "./kustomization";
import { layersOf, type Overlay } from "./layers";
import { firstVersions } from "./versions";

/** The folder of an environment. */
export const deliveryFolder = (environment: string): string => `deploy/${environment}`;

/** The folder of a cluster, which Flux follows in it. */
export const clusterFolder = (environment: string, cluster: string): string =>
  `${deliveryFolder(environment)}/${clusterFolderOf(cluster)}`;

/** The file with the versions of the images, which the generator writes once and never again. */
export const versionsFile = (environment: string): string =>
  `${deliveryFolder(environment)}/${VERSIONS_FOLDER}/kustomization.yaml`;

/** The workloads that come from the repository. */
export const deliveredFromRepository = ({ workloads }: Environment): readonly Workload[] =>
  workloads.filter(({ delivery }) => DELIVERIES[delivery].fromRepository);

const FOLLOWERS: {
  readonly [Name in DeliveryName]: (typeof DELIVERIES)[Name]["fromRepository"] extends true
    ? Follower
    : undefined;
} = {
  terraform: undefined,
  flux: FLUX_FOLLOWER,
  argocd: ARGOCD_FOLLOWER,
};

/** The one who follows an environment's folder; all workloads that come from it have the same. */
const followerOf = (environment: Environment): Follower | undefined =>
  deliveredFromRepository(environment).map(({ delivery }) => FOLLOWERS[delivery])[0];

/** The folder of what all clusters have in common; no cluster can be called so. */
const BASE = "_base";

/**
 * What the repository holds of an environment: for each workload a base with its objects, and for each cluster a folder with
 * what differs from the base; beside them, what the follower is told. Kustomize alone can build every folder.
 */
export function deliveryTree(environment: Environment): Tree {
  const follower = followerOf(environment);
  if (follower === undefined) return {};
  const delivered = deliveredInto(environment, follower);
  const folders: Folders = {
    root: deliveryFolder(environment.name),
    of: ({ name }) => clusterFolder(environment.name, name),
  };
  return Object.assign(
    {},
    follower.instructions(environment, folders, delivered),
    ...deliveredFromRepository(environment).map(({ name }) =>
      workloadTree(environment, follower, name, folders, delivered),
    ),
  );
}

/** The versions' file as it is written where there is none. */
export const firstVersionsFile = (environment: Environment): string =>
  `${VERSIONS_NOTE}${followerOf(environment)?.write(firstVersions(deliveredFromRepository(environment)))}`;

/** Every cluster that something is delivered into. */
const deliveredInto = (environment: Environment, follower: Follower): readonly Delivered[] =>
  clustersOf(environment)
    .map((cluster) => ({
      cluster,
      workloads: workloadsIn(environment, { ...cluster, cluster: cluster.name })
        .filter(({ delivery }) => DELIVERIES[delivery].fromRepository)
        .map((workload) => ({ workload, objects: objectsIn(environment, follower, cluster, workload) })),
    }))
    .filter(({ workloads }) => workloads.length > 0);

function workloadTree(
  environment: Environment,
  follower: Follower,
  name: string,
  { root, of }: Folders,
  delivered: readonly Delivered[],
): Tree {
  const running = delivered.flatMap(({ cluster, workloads }) =>
    workloads
      .filter(({ workload }) => workload.name === name)
      .map((each): [PlacedCluster, DeliveredWorkload] => [cluster, each]),
  );
  const { base, overlays } = layersOf(
    new Map(running.map(([cluster, { objects }]) => [cluster.name, objects])),
  );
  return Object.assign(
    { [`${root}/${BASE}/${name}/kustomization.yaml`]: generated(follower, listing(base.map(fileOf))) },
    filesOf(follower, `${root}/${BASE}/${name}`, base),
    ...running.map(([cluster, { workload }]) => {
      const { own, patches } = overlays.get(cluster.name) as Overlay;
      const folder = `${of(cluster)}/${name}`;
      const kustomization = workloadKustomization(workload, {
        resources: [`../../${BASE}/${name}`, ...own.map(fileOf)],
        patches: patches.map(patchFileOf),
        versions: `../../${VERSIONS_FOLDER}`,
        registry: follower.registry(traitsOf(environment, cluster).registry),
      });
      return {
        [`${folder}/kustomization.yaml`]: generated(follower, kustomization),
        ...filesOf(follower, folder, own),
        ...filesOf(follower, folder, patches, patchFileOf),
      };
    }),
  );
}

const objectsIn = (
  environment: Environment,
  follower: Follower,
  cluster: PlacedCluster,
  workload: Workload,
): readonly KubernetesObject[] =>
  deliveredObjects(
    {
      ...traitsOf(environment, cluster),
      environment: environment.name,
      region: cluster.region,
      cluster: cluster.name,
      host: follower.host(cluster),
      workloads: workloadsIn(environment, { ...cluster, cluster: cluster.name }),
      databases: [], // a rule asks for another delivery where there are some
    },
    workload,
    workload.services.some(speaksTls) ? CERTIFICATE : undefined,
    environment.gitops?.alerts.kind !== "none",
  ).map(follower.prepared);

/** The certificate that Terraform puts into the namespace of a workload: under this name, from each of the issuers. */
const CERTIFICATE: Certificate = {
  secretName: "certificate",
  authoritySecret: "certificate",
  filledBy: [],
};

const VERSIONS_NOTE = `# The images that the clusters run. Written once; afterwards changed by 'kustomize edit set image' alone.\n`;
