import { admissionPolicyOf } from "../../config/composed-names";
import type { Service, Workload } from "../../config/schema/environment";
import {
  type Admission,
  admit,
  denyAll,
  neighbours,
  type Pods,
  podsOf,
  talkToNeighbours,
} from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import { PROMETHEUS } from "../monitoring/pods";
import type { Destination } from "./destination";
import { ingressOf } from "./ingress";
import { selectorOf } from "./names";

/** Who talks to whom: the ingress and Prometheus to the services, and services to each other where there are several. */
export function networkPolicies(destination: Destination, workload: Workload): readonly KubernetesObject[] {
  const { namespace, services } = workload;
  const several = services.length > 1;
  return [
    denyAll(namespace),
    ...services.flatMap((service) => {
      const admissions = admissionsTo(service, ingressOf(destination).pods, several);
      return admissions.length === 0
        ? []
        : [admit(admissionPolicyOf(service.name), { namespace, labels: selectorOf(service) }, admissions)];
    }),
    ...(several ? [talkToNeighbours(namespace)] : []),
  ];
}

const admissionsTo = (
  { exposure, port, metrics }: Service,
  ingress: Pods,
  several: boolean,
): readonly Admission[] => {
  const callers = [...(exposure === "none" ? [] : [podsOf(ingress)]), ...(several ? [neighbours] : [])];
  return [
    ...(callers.length === 0 ? [] : [{ port, from: callers }]),
    ...(metrics ? [{ port: metrics.port, from: [podsOf(PROMETHEUS)] }] : []),
  ];
};
