import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import type { IRole } from "kubernetes-models/rbac.authorization.k8s.io/v1/Role";
import type { IRoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding";
import type { IConfigMap } from "kubernetes-models/v1/ConfigMap";
import type { IService } from "kubernetes-models/v1/Service";
import { stringify } from "yaml";
import { NAMESPACES } from "../../config/namespaces";
import { ENVOY_METRICS_PORT, GATEWAY } from "../gateway/gateway";
import { IMAGES, referenceTo } from "../kubernetes/images";
import type { KubernetesObject } from "../kubernetes/object";
import { resources } from "../kubernetes/resources";
import { restrictedContainer, restrictedPod } from "../kubernetes/restricted";

const NAME = "flagger-prometheus";
const PORT = 9090;

/** What its pods are chosen by. */
export const PROMETHEUS_LABELS = { "app.kubernetes.io/name": NAME } as const;

/** As Flagger calls it. */
export const PROMETHEUS = `http://${NAME}.${NAMESPACES.flagger}:${PORT}`;

/** A few hundred series of the last two hours; the rest is the program itself. */
const MEMORY = "128Mi";

/** The metrics that `queries.ts` asks for. */
const KEPT = "envoy_cluster_upstream_rq|envoy_cluster_upstream_rq_time_bucket";

/**
 * The pods of the gateway that have Envoy's port, every five seconds: a check sees what a version did just now
 * (https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config).
 */
export const prometheusConfiguration = {
  global: { scrape_interval: "5s", scrape_timeout: "4s" },
  scrape_configs: [
    {
      job_name: "envoy",
      metrics_path: "/stats/prometheus",
      kubernetes_sd_configs: [{ role: "pod", namespaces: { names: [GATEWAY.namespace] } }],
      relabel_configs: [
        {
          action: "keep",
          source_labels: ["__meta_kubernetes_pod_container_port_number"],
          regex: String(ENVOY_METRICS_PORT),
        },
        { action: "drop", source_labels: ["__meta_kubernetes_pod_phase"], regex: "Succeeded|Failed" },
        { source_labels: ["__meta_kubernetes_pod_name"], target_label: "pod" },
      ],
      metric_relabel_configs: [{ action: "keep", source_labels: ["__name__"], regex: KEPT }],
    },
  ],
};

const metadata = { name: NAME, namespace: NAMESPACES.flagger, labels: PROMETHEUS_LABELS };

/**
 * A Prometheus for Flagger alone: a rollout does not wait for the platform's monitoring. The one of Flagger's chart is not
 * used: it has no limits, may read every pod and node, scrapes all of them, and verifies no certificate.
 */
export const prometheusObjects = (): readonly KubernetesObject[] => [
  { apiVersion: "v1", kind: "ServiceAccount", metadata },
  ...mayListEnvoys(),
  configuration,
  deployment,
  service,
];

const configuration: IConfigMap & KubernetesObject = {
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata,
  data: { "prometheus.yml": stringify(prometheusConfiguration, { lineWidth: 0 }) },
};

const service: IService & KubernetesObject = {
  apiVersion: "v1",
  kind: "Service",
  metadata,
  spec: { selector: PROMETHEUS_LABELS, ports: [{ name: "http", port: PORT }] },
};

/** It may list the pods of the gateway's namespace. */
const mayListEnvoys = (): readonly [IRole & KubernetesObject, IRoleBinding & KubernetesObject] => {
  const there = { ...metadata, namespace: GATEWAY.namespace };
  return [
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "Role",
      metadata: there,
      rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] }],
    },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "RoleBinding",
      metadata: there,
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: NAME },
      subjects: [{ kind: "ServiceAccount", name: NAME, namespace: NAMESPACES.flagger }],
    },
  ];
};

const probe = (path: string) => ({ httpGet: { path, port: "http" } });

const deployment: IDeployment & KubernetesObject = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata,
  spec: {
    replicas: 1,
    selector: { matchLabels: PROMETHEUS_LABELS },
    template: {
      metadata: { labels: PROMETHEUS_LABELS },
      spec: {
        serviceAccountName: NAME,
        securityContext: restrictedPod,
        containers: [
          {
            name: "prometheus",
            image: referenceTo(IMAGES.prometheus),
            args: [
              "--config.file=/etc/prometheus/prometheus.yml",
              "--storage.tsdb.path=/prometheus",
              "--storage.tsdb.retention.time=2h",
            ],
            ports: [{ name: "http", containerPort: PORT }],
            readinessProbe: probe("/-/ready"),
            livenessProbe: probe("/-/healthy"),
            resources: resources("10m", MEMORY),
            securityContext: restrictedContainer,
            volumeMounts: [
              { name: "configuration", mountPath: "/etc/prometheus", readOnly: true },
              { name: "data", mountPath: "/prometheus" },
            ],
          },
        ],
        volumes: [
          { name: "configuration", configMap: { name: NAME } },
          { name: "data", emptyDir: { sizeLimit: "1Gi" } },
        ],
      },
    },
  },
};
