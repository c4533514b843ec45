import { scrapeJobOf } from "../config/composed-names";
import { logsIn } from "../config/hub";
import { workloadsIn } from "../config/in-cluster";
import { servingRegions } from "../config/places";
import type { Environment, Workload } from "../config/schema/environment";
import { clustersWithRole } from "../config/topology";
import { hasCanary } from "../constructs/flagger/canary";
import { podNamesOf } from "../constructs/flagger/primary";
import {
  alloyJob,
  flaggerJob,
  ingressJobs,
  loadBalancerJob,
  lokiJob,
  type ScrapeJob,
  type ServiceTarget,
  serviceJob,
} from "../constructs/monitoring/scrape";
import type { ClusterHandle } from "./cluster-handle";

type Cluster = Pick<ClusterHandle, "place" | "role" | "traits">;

/** How services prove themselves to Prometheus. */
export interface Proof extends Pick<ServiceTarget, "platformCa"> {
  /** The name that their certificate proves. */
  readonly serverName: () => string;
}

/** What a cluster is asked besides what the chart asks by itself. */
export function scrapeJobs(environment: Environment, cluster: Cluster, proof: Proof): readonly ScrapeJob[] {
  const { place, role } = cluster;
  const { isRead, isKept } = logsIn(environment, { name: place.cluster, role });
  return [
    ...(role === "edge" ? [balancerJob(environment, cluster)] : runningJobs(environment, cluster, proof)),
    ...(isRead ? [alloyJob(place)] : []),
    ...(isKept ? [lokiJob(place)] : []),
  ];
}

/** The jobs of a cluster that must find a target. */
export const watchedJobs = (environment: Environment, cluster: Cluster): readonly string[] => [
  ...scrapeJobs(environment, cluster, { serverName: () => "", platformCa: false }).map(
    ({ job_name }) => job_name,
  ),
  "apiserver",
  "kubelet",
  ...(cluster.role === "edge" ? [] : ["kube-state-metrics", "node-exporter"]),
];

/** What runs in a cluster, and its ingress. */
function runningJobs(environment: Environment, { place, role, traits }: Cluster, proof: Proof) {
  const workloads = workloadsIn(environment, { ...place, role });
  return [
    ...targetsOf(workloads, proof).map((target) => serviceJob(target, place)),
    ...ingressJobs(place, traits.ingress),
    ...(workloads.some(({ services }) => services.some(hasCanary)) ? [flaggerJob(place)] : []),
  ];
}

/** The load balancer, which sees the regions from outside. */
function balancerJob(environment: Environment, { place }: Cluster): ScrapeJob {
  const regions = [...servingRegions(environment).keys()].map((name) => ({
    name,
    clusters: clustersWithRole(environment, "api")
      .filter(({ region }) => region === name)
      .map((cluster) => cluster.name),
  }));
  return loadBalancerJob(regions, place);
}

/** Every service of a workload that has metrics. */
const targetsOf = (workloads: readonly Workload[], proof: Proof): readonly ServiceTarget[] =>
  workloads.flatMap(({ name: workload, namespace, services }) =>
    services.flatMap((service) => {
      const { name, protocol, metrics } = service;
      return metrics
        ? [
            {
              job: scrapeJobOf(workload, name),
              namespace,
              pods: podNamesOf(service),
              protocol,
              port: metrics.port,
              path: metrics.path,
              serverName: proof.serverName(),
              platformCa: proof.platformCa,
            },
          ]
        : [];
    }),
  );
