import type { IPodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import type { IService } from "kubernetes-models/v1/Service";
import type { IServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import type { Service, Workload } from "../../config/schema/environment";
import { databaseParts } from "../database/used-database";
import type { KubernetesObject } from "../kubernetes/object";
import type { Destination } from "./destination";
import { ingressOf } from "./ingress";
import { labelsOf, selectorOf, servicePort } from "./names";
import { pulledWith } from "./pull-secret";

const metadataOf = (workload: Workload, service: Service) => ({
  name: service.name,
  namespace: workload.namespace,
  labels: labelsOf(workload, service),
});

/** The address of a service in its cluster: port 443 or 80, and `metrics` where Prometheus scrapes it. */
export const clusterService = (
  destination: Pick<Destination, "ingress">,
  workload: Workload,
  service: Service,
): IService & KubernetesObject => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { ...metadataOf(workload, service), ...ingressOf(destination).annotate?.(service) },
  spec: {
    type: "ClusterIP",
    selector: selectorOf(service),
    ...(service.internalTrafficPolicy === "local" ? { internalTrafficPolicy: "Local" } : {}),
    // Callers stay in their zone while it has pods that are ready: nearer, and AWS charges for the way between zones.
    ...(service.spread === "zones" ? { trafficDistribution: "PreferClose" } : {}),
    ports: [
      { name: service.protocol, protocol: "TCP", port: servicePort(service), targetPort: service.port },
      ...(service.metrics
        ? [
            {
              name: "metrics",
              protocol: "TCP" as const,
              port: service.metrics.port,
              targetPort: service.metrics.port,
            },
          ]
        : []),
    ],
  },
});

/** An identity without rights, and without a token that could be stolen. */
export const serviceAccount = (
  destination: Pick<Destination, "registry" | "registrySecret" | "databases">,
  workload: Workload,
  service: Service,
): IServiceAccount & KubernetesObject => ({
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: {
    ...metadataOf(workload, service),
    ...annotatedWith(databaseParts(destination.databases, workload, service.name).accountAnnotations),
  },
  automountServiceAccountToken: false,
  ...pulledWith(destination, workload, service),
});

const annotatedWith = (annotations: Readonly<Record<string, string>>) =>
  Object.keys(annotations).length === 0 ? {} : { annotations };

/** Lets a node be drained one pod at a time. Only for several replicas: with one it would block the drain for good. */
export const disruptionBudget = (
  workload: Workload,
  service: Service,
): IPodDisruptionBudget & KubernetesObject => ({
  apiVersion: "policy/v1",
  kind: "PodDisruptionBudget",
  metadata: metadataOf(workload, service),
  spec: {
    maxUnavailable: 1,
    selector: { matchLabels: selectorOf(service) },
    unhealthyPodEvictionPolicy: "AlwaysAllow", // pods that are not ready must not hold up a drain
  },
});
