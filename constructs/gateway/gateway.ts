import type { IGateway } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Gateway";
import type { IGatewayClass } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/GatewayClass";
import type { KubernetesObject } from "../kubernetes/object";

/** The one Gateway of a cluster: routes refer to it. */
export const GATEWAY = { name: "contour", namespace: "projectcontour" } as const;

/** What callers speak to the Gateway: TLS that it hands through to the pods, or plain HTTP. */
export type GatewayProtocol = "tls" | "http";

/**
 * The ports of a protocol. Callers' is the Gateway's; Contour makes Envoy listen 8000 above it, since an unprivileged
 * process cannot take a port below 1024.
 */
export const GATEWAY_PORTS: Readonly<
  Record<GatewayProtocol, { readonly gateway: number; readonly envoy: number; readonly service: string }>
> = {
  tls: { gateway: 443, envoy: 8443, service: "https" },
  http: { gateway: 80, envoy: 8080, service: "http" },
};

/** Where every Envoy tells its metrics, under `/stats/prometheus`. */
export const ENVOY_METRICS_PORT = 8002;

/** The Gateway and its class. Routes of every namespace may join it: who may write routes is Kubernetes' RBAC to say. */
export const gatewayObjects = (
  protocol: GatewayProtocol,
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
    spec: {
      gatewayClassName: GATEWAY.name,
      listeners: [
        {
          name: protocol,
          port: GATEWAY_PORTS[protocol].gateway,
          allowedRoutes: { namespaces: { from: "All" } },
          ...(protocol === "tls"
            ? { protocol: "TLS", tls: { mode: "Passthrough" as const } }
            : { protocol: "HTTP" }),
        },
      ],
    },
  },
];
