import type { Service, Workload } from "../../config/schema/environment";
import type { LoadBalancerTraits } from "../../config/traits";
import { backendAnnotations, backendConfig } from "../gce/backend-config";
import { ingressObjects } from "../gce/ingress";
import { LOAD_BALANCER } from "../gce/load-balancer";
import { nothing } from "../gce/nothing";
import type { KubernetesObject } from "../kubernetes/object";
import type { Certificate } from "./certificate";
import type { Destination } from "./destination";
import type { Route } from "./route";

/*
 * Services behind a load balancer that Google's controller makes of an Ingress.
 */

export const loadBalancerPeers = LOAD_BALANCER;

/** Whether the load balancer of a cluster shows callers a certificate that lies beside the Ingress. */
export const showsCertificate = ({ loadBalancer }: Pick<Destination, "loadBalancer">): boolean =>
  loadBalancer?.tls.kind === "secret";

const told = ({ loadBalancer }: Pick<Destination, "loadBalancer">): LoadBalancerTraits => {
  if (loadBalancer === undefined)
    throw new Error('a cluster with ingress "gce" says nothing of its load balancer');
  return loadBalancer;
};

/** How the load balancer calls a service. */
export const backendOf = (
  destination: Destination,
  { name, port, probes }: Service,
  namespace: string,
): KubernetesObject => {
  const { timeoutSeconds, securityPolicy, accessLogs } = told(destination);
  return backendConfig({
    name,
    namespace,
    port,
    healthPath: probes.readiness,
    timeoutSeconds,
    securityPolicy,
    accessLogs,
  });
};

export const annotationsFor = ({ name }: Service): Record<string, string> => backendAnnotations(name);

/** One Ingress for all routes of a workload, and what answers at its blocked paths. */
export const loadBalancerObjects = (
  destination: Destination,
  { name, namespace }: Workload,
  routes: readonly Route[],
  certificate: Certificate | undefined,
): readonly KubernetesObject[] => [
  ...(routes.some(({ blocked }) => blocked.length > 0) ? nothing(namespace) : []),
  ...ingressObjects({
    name,
    namespace,
    loadBalancer: told(destination),
    certificateSecret: showsCertificate(destination) ? certificate?.secretName : undefined,
    routes,
  }),
];
