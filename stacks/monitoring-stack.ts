import { RandomProvider } from "@cdktf/provider-random/lib/provider";
import type { Construct } from "constructs";
import { logsIn, receiverHost } from "../config/hub";
import { workloadsIn } from "../config/in-cluster";
import { workspaceName } from "../config/names";
import type { Environment, Service } from "../config/schema/environment";
import { stateOf } from "../config/state";
import { useCluster } from "../constructs/kubernetes/access";
import type { BucketCredentials } from "../constructs/logs/logs";
import { Monitoring, type MonitoringProps } from "../constructs/monitoring/monitoring";
import { secretVariable } from "../constructs/secret-variable";
import { ingressOf } from "../constructs/workload/ingress";
import { speaksTls } from "../constructs/workload/objects";
import api from "../dashboards/api.json";
import clusters from "../dashboards/clusters.json";
import globalLoadBalancer from "../dashboards/global-load-balancer.json";
import logs from "../dashboards/logs.json";
import movies from "../dashboards/movies.json";
import {
  apiClusterRules,
  edgeClusterRules,
  hubRules,
  type Objectives,
  toolingClusterRules,
  watchdog,
} from "../dashboards/rules";
import type { ClusterHandle } from "./cluster-handle";
import { consolesOf } from "./consoles";
import type { HubCertificates } from "./hub-certificates";
import { type HubClusters, hubClusters } from "./hub-clusters";
import type { RegionalCertificates } from "./regional-certificates";
import { scrapeJobs, watchedJobs } from "./scrape-jobs";
import { PlatformStack } from "./workspace/platform-stack";

export interface MonitoringStackProps {
  readonly environment: Environment;

  readonly cluster: ClusterHandle;

  /** The clusters of the environment, of which one may keep the samples of all. */
  readonly clusters: readonly ClusterHandle[];

  /** What the regions prove themselves with, to Prometheus too. */
  readonly regionalCertificates: RegionalCertificates;

  /** What the hub and those who write to it prove themselves with. */
  readonly hubCertificates: HubCertificates;
}

/** `<environment>-monitoring-<cluster>`: Prometheus and what belongs to it. Nothing else depends on it. */
export class MonitoringStack extends PlatformStack {
  constructor(scope: Construct, props: MonitoringStackProps) {
    const { environment, cluster } = props;
    const { place, role } = cluster;
    super(
      scope,
      workspaceName(environment.name, "monitoring", place),
      stateOf(environment, place.region),
      environment,
    );
    useCluster(this, cluster.access(this));

    const hub = hubClusters(environment, props.clusters);
    const platformCa = this.platformCa(props);
    const { retention, storage, storageClass, intervalSeconds } = environment.monitoring;
    new Monitoring(this, "Monitoring", {
      place,
      scale: role === "edge" ? "edge" : "api",
      jobs: scrapeJobs(environment, cluster, {
        serverName: () => cluster.hostName(this),
        platformCa: platformCa !== undefined,
      }),
      platformCa,
      ...(hub?.writers.includes(cluster) ? this.writing(hub.keeper, props) : this.keeping(hub, props)),
      retention,
      storage,
      storageClass,
      intervalSeconds,
      logs: this.logs(props),
      chartMirror: environment.charts.mirror,
    });
    this.publish({});
  }

  /** Everything goes to the hub, which judges and shows it. */
  private writing(
    keeper: ClusterHandle,
    { environment, cluster, hubCertificates }: MonitoringStackProps,
  ): Part {
    return {
      rules: [],
      dashboards: {},
      alerts: { kind: "none" },
      writer: {
        host: receiverHost(keeper.hostName(this)),
        address: keeper.address(this),
        queue: (environment.monitoring.hub as Hub).queue,
        certificate: hubCertificates.writer(this, cluster),
        authority: hubCertificates.authority(this),
      },
    };
  }

  /** What is kept here is judged and shown here, and goes to a hosted Prometheus, if there is one. */
  private keeping(hub: HubClusters<ClusterHandle> | undefined, props: MonitoringStackProps): Part {
    const { environment, cluster } = props;
    const { monitoring } = environment;
    if (cluster.role !== "edge") new RandomProvider(this, "Random");
    const isHub = hub?.keeper === cluster;
    return {
      rules: [
        ...(isHub ? rulesOfHub(environment, hub) : rulesOf(environment, cluster)),
        ...(monitoring.deadMansSwitch ? [watchdog] : []),
      ],
      dashboards: dashboardsOf(environment, isHub ? "hub" : cluster.role),
      remoteWrite: this.remoteWrite(monitoring),
      alerts: this.alerts(monitoring),
      longTerm: this.longTerm(monitoring, cluster),
      deadMansSwitch: this.deadMansSwitch(monitoring, cluster),
      receiver: isHub ? this.receiver(props) : undefined,
      consoles: isHub ? this.consoles(props) : undefined,
    };
  }

  private receiver({ environment, cluster, hubCertificates }: MonitoringStackProps): Part["receiver"] {
    const host = receiverHost(cluster.hostName(this));
    return {
      host,
      ingress: ingressOf(cluster.traits).callers,
      certificate: hubCertificates.receiver(this, cluster, host),
      authority: hubCertificates.authority(this),
      outOfOrderWindow: (environment.monitoring.hub as Hub).outOfOrderWindow,
    };
  }

