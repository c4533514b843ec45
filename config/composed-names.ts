import type { DatabaseRole } from "./databases";
import { NAMESPACES } from "./namespaces";

/*
 * Names that are put together from those that people choose. Each is made here alone; `rules/names.ts` judges whether two
 * of them meet. Lengths need no rule: with the longest names that the schema takes, all of them fit (a test says so).
 */

/** A name where the platform has some of its own: a dot, which no name of a person's holds, sets it apart from them. */
const besides = (ours: readonly string[], name: string, role: string): string =>
  ours.includes(name) ? `${name}.${role}` : name;

/** The network policies that every workload's namespace may have. */
export const POLICIES = {
  denyAll: "deny-all",
  neighbours: "talk-to-neighbours",
  solver: "acme-http-solver",
} as const;

/** The policy that admits callers to a service. */
export const admissionPolicyOf = (service: string): string =>
  besides(Object.values(POLICIES), service, "callers");

/** The policies that let a service call others; a dot sets them apart from those that are called like services. */
export const egressPolicyOf = (service: string): string => `${service}.egress`;
export const hostPolicyOf = (service: string): string => `${service}.hosts`;

/** The Service that a service's own load balancer is made of. Too long for a service's name. */
export const balancerOf = (service: string): string => `${service}-reached-from-outside-the-cluster`;

/** What answers 404 at blocked paths. Too long for a service's name. */
export const NOTHING = "nothing-for-callers-from-outside";

/** The policy of a job's pods. */
export const jobPolicyOf = (job: string): string => `${job}.job`;

/** The Helm release with the certificate of a workload's namespace. */
export const CERTIFICATE_RELEASE = "certificate";

/** The Helm release of a workload. */
export const releaseOf = (workload: string): string => besides([CERTIFICATE_RELEASE], workload, "workload");

/** The Secret with a service's environment variables that are secret. */
export const secretsOf = (service: string): string => `${service}-secrets`;

/**
 * The Job of one version of a job, at most 63 characters long: its pods carry the name as a label.
 *
 * @param version - of its image; what a name cannot hold, and what does not fit, is left out
 * @param checksum - of everything in it
 */
export const jobRunOf = (job: string, version: string, checksum: string): string => {
  const room = 63 - job.length - checksum.length - 2;
  const readable = version
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, room);
  return [job, readable.replace(/^-|-$/g, ""), checksum].filter((part) => part !== "").join("-");
};

/** The user of a database as which the pods of a cluster sign in, with passwords of one generation. */
export const loginOf = (role: DatabaseRole, cluster: string, generation: number): string =>
  `${role}-${cluster}-${generation}`;

/** The Secret with the connection to a database; a dot sets it apart from those that are called like services. */
export const connectionSecretOf = (database: string, role: DatabaseRole): string => `${database}.${role}`;

/** The volume claim that holds a service's certificate. */
export const claimOf = (service: string): string => `${service}-certificate`;

/** The ConfigMap with a service's plain environment variables, where a repository delivers it. */
export const environmentMapOf = (service: string): string => `${service}-environment`;

/** What Flagger calls the copy of a Deployment that serves users, its pods and its Service. */
export const primaryOf = (service: string): string => `${service}-primary`;

/** What Flagger calls the Service of the pods on trial. */
export const canaryOf = (service: string): string => `${service}-canary`;

/** What a version on trial is measured by, in the order in which Flagger asks: without requests the others say nothing. */
export const MEASUREMENTS = ["request-rate", "error-rate", "latency"] as const;

/** The query of a measurement of a service. */
export const measurementOf = (service: string, measurement: (typeof MEASUREMENTS)[number]): string =>
  `${service}-${measurement}`;

/** The jobs of the platform's own, as far as a workload could have the name; those of the chart begin with its release's. */
const PLATFORM_JOBS =
  /^(?:apiserver|kubelet|kube-state-metrics|node-exporter|traefik|envoy|flagger|load-balancer|alloy|loki|monitoring-.*)$/;

/** The job that scrapes a service. One that is called like its workload gives the job its name. */
export const scrapeJobOf = (workload: string, service: string): string =>
  workload === service && !PLATFORM_JOBS.test(service) ? service : `${workload}/${service}`;

/** The namespace of Flux; its source and its first Kustomization have the same name. */
export const FLUX = NAMESPACES.flux;

/** The object that makes Flux follow a workload. */
export const followerOf = (workload: string): string => besides([FLUX], workload, "workload");

/** The namespace of Argo CD, in the cluster that it runs in. */
export const ARGOCD = NAMESPACES.argocd;

/** The projects of Argo CD that are the platform's own: the one that every Argo CD has, and that of the list of workloads. */
export const PROJECTS = { everything: "default", applications: "applications" } as const;

/** The project of a group of workloads. */
export const projectOf = ({
  name,
  group,
}: {
  readonly name: string;
  readonly group?: string | undefined;
}): string => besides(Object.values(PROJECTS), group ?? name, "group");

/** Who delivers workloads into a cluster from another one: its namespace, its account, its rights. */
export const DEPLOYER = NAMESPACES.deployer;

/** The folder of a cluster, beside that of the images' versions. */
export const VERSIONS_FOLDER = "versions";
export const clusterFolderOf = (cluster: string): string => besides([VERSIONS_FOLDER], cluster, "cluster");

/** The Secret with the chat's URL, and the name under which Flux and Flagger post to it. */
export const DELIVERY_ALERTS = "delivery-alerts";

/** The file of a workload in a cluster's folder, beside those of the platform. */
export const workloadFileOf = (workload: string): string =>
  `${besides(["kustomization", `provider-${DELIVERY_ALERTS}`, `alert-${DELIVERY_ALERTS}`], workload, "workload")}.yaml`;
