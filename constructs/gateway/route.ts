import type { IHTTPRoute } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute";
import type { ITLSRoute } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1alpha2/TLSRoute";
import type { Pods } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import { GATEWAY } from "./gateway";

/** The pods that serve the Gateway: the Envoys of Contour's chart. */
export const GATEWAY_PODS: Pods = {
  namespace: GATEWAY.namespace,
  labels: { "app.kubernetes.io/name": "contour", "app.kubernetes.io/component": "envoy" },
};

/** A Service that answers to every name: one service of a cluster has callers, and health checks use no name at all. */
interface RouteProps {
  /** The route's name, and the Service's. */
  readonly name: string;
  readonly namespace: string;
  /** Port of the Service. */
  readonly port: number;
}

const parentRefs = [{ name: GATEWAY.name, namespace: GATEWAY.namespace }];

/** Hands TLS through to the pods, which hold the certificate. */
export const passthroughRoute = ({ name, namespace, port }: RouteProps): ITLSRoute & KubernetesObject => ({
  apiVersion: "gateway.networking.k8s.io/v1alpha2",
  kind: "TLSRoute",
  metadata: { name, namespace },
  spec: { parentRefs, rules: [{ backendRefs: [{ name, port }] }] },
});

/** Plain HTTP from the Gateway to the pods. */
export const httpRoute = ({ name, namespace, port }: RouteProps): IHTTPRoute & KubernetesObject => ({
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "HTTPRoute",
  metadata: { name, namespace },
  spec: {
    parentRefs,
    rules: [{ matches: [{ path: { type: "PathPrefix", value: "/" } }], backendRefs: [{ name, port }] }],
  },
});
