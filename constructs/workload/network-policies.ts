import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import { admissionPolicyOf } from "../../config/composed-names";
import type { Service, Workload } from "../../config/schema/environment";
import {
  type Admission,
  admit,
  denyAll,
  neighbours,
  podsOf,
  talkToNeighbours,
} from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import { prometheusOf } from "../monitoring/pods";
import type { Destination } from "./destination";
import { callersOf, egressPolicies } from "./egress";
import { ingressOf } from "./ingress";
import { selectorOf } from "./names";
import { balancedCallers } from "./service-balancer";

/**
 * Who talks to whom: the ingress and Prometheus to the services, services to each other where there are several, jobs to
 * them, and services and jobs to what their `egress` names.
 */
export function networkPolicies(destination: Destination, workload: Workload): readonly KubernetesObject[] {
  const { namespace, services } = workload;
  const several = services.length > 1;
  const haveCallers = several || Object.keys(workload.jobs).length > 0;
  return [
    denyAll(namespace),
    ...services.flatMap((service) => {
      const callers = [
        ...(haveCallers ? [neighbours] : []),
        ...callersOf(destination, workload, service),
        ...balancedCallers(destination, service),
      ];
      const admissions = admissionsTo(service, destination, callers);
      const pods = { namespace, labels: selectorOf(service) };
      return [
        ...(admissions.length === 0 ? [] : [admit(admissionPolicyOf(service.name), pods, admissions)]),
        ...egressPolicies(destination, workload, service),
      ];
    }),
    ...(several ? [talkToNeighbours(namespace)] : []),
  ];
}

const admissionsTo = (
  { exposure, port, metrics }: Service,
  destination: Destination,
  others: readonly INetworkPolicyPeer[],
): readonly Admission[] => {
  const callers = [...(exposure === "none" ? [] : ingressOf(destination).callers), ...others];
  return [
    ...(callers.length === 0 ? [] : [{ port, from: callers }]),
    ...(metrics ? [{ port: metrics.port, from: [podsOf(prometheusOf(destination))] }] : []),
  ];
};
