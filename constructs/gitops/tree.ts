import { traitsOf } from "../../config/clouds";
import { clusterFolderOf, VERSIONS_FOLDER, workloadFileOf } from "../../config/composed-names";
import type { Environment, Workload } from "../../config/schema/environment";
import { clustersWithRole, type PlacedCluster } from "../../config/topology";
import type { Certificate } from "../workload/certificate";
import type { Destination } from "../workload/destination";
import { speaksTls } from "../workload/objects";
import { deliveredObjects } from "./delivered-objects";
import { fluxAlerts } from "./flux-alerts";
import { fluxKustomization } from "./flux-kustomization";
import { fileOf, type Kustomization, listing, workloadKustomization } from "./kustomization";
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

/**
 * What the repository holds of an environment: a folder for each cluster, in it a Flux Kustomization for each workload,
 * and beside that a folder with the workload's objects, which Kustomize alone can build as well.
 */
export const deliveryTree = (environment: Environment): Tree =>
  Object.assign(
    {},
    ...clustersWithRole(environment, "api").map((cluster) => clusterTree(environment, cluster)),
  );

/** The versions' file as it is written where there is none. */
export const firstVersionsFile = (environment: Environment): string =>
  `${VERSIONS_NOTE}${fluxYaml(firstVersions(deliveredByFlux(environment)))}`;

function clusterTree(environment: Environment, cluster: PlacedCluster): Tree {
  const folder = clusterFolder(environment.name, cluster.name);
  const workloads = deliveredByFlux(environment);
  const alerts = environment.gitops?.alerts;
  const announcements =
    alerts === undefined || alerts.kind === "none" ? [] : fluxAlerts(cluster.name, alerts);
  const files = [...workloads.map(({ name }) => workloadFileOf(name)), ...announcements.map(fileOf)];
  return Object.assign(
    { [`${folder}/kustomization.yaml`]: generated(listing(files)) },
    ...announcements.map((object) => ({ [`${folder}/${fileOf(object)}`]: generated(object) })),
    ...workloads.map((workload) => ({
      [`${folder}/${workloadFileOf(workload.name)}`]: generated(
        fluxKustomization(workload, `./${folder}/${workload.name}`),
      ),
      ...workloadTree(environment, cluster, workload, `${folder}/${workload.name}`),
    })),
  );
}

function workloadTree(
  environment: Environment,
  cluster: PlacedCluster,
  workload: Workload,
  folder: string,
): Tree {
  const destination: Destination = {
    ...traitsOf(environment, cluster),
    environment: environment.name,
    region: cluster.region,
    cluster: cluster.name,
    host: clusterValue("host"),
  };
  const objects = deliveredObjects(
    destination,
    workload,
    workload.services.some(speaksTls) ? CERTIFICATE : undefined,
    environment.gitops?.alerts.kind !== "none",
  );
  const kustomization: Kustomization = workloadKustomization(
    workload,
    objects.map(fileOf),
    `../../${VERSIONS_FOLDER}`,
  );
  return {
    [`${folder}/kustomization.yaml`]: generated(kustomization),
    ...Object.fromEntries(objects.map((object) => [`${folder}/${fileOf(object)}`, generated(object)])),
  };
}

/** The certificate that Terraform puts into the namespace of a workload, under this name wherever it comes from. */
const CERTIFICATE: Certificate = {
  secretName: "certificate",
  authoritySecret: "certificate",
  filledBy: [],
};

const generated = (object: object): string =>
  `# Written by 'npm run gitops'; change config/ instead.\n${fluxYaml(object)}`;

const VERSIONS_NOTE = `# The images that the clusters run. Written once; afterwards changed by 'kustomize edit set image' alone.\n`;
