import { RandomProvider } from "@cdktf/provider-random/lib/provider";
import type { Construct } from "constructs";
import { scrapeJobOf } from "../config/composed-names";
import { workloadsIn } from "../config/in-cluster";
import { workspaceName } from "../config/names";
import { servingRegions } from "../config/places";
import type { Environment, Workload } from "../config/schema/environment";
import { stateOf } from "../config/state";
import { clustersWithRole } from "../config/topology";
import { hasCanary } from "../constructs/flagger/canary";
import { podNamesOf } from "../constructs/flagger/primary";
import { useCluster } from "../constructs/kubernetes/access";
import { Monitoring, type MonitoringProps } from "../constructs/monitoring/monitoring";
import {
  flaggerJob,
  ingressJob,
  loadBalancerJob,
  type ScrapeJob,
  type ServiceTarget,
  serviceJob,
} from "../constructs/monitoring/scrape";
import { secretVariable } from "../constructs/secret-variable";
import { speaksTls } from "../constructs/workload/objects";
import api from "../dashboards/api.json";
import clusters from "../dashboards/clusters.json";
import globalLoadBalancer from "../dashboards/global-load-balancer.json";
import { apiClusterRules, edgeClusterRules, type Objectives, toolingClusterRules } from "../dashboards/rules";
import type { ClusterHandle } from "./cluster-handle";
import type { RegionalCertificates } from "./regional-certificates";
import { PlatformStack } from "./workspace/platform-stack";

export interface MonitoringStackProps {
  readonly environment: Environment;

  readonly cluster: ClusterHandle;

  /** What the regions prove themselves with, to Prometheus too. */
  readonly regionalCertificates: RegionalCertificates;
}

/** `<environment>-monitoring-<cluster>`: Prometheus and what belongs to it. Nothing else depends on it. */
export class MonitoringStack extends PlatformStack {
  constructor(scope: Construct, props: MonitoringStackProps) {
    const { environment } = props;
    const { place, role } = props.cluster;
    super(scope, workspaceName(environment.name, "monitoring", place), stateOf(environment, place.region));
    useCluster(this, props.cluster.access(this));

    const { retention, storage, storageClass, intervalSeconds } = environment.monitoring;
    new Monitoring(this, "Monitoring", {
      place,
      ...(role === "edge" ? this.edge(props) : this.running(props)),
      retention,
      storage,
      storageClass,
      intervalSeconds,
      remoteWrite: this.remoteWrite(environment),
      alerts: this.alerts(environment),
      chartMirror: environment.charts.mirror,
    });
    this.publish({});
  }

  /** What a cluster is asked that workloads run in. */
  private running({ environment, cluster, regionalCertificates }: MonitoringStackProps) {
    const { place, role, traits } = cluster;
    new RandomProvider(this, "Random");
    const workloads = workloadsIn(environment, { ...place, role });
    const platformCa = workloads.some(({ services }) => services.some(speaksTls))
      ? regionalCertificates.authority(this)
      : undefined;
    const services = targetsOf(workloads, () => cluster.hostName(this), platformCa !== undefined);
    const jobs = [
      ...services.map((target) => serviceJob(target, place)),
      ingressJob(place, traits.ingress),
      ...(workloads.some(({ services }) => services.some(hasCanary)) ? [flaggerJob(place)] : []),
    ];
    const watched = [...namesOf(jobs), "apiserver", "kubelet", "kube-state-metrics", "node-exporter"];
    return {
      scale: "api",
      jobs,
      platformCa,
      ...(role === "api"
        ? {
            rules: apiClusterRules({ objectives: objectivesOf(environment), jobs: watched }),
            dashboards: {
              api,
              // Another balancer than Traefik has no metrics of this kind.
              ...(environment.balancer.kind === "traefik"
                ? { "global-load-balancer": globalLoadBalancer }
                : {}),
              clusters,
            },
          }
        : { rules: toolingClusterRules(watched), dashboards: { clusters } }),
    } satisfies Partial<MonitoringProps>;
  }

  /** What the load balancer's cluster is asked, which sees the regions from outside. */
  private edge({ environment, cluster: { place } }: MonitoringStackProps) {
    const regions = [...servingRegions(environment).keys()].map((name) => ({
      name,
      clusters: clustersWithRole(environment, "api")
        .filter(({ region }) => region === name)
        .map((cluster) => cluster.name),
    }));
    const jobs = [loadBalancerJob(regions, place)];
    return {
      scale: "edge",
      jobs,
      rules: edgeClusterRules({
        objectives: objectivesOf(environment),
        jobs: [...namesOf(jobs), "apiserver", "kubelet"],
      }),
      dashboards: {},
    } satisfies Partial<MonitoringProps>;
  }

  private remoteWrite({ monitoring: { remoteWrite } }: Environment): MonitoringProps["remoteWrite"] {
    if (!remoteWrite) return undefined;
    const token = secretVariable(
      this,
      "remote_write_token",
      "Password or token for writing to the remote Prometheus; Grafana Cloud calls it an access policy token",
    );
    return { ...remoteWrite, token };
  }

  private alerts({ monitoring: { alerts } }: Environment): MonitoringProps["alerts"] {
    if (alerts.kind === "none") return alerts;
    const webhookUrl = secretVariable(this, "alert_webhook_url", "URL that alerts are posted to; https only");
    return { ...alerts, webhookUrl };
  }
}

const namesOf = (jobs: readonly ScrapeJob[]): readonly string[] => jobs.map(({ job_name }) => job_name);

const objectivesOf = ({ monitoring }: Environment): Objectives => {
  const { availability, latency } = monitoring.objectives;
  return { availability, latency: { objective: latency.objective, threshold: latency.thresholdSeconds } };
};

/** Every service of a workload that has metrics. */
const targetsOf = (
  workloads: readonly Workload[],
  serverName: () => string,
  platformCa: boolean,
): readonly ServiceTarget[] =>
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
              serverName: serverName(),
              platformCa,
            },
          ]
        : [];
    }),
  );
