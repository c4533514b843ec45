import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { GATEWAY, GATEWAY_PORTS, type GatewayProtocol, gatewayObjects } from "../gateway/gateway";
import { ChartRelease } from "../kubernetes/chart-release";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { Namespace } from "../kubernetes/namespace";
import { resources } from "../kubernetes/resources";
import type { CertificateSource } from "../workload/certificate";

/** The Service of the Envoys, by the name that the chart gives it. */
export const ENVOY_SERVICE = "contour-envoy";

export interface ContourProps {
  /** What callers speak. */
  readonly protocol: GatewayProtocol;

  /** What callers of `https` are shown; it is put beside the Gateway. */
  readonly certificate?: CertificateSource | undefined;

  /** Labels of its namespace, for who decides by them about the Envoys' pods. @default - none */
  readonly labels?: Readonly<Record<string, string>>;

  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;

  /** What must be there before the pods are. @default - nothing */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * Contour in a namespace of its own, and the Gateway that it serves. Its chart brings the definitions of the Gateway API
 * that this version of Contour knows, TLSRoute among them: they come and go with it.
 *
 * Source of the keys: https://github.com/projectcontour/helm-charts/blob/main/charts/contour/values.yaml
 */
export class Contour extends Construct {
  readonly namespace: string;

  /** The Service's port for callers' protocol. */
  readonly servicePort: string;

  /** The Gateway, for others to depend on. */
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ContourProps) {
    super(scope, id);

    const namespace = new Namespace(this, "Namespace", { name: GATEWAY.namespace, labels: props.labels });
    const contour = new ChartRelease(this, "Resource", {
      name: "contour",
      namespace: namespace.name,
      chart: "contour",
      mirror: props.chartMirror,
      values: VALUES,
      history: 2, // every revision is a Secret with all definitions of the Gateway API in it
      timeoutSeconds: 600,
      ...(props.dependsOn ? { dependsOn: props.dependsOn } : {}),
    });
    const certificate = props.certificate?.(this, namespace.name);
    const gateway = new ManifestRelease(this, "Gateway", {
      name: "gateway",
      namespace: namespace.name,
      objects: gatewayObjects(props.protocol, certificate?.secretName),
      dependsOn: [contour, ...(certificate?.filledBy ?? [])],
    });

    this.namespace = namespace.name;
    this.servicePort = GATEWAY_PORTS[props.protocol].service;
    this.resource = gateway.resource;
  }
}

/** What differs from the chart's own values. */
const VALUES = {
  fullnameOverride: "contour",
  configInline: { gateway: { gatewayRef: GATEWAY }, "accesslog-format": "json" },
  gatewayAPI: { manageCRDs: true },
  contour: {
    manageCRDs: true,
    replicaCount: 2,
    ingressClass: { create: false },
    resources: resources("50m", "128Mi"),
    pdb: { create: true, maxUnavailable: 1 },
  },
  envoy: {
    kind: "deployment", // its pods are targets of their own: none is needed on every node
    replicaCount: 2,
    resources: resources("100m", "192Mi"),
    shutdownManager: { resources: resources("10m", "32Mi") },
    defaultInitContainers: { initConfig: { resources: resources("10m", "32Mi") } },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: "topology.kubernetes.io/zone",
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector: { matchLabels: { "app.kubernetes.io/component": "envoy" } },
      },
    ],
    pdb: { create: true, maxUnavailable: 1 },
    service: { type: "ClusterIP", externalTrafficPolicy: "" },
  },
};
