import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { ChartRelease } from "../kubernetes/chart-release";
import { IMAGES } from "../kubernetes/images";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { Namespace } from "../kubernetes/namespace";
import type { Pods } from "../kubernetes/network-policy";
import { resources } from "../kubernetes/resources";
import { restrictedContainer, restrictedPod } from "../kubernetes/restricted";
import { PORTS } from "./chart-values";
import { ingressPolicy } from "./network-policy";
import { CHART_INGRESS } from "./route";

export interface IngressControllerProps {
  /**
   * Whether cert-manager proves names by HTTP-01: it makes an Ingress for each proof, which Traefik then answers on port 80,
   * beside routes that hand TLS through on 443.
   */
  readonly answersChallenges: boolean;

  /** The pods that ask for its metrics. */
  readonly scraper: Pods;

  /** Whether port 80 redirects to HTTPS. @default - what comes in there is routed */
  readonly redirectsHttp?: boolean;

  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;
}

/** Traefik as a cluster's ingress, where the cluster brings none: it serves IngressRoutes, and no Ingress. */
export class IngressController extends Construct {
  readonly pods: Pods = CHART_INGRESS;
  readonly namespace: string;
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: IngressControllerProps) {
    super(scope, id);
    const namespace = new Namespace(this, "Namespace", { name: this.pods.namespace }).name;
    const network = new ManifestRelease(this, "Network", {
      name: "traefik-network",
      namespace,
      objects: [ingressPolicy(this.pods.namespace, props.scraper)],
    });
    this.resource = new ChartRelease(this, "Resource", {
      name: "traefik",
      namespace,
      chart: "traefik",
      mirror: props.chartMirror,
      values: ingressValues(props),
      dependsOn: [network.resource],
    });
    this.namespace = namespace;
  }
}

/**
 * Values of Traefik's official chart: what differs from the chart's own.
 *
 * Source of the keys: https://github.com/traefik/traefik-helm-chart/blob/v41.3.0/traefik/values.yaml
 */
const ingressValues = ({
  answersChallenges,
  redirectsHttp = false,
}: Pick<IngressControllerProps, "answersChallenges" | "redirectsHttp">) => ({
  fullnameOverride: "traefik",
  image: { tag: IMAGES.traefik.tag },
  global: { checkNewVersion: false, sendAnonymousUsage: false },
  providers: {
    kubernetesCRD: { enabled: true },
    kubernetesIngress: { enabled: answersChallenges, publishedService: { enabled: false } },
  },
  ingressClass: { enabled: answersChallenges, isDefaultClass: false },
  api: null, // no dashboard, and no API behind it
  core: { strictTLSOptions: true },
  service: { enabled: false }, // the load balancer's is a resource of its own
  ports: {
    web: {
      port: PORTS.http,
      ...(answersChallenges ? { allowACMEByPass: true } : {}),
      // With a priority below that of every other router: a proof for cert-manager is asked for on port 80.
      ...(redirectsHttp
        ? {
            http: {
              redirections: {
                entryPoint: { to: "websecure", scheme: "https", permanent: true, priority: 1 },
              },
            },
          }
        : {}),
    },
    websecure: { port: PORTS.https, transport: { lifeCycle: { graceTimeOut: "30s" } } },
    metrics: { port: PORTS.metrics },
  },
  deployment: { replicas: 2, terminationGracePeriodSeconds: 45 },
  podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: "kubernetes.io/hostname",
      whenUnsatisfiable: "ScheduleAnyway",
      labelSelector: { matchLabels: { ...CHART_INGRESS.labels } },
    },
  ],
  resources: resources("100m", "128Mi", "256Mi"),
  podSecurityContext: restrictedPod,
  securityContext: restrictedContainer,
  log: { level: "INFO", format: "json" },
  accessLog: {
    enabled: true,
    format: "json",
    fields: { headers: { defaultMode: "drop" }, queryParameters: { defaultMode: "drop" } },
  },
  metrics: { prometheus: { entryPoint: "metrics", addRoutersLabels: true } },
});
