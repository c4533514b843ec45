import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import { isExposed } from "../../config/hosts";
import type { Service, Workload } from "../../config/schema/environment";
import * as gateway from "../gateway/route";
import { podsOf } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import * as traefik from "../traefik/route";
import type { Certificate } from "./certificate";
import type { Destination } from "./destination";
import { annotationsFor, backendOf, loadBalancerObjects, loadBalancerPeers } from "./load-balancer";
import type { Route } from "./route";

/** What a region's ingress is told about a Service, by the way that callers reach it. */
interface Ingress {
  /** Who calls the service. */
  readonly callers: readonly INetworkPolicyPeer[];
  http(route: Route, destination: Destination, service: Service): readonly KubernetesObject[];
  /** Absent where the ingress cannot do it. */
  passthrough?(route: Route): readonly KubernetesObject[];
  reencrypt?(route: traefik.ReencryptedRouteProps): readonly KubernetesObject[];

  /** What it is told of all routes of a workload together. @default - nothing */
  shared?(
    destination: Destination,
    workload: Workload,
    routes: readonly Route[],
    certificate: Certificate | undefined,
  ): readonly KubernetesObject[];

  /** What it reads from a Service itself. @default - nothing */
  annotate?(service: Service): { readonly annotations: Record<string, string> } | undefined;
}

const TRAEFIK: Omit<Ingress, "callers"> = {
  passthrough: (route) => [traefik.passthroughRoute(route)],
  http: traefik.httpRoute,
  reencrypt: traefik.reencryptedRoute,
};

const INGRESSES: Readonly<Record<Destination["ingress"], Ingress>> = {
  traefik: { ...TRAEFIK, callers: [podsOf(traefik.REGIONAL_INGRESS)] },
  "traefik-chart": { ...TRAEFIK, callers: [podsOf(traefik.CHART_INGRESS)] },
  gateway: {
    callers: [podsOf(gateway.GATEWAY_PODS)],
    passthrough: (route) => [gateway.passthroughRoute(ofEveryName(route))],
    http: (route) => [gateway.httpRoute(ofEveryName(route))],
  },
  gce: {
    callers: loadBalancerPeers,
    http: ({ namespace }, destination, service) => [backendOf(destination, service, namespace)],
    shared: loadBalancerObjects,
    annotate: (service) => (isExposed(service) ? { annotations: annotationsFor(service) } : undefined),
  },
  none: { callers: [], http: () => [] }, // rules see to it that no service is exposed
};

/** The cluster's own name is every name: health checks of a load balancer use none. */
const ofEveryName = ({ host, ...route }: Route): Parameters<typeof gateway.httpRoute>[0] =>
  route.isClusterName ? route : { ...route, host };

/** The ingress of a cluster. */
export const ingressOf = ({ ingress }: Pick<Destination, "ingress">): Ingress => INGRESSES[ingress];
