import * as gateway from "../gateway/route";
import type { Pods } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import * as traefik from "../traefik/route";
import type { Destination } from "./destination";

/** What a region's ingress is told about a Service, by the way that callers reach it. */
interface Ingress {
  /** The pods that call the service. */
  readonly pods: Pods;
  passthrough(route: traefik.RouteProps): KubernetesObject;
  http(route: traefik.RouteProps): KubernetesObject;
  /** Absent where the ingress cannot do it. */
  reencrypt?(route: traefik.ReencryptedRouteProps): readonly KubernetesObject[];
}

const INGRESSES: Readonly<Record<Destination["ingress"], Ingress>> = {
  traefik: {
    pods: traefik.REGIONAL_INGRESS,
    passthrough: traefik.passthroughRoute,
    http: traefik.httpRoute,
    reencrypt: traefik.reencryptedRoute,
  },
  gateway: {
    pods: gateway.GATEWAY_PODS,
    passthrough: gateway.passthroughRoute,
    http: gateway.httpRoute,
  },
};

/** The ingress of a cluster. */
export const ingressOf = ({ ingress }: Pick<Destination, "ingress">): Ingress => INGRESSES[ingress];