  private consoles({ environment, cluster, regionalCertificates }: MonitoringStackProps): Part["consoles"] {
    return consolesOf(this, environment, cluster, regionalCertificates, ["grafana", "prometheus"]);
  }

  private logs({ environment, cluster: { place, role } }: MonitoringStackProps): MonitoringProps["logs"] {
    const { isRead, isKept } = logsIn(environment, { name: place.cluster, role });
    const { logs, storageClass } = environment.monitoring;
    if (!isRead || !logs) return undefined;
    if (!isKept) return { kept: undefined };
    const bucket = logs.bucket && { ...logs.bucket, ...this.bucketCredentials() };
    return { kept: { ...logs, storageClass, bucket } };
  }

  private bucketCredentials(): BucketCredentials {
    return {
      accessKey: secretVariable(this, "logs_access_key", "Access key of the bucket that Loki keeps lines in"),
      secretKey: secretVariable(this, "logs_secret_key", "Secret key of the bucket that Loki keeps lines in"),
    };
  }

  private platformCa({
    environment,
    cluster,
    regionalCertificates,
  }: MonitoringStackProps): string | undefined {
    const workloads = workloadsIn(environment, { ...cluster.place, role: cluster.role });
    return workloads.some(({ services }) => services.some(speaksTls))
      ? regionalCertificates.authority(this)
      : undefined;
  }

  private remoteWrite({ remoteWrite }: Environment["monitoring"]): Part["remoteWrite"] {
    if (!remoteWrite) return undefined;
    const token = secretVariable(
      this,
      "remote_write_token",
      "Password or token for writing to the remote Prometheus; Grafana Cloud calls it an access policy token",
    );
    return { ...remoteWrite, token };
  }

  private longTerm({ longTerm }: Environment["monitoring"], cluster: ClusterHandle): Part["longTerm"] {
    const store = longTerm && cluster.metricsStore?.(this);
    return store && { ...longTerm, store };
  }

  private alerts({ alerts }: Environment["monitoring"]): Part["alerts"] {
    if (alerts.kind === "none") return alerts;
    const webhookUrl = secretVariable(this, "alert_webhook_url", "URL that alerts are posted to; https only");
    return { ...alerts, webhookUrl };
  }

  private deadMansSwitch(
    { deadMansSwitch }: Environment["monitoring"],
    { place }: ClusterHandle,
  ): Part["deadMansSwitch"] {
    if (!deadMansSwitch) return undefined;
    const variable = `watchdog_url_${place.cluster.replaceAll("-", "_")}`;
    const url = secretVariable(
      this,
      variable,
      `URL that is called while ${place.cluster} is well; https only`,
    );
    return { ...deadMansSwitch, url, variable };
  }
}

type Hub = NonNullable<Environment["monitoring"]["hub"]>;

/** What depends on who keeps the samples. */
type Part = Pick<
  MonitoringProps,
  | "rules"
  | "dashboards"
  | "longTerm"
  | "remoteWrite"
  | "alerts"
  | "deadMansSwitch"
  | "receiver"
  | "consoles"
  | "writer"
>;

function rulesOf(environment: Environment, cluster: ClusterHandle): Part["rules"] {
  const objectives = objectivesOf(environment);
  const jobs = watchedJobs(environment, cluster);
  switch (cluster.role) {
    case "api":
      return apiClusterRules({ objectives, jobs });
    case "edge":
      return edgeClusterRules({ objectives, jobs });
    case "tooling":
      return toolingClusterRules(jobs);
  }
}

function rulesOfHub(
  environment: Environment,
  { keeper, writers }: HubClusters<ClusterHandle>,
): Part["rules"] {
  const watched = (cluster: ClusterHandle) => ({
    place: cluster.place,
    jobs: watchedJobs(environment, cluster),
  });
  return hubRules({
    objectives: objectivesOf(environment),
    own: watched(keeper),
    writers: writers.map(watched),
  });
}

/** A cluster that serves no users has only what is about clusters, unless it is the hub. */
const dashboardsOf = (
  { balancer, monitoring, workloads }: Environment,
  of: ClusterHandle["role"] | "hub",
): Part["dashboards"] =>
  of === "edge"
    ? {}
    : {
        ...(of === "tooling"
          ? {}
          : {
              api,
              // Another balancer than Traefik has no metrics of this kind.
              ...(balancer.kind === "traefik" ? { "global-load-balancer": globalLoadBalancer } : {}),
              ...(workloads.some(({ services }) => services.some(isOfMovies)) ? { movies } : {}),
            }),
        clusters,
        ...(monitoring.logs ? { logs } : {}),
      };

/** The program tells by its image what its metrics are called. */
const isOfMovies = ({ image }: Service): boolean => /\/movies[:@]/.test(image);

const objectivesOf = ({ monitoring }: Environment): Objectives => {
  const { availability, latency } = monitoring.objectives;
  return { availability, latency: { objective: latency.objective, threshold: latency.thresholdSeconds } };
};
