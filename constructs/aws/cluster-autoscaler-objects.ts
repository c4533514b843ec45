import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import type { IPolicyRule } from "kubernetes-models/rbac.authorization.k8s.io/v1/PolicyRule";
import { admit } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import { resources } from "../kubernetes/resources";
import { restrictedContainer, restrictedPod } from "../kubernetes/restricted";

/** The autoscaler's own name, of all its objects, and where they are. */
export const AUTOSCALER = { name: "cluster-autoscaler", namespace: "kube-system" } as const;

const IMAGE = "registry.k8s.io/autoscaling/cluster-autoscaler";
const LABELS = { "app.kubernetes.io/name": AUTOSCALER.name } as const;
const LOOK = ["get", "list", "watch"];

/** Serves its health and metrics. */
const PORT = 8085;

/**
 * What the autoscaler reads to simulate the scheduler, and does to empty a node. The project's own list, without what is for
 * other clouds (https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler/cloudprovider/aws/examples).
 */
const CLUSTER_RULES: IPolicyRule[] = [
  { apiGroups: [""], resources: ["events"], verbs: ["create", "patch"] },
  { apiGroups: [""], resources: ["pods/eviction"], verbs: ["create"] },
  { apiGroups: [""], resources: ["pods/status"], verbs: ["update"] },
  { apiGroups: [""], resources: ["nodes"], verbs: [...LOOK, "update"] },
  {
    apiGroups: [""],
    resources: [
      "namespaces",
      "persistentvolumeclaims",
      "persistentvolumes",
      "pods",
      "replicationcontrollers",
      "services",
    ],
    verbs: LOOK,
  },
  { apiGroups: ["apps"], resources: ["daemonsets", "replicasets", "statefulsets"], verbs: LOOK },
  { apiGroups: ["batch"], resources: ["jobs"], verbs: LOOK },
  { apiGroups: ["policy"], resources: ["poddisruptionbudgets"], verbs: LOOK },
  {
    apiGroups: ["resource.k8s.io"],
    resources: ["deviceclasses", "resourceclaims", "resourceslices"],
    verbs: LOOK,
  },
  {
    apiGroups: ["storage.k8s.io"],
    resources: ["csidrivers", "csinodes", "csistoragecapacities", "storageclasses", "volumeattachments"],
    verbs: LOOK,
  },
];

/** Its leader's lease and its status, beside itself. */
const OWN_RULES: IPolicyRule[] = [
  { apiGroups: ["coordination.k8s.io"], resources: ["leases"], verbs: ["create"] },
  {
    apiGroups: ["coordination.k8s.io"],
    resources: ["leases"],
    resourceNames: [AUTOSCALER.name],
    verbs: ["get", "update"],
  },
  { apiGroups: [""], resources: ["configmaps"], verbs: ["create", "list", "watch"] },
  {
    apiGroups: [""],
    resources: ["configmaps"],
    resourceNames: ["cluster-autoscaler-status"],
    verbs: ["delete", "get", "update"],
  },
];

export interface AutoscalerObjectsProps {
  /** Name of the EKS cluster. */
  readonly cluster: string;

  /** AWS' name of the region. */
  readonly region: string;

  /** Tag of the image: `v1.35.1`. */
  readonly version: string;
}

/** Cluster Autoscaler with the rights that it needs in the cluster. */
export const autoscalerObjects = (props: AutoscalerObjectsProps): readonly KubernetesObject[] => [
  { apiVersion: "v1", kind: "ServiceAccount", metadata: AUTOSCALER },
  ...rights("ClusterRole", { name: AUTOSCALER.name }, CLUSTER_RULES),
  ...rights("Role", AUTOSCALER, OWN_RULES),
  deployment(props),
  // Called by the kubelet alone, which needs no admission; it calls AWS, whose addresses change.
  admit(AUTOSCALER.name, { namespace: AUTOSCALER.namespace, labels: LABELS }, []),
];

function rights(
  kind: "ClusterRole" | "Role",
  metadata: KubernetesObject["metadata"],
  rules: readonly IPolicyRule[],
): readonly (KubernetesObject & { readonly [key: string]: unknown })[] {
  const apiVersion = "rbac.authorization.k8s.io/v1";
  return [
    { apiVersion, kind, metadata, rules },
    {
      apiVersion,
      kind: `${kind}Binding`,
      metadata,
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind, name: AUTOSCALER.name },
      subjects: [{ kind: "ServiceAccount", ...AUTOSCALER }],
    },
  ];
}

const deployment = ({
  cluster,
  region,
  version,
}: AutoscalerObjectsProps): IDeployment & KubernetesObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { ...AUTOSCALER, labels: LABELS },
  spec: {
    replicas: 1,
    selector: { matchLabels: LABELS },
    template: {
      metadata: { labels: LABELS },
      spec: {
        serviceAccountName: AUTOSCALER.name,
        priorityClassName: "system-cluster-critical", // it makes the room that others wait for
        securityContext: restrictedPod,
        containers: [
          {
            name: AUTOSCALER.name,
            image: `${IMAGE}:${version}`,
            command: ["./cluster-autoscaler"],
            args: [
              "--cloud-provider=aws",
              `--node-group-auto-discovery=asg:tag=k8s.io/cluster-autoscaler/enabled,k8s.io/cluster-autoscaler/${cluster}`,
              "--skip-nodes-with-local-storage=false", // nearly every pod has a volume in memory or on its node
              `--leader-elect-resource-namespace=${AUTOSCALER.namespace}`,
            ],
            env: [{ name: "AWS_REGION", value: region }],
            ports: [{ name: "http", containerPort: PORT }],
            livenessProbe: {
              httpGet: { path: "/health-check", port: "http" },
              initialDelaySeconds: 60,
              periodSeconds: 30,
            },
            resources: resources("50m", "128Mi", "256Mi"),
            securityContext: restrictedContainer,
          },
        ],
      },
    },
  },
});
