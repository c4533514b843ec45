import type { IGateway } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Gateway";
import type { IGatewayClass } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/GatewayClass";
import { NAMESPACES } from "../../config/namespaces";
import type { KubernetesObject } from "../kubernetes/object";

/** The one Gateway of a cluster: routes refer to it. */
export const GATEWAY = { name: "contour", namespace: NAMESPACES.contour } as const;

/** What callers speak to the Gateway: TLS that it hands through to the pods, HTTPS that it reads, or plain HTTP. */
export type GatewayProtocol = "tls" | "https" | "http";

/**
 * The ports of a protocol. Callers' is the Gateway's; Contour makes Envoy listen 8000 above it, since an unprivileged
 * process cannot take a port below 1024.
 */
export const GATEWAY_PORTS: Readonly<
  Record<GatewayProtocol, { readonly gateway: number; readonly envoy: number; readonly service: string }>
> = {
  tls: { gateway: 443, envoy: 8443, service: "https" },
  https: { gateway: 443, envoy: 8443, service: "https" },
  http: { gateway: 80, envoy: 8080, service: "http" },
};

/** Where every Envoy tells its metrics, under `/stats/prometheus`. */
export const ENVOY_METRICS_PORT = 8002;

/**
 * The protocol of health checks, which send no server name. Contour answers 421 to HTTPS
 * whose `Host` is not the name in the handshake
 * (https://github.com/projectcontour/contour/blob/v1.33.8/internal/envoy/v3/listener.go, FilterMisdirectedRequests), and a
 * health check of AWS has no name in its handshake.
 */
export const healthProtocol = (protocol: GatewayProtocol): GatewayProtocol =>
  protocol === "https" ? "http" : protocol;

/**
 * The Gateway and its class. Routes of every namespace may join it: who may write routes is Kubernetes' RBAC to say.
 *
 * @param certificateSecret - what `https` is read with, in the Gateway's own namespace
 */
export const gatewayObjects = (
  protocol: GatewayProtocol,
  certificateSecret?: string,
): readonly [IGatewayClass & KubernetesObject, IGateway & KubernetesObject] => [
  {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "GatewayClass",
    metadata: { name: GATEWAY.name },
    spec: { controllerName: "projectcontour.io/gateway-controller" },
  },
  {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "Gateway",
    metadata: { name: GATEWAY.name, namespace: GATEWAY.namespace },
    spec: { gatewayClassName: GATEWAY.name, listeners: [...listeners(protocol, certificateSecret)] },
  },
];

type Listener = NonNullable<IGateway["spec"]>["listeners"][number];

/** Callers' listener, and another one for health checks where they cannot use it: routes join both. */
const listeners = (protocol: GatewayProtocol, certificateSecret: string | undefined): readonly Listener[] => {
  const health = healthProtocol(protocol);
  return [
    { ...listener(protocol), ...tlsOf(protocol, certificateSecret) },
    ...(health === protocol ? [] : [listener(health)]),
  ];
};

const listener = (protocol: GatewayProtocol): Listener => ({
  name: protocol,
  port: GATEWAY_PORTS[protocol].gateway,
  protocol: protocol.toUpperCase(),
  allowedRoutes: { namespaces: { from: "All" } },
});

function tlsOf(protocol: GatewayProtocol, certificateSecret: string | undefined): Pick<Listener, "tls"> {
  if (protocol === "tls") return { tls: { mode: "Passthrough" } };
  return certificateSecret === undefined
    ? {}
    : { tls: { mode: "Terminate", certificateRefs: [{ name: certificateSecret }] } };
}
