import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import type { IPodSpec } from "kubernetes-models/v1/PodSpec";
import type { Service, Workload } from "../../config/schema/environment";
import { type DatabaseParts, databaseParts } from "../database/used-database";
import { type KubernetesObject, some } from "../kubernetes/object";
import { restrictedPod } from "../kubernetes/restricted";
import { authorityVolume } from "./authority";
import { isAutoscaled } from "./autoscaler";
import type { Certificate } from "./certificate";
import { certificateSync, certificateVolumes } from "./certificate-sync";
import { container } from "./container";
import type { Destination } from "./destination";
import { labelsOf, selectorOf } from "./names";

/** https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesiozone */
const SPREAD: Readonly<Record<Service["spread"], readonly string[]>> = {
  nodes: ["kubernetes.io/hostname"],
  zones: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"],
};

/** Seconds that the sidecar and the kubelet get after the program has ended. */
const MARGIN = 5;

/**
 * The pods of a service. A new version starts before an old one stops, so even a single replica serves without a gap.
 *
 * @param certificate - what its pods serve, where they speak TLS
 */
export const deployment = (
  destination: Destination,
  workload: Workload,
  service: Service,
  certificate: Certificate | undefined,
  databases = databaseParts(destination.databases, workload, service.name),
): IDeployment & KubernetesObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: service.name, namespace: workload.namespace, labels: labelsOf(workload, service) },
  spec: {
    // With an autoscaler the number is its own: an apply must not reset it.
    ...(isAutoscaled(service) ? {} : { replicas: service.replicas.minimum }),
    selector: { matchLabels: selectorOf(service) },
    strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    revisionHistoryLimit: 5,
    template: {
      metadata: { labels: labelsOf(workload, service), ...annotated(databases) },
      spec: podSpec(destination, service, certificate, databases),
    },
  },
});

/** Pods whose annotations change are replaced. */
const annotated = ({ annotations }: DatabaseParts) =>
  Object.keys(annotations).length === 0 ? {} : { annotations: { ...annotations } };

const podSpec = (
  destination: Destination,
  service: Service,
  certificate: Certificate | undefined,
  databases: DatabaseParts,
  sync = certificateSync(destination, service),
): IPodSpec => ({
  serviceAccountName: service.name,
  automountServiceAccountToken: false,
  enableServiceLinks: false, // no variables about every Service of the namespace
  securityContext: restrictedPod,
  terminationGracePeriodSeconds: service.shutdown.preStopSeconds + service.shutdown.drainSeconds + MARGIN,
  // Preferred only: a cluster of one node has nowhere else to go, and a claim of a single node (`ReadWriteOnce`, as K3s'
  // local-path gives) keeps all pods of the service on that node.
  topologySpreadConstraints: SPREAD[service.spread].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels: selectorOf(service) },
  })),
  ...some("initContainers", [...(certificate ? sync : []), ...databases.sidecars]),
  containers: [container(destination, service, databases)],
  ...some("volumes", [
    ...(certificate ? certificateVolumes(destination, service, certificate.secretName) : []),
    ...(certificate ? authorityVolume(service, certificate.secretName) : []),
    ...databases.volumes,
    ...databases.tokens,
  ]),
});
