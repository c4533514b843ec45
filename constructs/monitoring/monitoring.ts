import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { Password } from "@cdktf/provider-random/lib/password";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { NAMESPACES } from "../../config/namespaces";
import type { RuleGroup } from "../../dashboards/rules";
import { MonitoringConsoles, type MonitoringConsolesProps } from "../consoles/monitoring-consoles";
import { ssoSecret } from "../consoles/sso";
import { ChartRelease } from "../kubernetes/chart-release";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { Namespace } from "../kubernetes/namespace";
import { variableSecret } from "../kubernetes/variable-secret";
import { type KeptLogs, Logs } from "../logs/logs";
import {
  type DeadMansSwitch,
  type Routing,
  WATCHDOG_SECRET,
  WEBHOOK_SECRET,
  webhookCondition,
} from "./alertmanager";
import { type ChartValuesProps, chartValues, PROMETHEUS } from "./chart-values";
import { dashboardsObject } from "./dashboards-object";
import { ADMIN_KEYS, ADMIN_SECRET } from "./grafana";
import { networkPolicies } from "./network-policies";
import { Receiver, type ReceiverProps } from "./receiver";
import { REMOTE_WRITE_SECRET, type RemoteWrite, remoteWriteSecret } from "./remote-write";
import { ruleObject } from "./rule-object";
import { CA_CONFIG_MAP } from "./scrape";
import { thanosObjects } from "./thanos/objects";
import { OBJECT_STORE, OBJECT_STORE_KEY } from "./thanos/store";
import { Writer, type WriterProps } from "./writer";

export interface MonitoringProps
  extends Omit<
    ChartValuesProps,
    | "alerts"
    | "deadMansSwitch"
    | "remoteWrite"
    | "platformCa"
    | "receives"
    | "writing"
    | "keepsLogs"
    | "grafanaConsole"
  > {
  /** None where another cluster judges. */
  readonly rules: readonly RuleGroup[];

  /** Dashboards by the name of their file; only where there is a Grafana. */
  readonly dashboards: Readonly<Record<string, object>>;

  /** The CA of the scraped services, PEM. @default - a public one, which the system knows */
  readonly platformCa?: string | undefined;

  /** @default - samples stay in the cluster */
  readonly remoteWrite?: (RemoteWrite & { readonly token: string }) | undefined;

  /** The webhook's URL is sensitive. */
  readonly alerts: Routing & { readonly webhookUrl?: string };

  /** The URL is sensitive; `variable` is what it comes from. @default - no dead man's switch */
  readonly deadMansSwitch?:
    | (DeadMansSwitch & { readonly url: string; readonly variable: string })
    | undefined;

  /** Takes what other clusters write. @default - no other cluster writes here */
  readonly receiver?:
    | (Omit<ReceiverProps, "namespace" | "takesLogs" | "dependsOn"> & ChartValuesProps["receives"])
    | undefined;

  /** Writes everything to another cluster. @default - samples are kept here */
  readonly writer?: Omit<WriterProps, "namespace"> | undefined;

  /** How the logs of pods are kept, where they are read: here, or by the hub. @default - they are not read */
  readonly logs?: { readonly kept: KeptLogs | undefined } | undefined;

  /** Pages that people reach from outside. @default - none; by port-forward alone */
  readonly consoles?: MonitoringConsolesProps | undefined;

  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;
}

/**
 * Prometheus with its rules, on clusters that serve users also Alertmanager, the exporters and Grafana with its
 * dashboards. Nothing of it is reachable from outside the cluster, but for the receiver of a hub, and pages
 * that are shown to those who sign in. A cluster that writes to
 * a hub has an agent of Prometheus and the exporters.
 */
export class Monitoring extends Construct {
  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    const namespace = new Namespace(this, "Namespace", { name: NAMESPACES.monitoring }).name;

