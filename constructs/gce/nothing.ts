import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import type { IPodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import type { IConfigMap } from "kubernetes-models/v1/ConfigMap";
import type { IService } from "kubernetes-models/v1/Service";
import { NOTHING } from "../../config/composed-names";
import { IMAGES, referenceTo } from "../kubernetes/images";
import { admit } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import { resources } from "../kubernetes/resources";
import { restrictedContainer, restrictedPod } from "../kubernetes/restricted";
import { backendAnnotations, backendConfig } from "./backend-config";
import { LOAD_BALANCER } from "./load-balancer";

const PORT = 8080;

/** The one file: the load balancer wants a 200 from a backend, or it answers 502 in its place. */
const HEALTH_FILE = "nothing-is-here";

const LABELS = { "app.kubernetes.io/name": NOTHING };

/**
 * Where blocked paths lead: a web server without files. Google's load balancer has no answer of its own for a path, so that
 * something must say 404 (https://cloud.google.com/load-balancing/docs/url-map-concepts).
 */
export const nothing = (namespace: string): readonly KubernetesObject[] => {
  const metadata = { name: NOTHING, namespace, labels: LABELS };
  return [
    files(metadata),
    deployment(metadata),
    service(metadata),
    disruptionBudget(metadata),
    admit(NOTHING, { namespace, labels: LABELS }, [{ port: PORT, from: LOAD_BALANCER }]),
    backendConfig({
      name: NOTHING,
      namespace,
      port: PORT,
      healthPath: `/${HEALTH_FILE}`,
      timeoutSeconds: 5,
    }),
  ];
};

interface Metadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Record<string, string>;
}

const files = (metadata: Metadata): IConfigMap & KubernetesObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata,
  data: { [HEALTH_FILE]: "" },
});

const service = (metadata: Metadata): IService & KubernetesObject => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { ...metadata, annotations: backendAnnotations(NOTHING) },
  spec: { selector: LABELS, ports: [{ name: "http", protocol: "TCP", port: 80, targetPort: PORT }] },
});

const disruptionBudget = (metadata: Metadata): IPodDisruptionBudget & KubernetesObject => ({
  apiVersion: "policy/v1",
  kind: "PodDisruptionBudget",
  metadata,
  spec: { maxUnavailable: 1, selector: { matchLabels: LABELS } },
});

/** Two pods: while none of them is healthy, the load balancer answers 502, which keeps the paths from callers as well. */
const deployment = (metadata: Metadata): IDeployment & KubernetesObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata,
  spec: {
    replicas: 2,
    selector: { matchLabels: LABELS },
    template: {
      metadata: { labels: LABELS },
      spec: {
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: restrictedPod,
        containers: [
          {
            name: NOTHING,
            image: referenceTo(IMAGES.busybox),
            command: ["httpd", "-f", "-p", String(PORT), "-h", "/files"],
            ports: [{ name: "http", containerPort: PORT, protocol: "TCP" }],
            readinessProbe: { httpGet: { path: `/${HEALTH_FILE}`, port: "http" }, periodSeconds: 5 },
            resources: resources("5m", "16Mi"),
            securityContext: restrictedContainer,
            volumeMounts: [{ name: "files", mountPath: "/files", readOnly: true }],
          },
        ],
        volumes: [{ name: "files", configMap: { name: NOTHING } }],
      },
    },
  },
});
