import { traitsOf } from "../../config/clouds";
import { clusterFolderOf, VERSIONS_FOLDER, workloadFileOf } from "../../config/composed-names";
import { workloadsIn } from "../../config/in-cluster";
import type { Environment, Workload } from "../../config/schema/environment";
import { clustersOf, type PlacedCluster } from "../../config/topology";
import type { KubernetesObject } from "../kubernetes/object";
import type { Certificate } from "../workload/certificate";
import { speaksTls } from "../workload/objects";
import { deliveredObjects } from "./delivered-objects";
import { fluxAlerts } from "./flux-alerts";
import { fluxKustomization } from "./flux-kustomization";
import { fileOf, listing, patchFileOf, workloadKustomization } from "./kustomization";
import { layersOf, type Overlay } from "./layers";
import { clusterValue, fluxYaml } from "./substitution";
import { firstVersions } from "./versions";

/** Files by their path in the repository. */
export type Tree = Readonly<Record<string, string>>;

/** The folder of an environment. */
export const deliveryFolder = (environment: string): string => `deploy/${environment}`;

/** The folder of a cluster, which Flux follows in it. */
export const clusterFolder = (environment: string, cluster: string): string =>
  `${deliveryFolder(environment)}/${clusterFolderOf(cluster)}`;

/** The file with the versions of the images, which the generator writes once and never again. */
export const versionsFile = (environment: string): string =>
  `${deliveryFolder(environment)}/${VERSIONS_FOLDER}/kustomization.yaml`;

export const deliveredByFlux = ({ workloads }: Environment): readonly Workload[] =>
  workloads.filter(({ delivery }) => delivery === "flux");

/** The folder of what all clusters have in common; no cluster can be called so. */
const BASE = "_base";

/**
 * What the repository holds of an environment: for each workload a base with its objects; and for each cluster a folder with
 * a Flux Kustomization for each workload and, beside that, a folder with what differs from the base. Kustomize alone can
 * build every folder.
 */
export function deliveryTree(environment: Environment): Tree {
  const clusters = clustersOf(environment).filter((cluster) => deliveredIn(environment, cluster).length > 0);
  return Object.assign(
    {},
    ...clusters.map((cluster) => clusterTree(environment, cluster)),
    ...deliveredByFlux(environment).map((workload) => workloadTree(environment, workload, clusters)),
  );
}

/** The workloads that Flux delivers into a cluster, as they run there. */
const deliveredIn = (environment: Environment, { name, region, role }: PlacedCluster): readonly Workload[] =>
  workloadsIn(environment, { cluster: name, region, role }).filter(({ delivery }) => delivery === "flux");

/** The versions' file as it is written where there is none. */
export const firstVersionsFile = (environment: Environment): string =>
  `${VERSIONS_NOTE}${fluxYaml(firstVersions(deliveredByFlux(environment)))}`;

function clusterTree(environment: Environment, cluster: PlacedCluster): Tree {
  const folder = clusterFolder(environment.name, cluster.name);
  const workloads = deliveredIn(environment, cluster);
  const alerts = environment.gitops?.alerts;
  const announcements =
    alerts === undefined || alerts.kind === "none" ? [] : fluxAlerts(cluster.name, alerts);
  const files = [...workloads.map(({ name }) => workloadFileOf(name)), ...announcements.map(fileOf)];
  return Object.assign(
    { [`${folder}/kustomization.yaml`]: generated(listing(files)) },
    filesOf(folder, announcements),
    ...workloads.map((workload) => ({
      [`${folder}/${workloadFileOf(workload.name)}`]: generated(
        fluxKustomization(workload, `./${folder}/${workload.name}`),
      ),
    })),
  );
}

function workloadTree(
  environment: Environment,
  { name, role }: Workload,
  clusters: readonly PlacedCluster[],
): Tree {
  const root = deliveryFolder(environment.name);
  const running = new Map(
    clusters
      .filter((cluster) => cluster.role === role)
      .map((cluster) => {
        const workload = deliveredIn(environment, cluster).find((each) => each.name === name) as Workload;
        return [cluster.name, { workload, objects: objectsIn(environment, cluster, workload) }] as const;
      }),
  );
  const { base, overlays } = layersOf(
    new Map([...running].map(([cluster, { objects }]) => [cluster, objects])),
  );
  return Object.assign(
    { [`${root}/${BASE}/${name}/kustomization.yaml`]: generated(listing(base.map(fileOf))) },
    filesOf(`${root}/${BASE}/${name}`, base),
    ...[...running].map(([cluster, { workload }]) => {
      const { own, patches } = overlays.get(cluster) as Overlay;
      const folder = `${clusterFolder(environment.name, cluster)}/${name}`;
      const kustomization = workloadKustomization(workload, {
        resources: [`../../${BASE}/${name}`, ...own.map(fileOf)],
        patches: patches.map(patchFileOf),
        versions: `../../${VERSIONS_FOLDER}`,
      });
      return {
        [`${folder}/kustomization.yaml`]: generated(kustomization),
        ...filesOf(folder, own),
        ...filesOf(folder, patches, patchFileOf),
      };
    }),
  );
}

const objectsIn = (
  environment: Environment,
  cluster: PlacedCluster,
  workload: Workload,
): readonly KubernetesObject[] =>
  deliveredObjects(
    {
      ...traitsOf(environment, cluster),
      environment: environment.name,
      region: cluster.region,
      cluster: cluster.name,
      host: clusterValue("host"),
      workloads: workloadsIn(environment, {
        cluster: cluster.name,
        region: cluster.region,
        role: cluster.role,
      }),
      databases: [], // a rule asks for another delivery where there are some
    },
    workload,
    workload.services.some(speaksTls) ? CERTIFICATE : undefined,
    environment.gitops?.alerts.kind !== "none",
  );

const filesOf = (folder: string, objects: readonly KubernetesObject[], nameOf = fileOf): Tree =>
  Object.fromEntries(objects.map((object) => [`${folder}/${nameOf(object)}`, generated(object)]));

/** The certificate that Terraform puts into the namespace of a workload: under this name, from each of the issuers. */
const CERTIFICATE: Certificate = {
  secretName: "certificate",
  authoritySecret: "certificate",
  filledBy: [],
};

/** Begins every file that is written anew each time; a file without it was not generated, and is left alone. */
export const FIRST_LINE = "# Written by 'npm run gitops'; change config/ instead.";

const generated = (object: object): string => `${FIRST_LINE}\n${fluxYaml(object)}`;

const VERSIONS_NOTE = `# The images that the clusters run. Written once; afterwards changed by 'kustomize edit set image' alone.\n`;
