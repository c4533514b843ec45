import * as gateway from "../gateway/route";
import type { Pods } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import * as traefik from "../traefik/route";
import type { Destination } from "./destination";

/** A route, and whether its name is the cluster's own. */
type Route = traefik.RouteProps & { readonly isClusterName: boolean };

/** What a region's ingress is told about a Service, by the way that callers reach it. */
interface Ingress {
  /** The pods that call the service. */
  readonly pods: Pods;
  passthrough(route: Route): readonly KubernetesObject[];
  http(route: Route): readonly KubernetesObject[];
  /** Absent where the ingress cannot do it. */
  reencrypt?(route: traefik.ReencryptedRouteProps): readonly KubernetesObject[];
}

const TRAEFIK: Omit<Ingress, "pods"> = {
  passthrough: (route) => [traefik.passthroughRoute(route)],
  http: traefik.httpRoute,
  reencrypt: traefik.reencryptedRoute,
};

const INGRESSES: Readonly<Record<Destination["ingress"], Ingress>> = {
  traefik: { ...TRAEFIK, pods: traefik.REGIONAL_INGRESS },
  "traefik-chart": { ...TRAEFIK, pods: traefik.CHART_INGRESS },
  gateway: {
    pods: gateway.GATEWAY_PODS,
    passthrough: (route) => [gateway.passthroughRoute(ofEveryName(route))],
    http: (route) => [gateway.httpRoute(ofEveryName(route))],
  },
};

/** The cluster's own name is every name: health checks of a load balancer use none. */
const ofEveryName = ({ host, ...route }: Route): Parameters<typeof gateway.httpRoute>[0] =>
  route.isClusterName ? route : { ...route, host };

/** The ingress of a cluster. */
export const ingressOf = ({ ingress }: Pick<Destination, "ingress">): Ingress => INGRESSES[ingress];
