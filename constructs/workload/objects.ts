import type { Service, Workload } from "../../config/schema/environment";
import type { KubernetesObject } from "../kubernetes/object";
import { autoscaler, isAutoscaled } from "./autoscaler";
import type { Certificate } from "./certificate";
import { deployment } from "./deployment";
import type { Destination } from "./destination";
import { networkPolicies } from "./network-policies";
import { routes, sharedRoutes } from "./routes";
import { clusterService, disruptionBudget, serviceAccount } from "./service";

/**
 * The Kubernetes objects of a workload in one cluster. Nothing in them is secret or unknown; what they refer to (the
 * namespace, the certificate's Secret, the claims, the secrets) is made beside them.
 *
 * @param certificate - what services that speak TLS serve
 */
export const workloadObjects = (
  destination: Destination,
  workload: Workload,
  certificate: Certificate | undefined,
): readonly KubernetesObject[] => [
  ...networkPolicies(destination, workload),
  ...workload.services.flatMap((service) => serviceObjects(destination, workload, service, certificate)),
  ...sharedRoutes(destination, workload, certificate),
];

const serviceObjects = (
  destination: Destination,
  workload: Workload,
  service: Service,
  certificate: Certificate | undefined,
): readonly KubernetesObject[] => [
  serviceAccount(destination, workload, service),
  deployment(destination, workload, service, speaksTls(service) ? certificate : undefined),
  clusterService(destination, workload, service),
  ...(isAutoscaled(service) ? [autoscaler(workload, service)] : []),
  ...(service.replicas.minimum > 1 ? [disruptionBudget(workload, service)] : []),
  ...routes(destination, workload, service, certificate),
];

/** Whether the pods of a service hold a certificate. */
export const speaksTls = (service: Service): boolean => service.protocol === "https";