    const writer = props.writer && new Writer(this, "Writer", { ...props.writer, namespace });
    const prerequisites = [
      ...this.platformCa(namespace, props),
      ...this.remoteWriteSecret(namespace, props),
      ...this.objectStore(namespace, props),
      ...this.webhookSecret(namespace, props),
      ...this.watchdogSecret(namespace, props),
      ...(props.scale === "api" ? this.exporterParts() : []),
      ...(props.scale === "api" && !writer ? this.grafanaParts(namespace, props) : []),
      ...(writer?.prerequisites ?? []),
      ...(props.consoles ? [ssoSecret(this, namespace, props.consoles.clientSecret)] : []),
    ];
    const network = new ManifestRelease(this, "Network", {
      name: "monitoring-network",
      namespace,
      objects: networkPolicies(props),
    });
    const stack = new ChartRelease(this, "Resource", {
      name: "monitoring",
      namespace,
      chart: "kubePrometheusStack",
      mirror: props.chartMirror,
      values: chartValues({
        ...props,
        platformCa: props.platformCa !== undefined,
        receives: props.receiver,
        writing: writer?.writing,
        keepsLogs: props.logs?.kept !== undefined,
        grafanaConsole: grafanaConsoleOf(props.consoles),
      }),
      timeoutSeconds: 600, // the first time every image is pulled
      dependsOn: [...prerequisites, network.resource],
    });
    const logs =
      props.logs &&
      new Logs(this, "Logs", {
        namespace,
        place: props.place,
        kept: props.logs.kept,
        destination: writer?.writing ?? "neighbour",
        dependsOn: [...(writer?.prerequisites ?? []), network.resource],
        chartMirror: props.chartMirror,
      });
    this.longTerm(namespace, props, stack);
    if (props.receiver) {
      new Receiver(this, "Receiver", {
        ...props.receiver,
        namespace,
        takesLogs: logs !== undefined,
        dependsOn: [stack, ...(logs?.taking ?? [])],
      });
    }
    if (props.consoles) {
      new MonitoringConsoles(this, "Consoles", {
        ...props.consoles,
        namespace,
        prometheusUrl: PROMETHEUS,
        dependsOn: [stack],
      });
    }
    if (writer) return;
    // After the chart, which brings the definition of the rules' kind.
    new ManifestRelease(this, "Rules", {
      name: "monitoring-rules",
      namespace,
      objects: [ruleObject(props.rules)],
      dependsOn: [stack],
    });
  }

  private platformCa(namespace: string, { platformCa }: MonitoringProps): readonly ITerraformDependable[] {
    if (platformCa === undefined) return [];
    return [
      new ConfigMapV1(this, "PlatformCa", {
        metadata: { name: CA_CONFIG_MAP, namespace },
        data: { "ca.crt": platformCa },
      }),
    ];
  }

  private remoteWriteSecret(
    namespace: string,
    { remoteWrite }: MonitoringProps,
  ): readonly ITerraformDependable[] {
    if (!remoteWrite) return [];
    return [
      variableSecret(this, "RemoteWrite", {
        metadata: { name: REMOTE_WRITE_SECRET, namespace },
        data: remoteWriteSecret(remoteWrite, remoteWrite.token),
      }),
    ];
  }

  /** Where the bucket is. */
  private objectStore(namespace: string, { longTerm }: MonitoringProps): readonly ITerraformDependable[] {
    if (!longTerm) return [];
    return [
      new ConfigMapV1(this, "ObjectStore", {
        metadata: { name: OBJECT_STORE, namespace },
        data: { [OBJECT_STORE_KEY]: JSON.stringify(longTerm.store.objectStore) }, // which is YAML as well
      }),
    ];
  }

  /** What reads the bucket: it finds the sidecars by a Service of the chart's. */
  private longTerm(
    namespace: string,
    { longTerm, storageClass }: MonitoringProps,
    stack: ITerraformDependable,
  ): void {
    if (!longTerm) return;
    new ManifestRelease(this, "LongTerm", {
      name: "monitoring-long-term",
      namespace,
      objects: thanosObjects({ ...longTerm, namespace, storageClass }),
      dependsOn: [stack],
    });
  }

  private webhookSecret(namespace: string, { alerts }: MonitoringProps): readonly ITerraformDependable[] {
    if (alerts.webhookUrl === undefined) return [];
    return [
      variableSecret(this, "Webhook", {
        metadata: { name: WEBHOOK_SECRET, namespace },
        data: { url: alerts.webhookUrl },
        lifecycle: { precondition: [webhookCondition(alerts.webhookUrl, "alert_webhook_url")] },
      }),
    ];
  }

  private watchdogSecret(
    namespace: string,
    { deadMansSwitch }: MonitoringProps,
  ): readonly ITerraformDependable[] {
    if (!deadMansSwitch) return [];
    const { url, variable } = deadMansSwitch;
    return [
      variableSecret(this, "Watchdog", {
        metadata: { name: WATCHDOG_SECRET, namespace },
        data: { url },
        lifecycle: { precondition: [webhookCondition(url, variable)] },
      }),
    ];
  }

  /** What the exporters need before they start. */
  private exporterParts(): readonly ITerraformDependable[] {
    const exporters = new Namespace(this, "NodeExporter", {
      name: NAMESPACES.nodeExporter,
      podSecurity: "privileged", // it reads the node's own file systems and network
    });
    return [exporters.resource];
  }

  /** What Grafana needs before it starts. */
  private grafanaParts(namespace: string, { dashboards }: MonitoringProps): readonly ITerraformDependable[] {
    const password = new Password(this, "GrafanaPassword", { length: 32, special: false });
    const secret = new SecretV1(this, "GrafanaAdmin", {
      metadata: { name: ADMIN_SECRET, namespace },
      data: { [ADMIN_KEYS.user]: "admin", [ADMIN_KEYS.password]: password.result },
    });
    const release = new ManifestRelease(this, "Dashboards", {
      name: "monitoring-dashboards",
      namespace,
      objects: [dashboardsObject(dashboards)],
    });
    return [secret, release.resource];
  }
}

const grafanaConsoleOf = (consoles: MonitoringProps["consoles"]): ChartValuesProps["grafanaConsole"] =>
  consoles?.hosts.grafana === undefined ? undefined : { host: consoles.hosts.grafana, sso: consoles.sso };
