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

/** A Service that answers on a host name, or on some paths of it. */
interface RouteProps {
  /** The route's name, and the Service's. */
  readonly name: string;
  readonly namespace: string;
  /** The name that callers ask for. @default - every name: the cluster answers to one, and health checks use none */
  readonly host?: string | undefined;
  /** What paths begin with; `/` is every path. Only where the Gateway reads requests. */
  readonly path: string;
  /** Whether the Service is called without that. */
  readonly stripPath: boolean;
  /** Port of the Service. */
  readonly port: number;
}

const hostnames = ({ host }: RouteProps) => (host === undefined ? {} : { hostnames: [host] });

const parentRefs = [{ name: GATEWAY.name, namespace: GATEWAY.namespace }];

/** Hands TLS through to the pods, which hold the certificate. */
export const passthroughRoute = (props: RouteProps): ITLSRoute & KubernetesObject => ({
  apiVersion: "gateway.networking.k8s.io/v1alpha2",
  kind: "TLSRoute",
  metadata: { name: props.name, namespace: props.namespace },
  spec: {
    parentRefs,
    ...hostnames(props),
    rules: [{ backendRefs: [{ name: props.name, port: props.port }] }],
  },
});

/** Plain HTTP from the Gateway to the pods. The longest path that fits wins. */
export const httpRoute = (props: RouteProps): IHTTPRoute & KubernetesObject => ({
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "HTTPRoute",
  metadata: { name: props.name, namespace: props.namespace },
  spec: {
    parentRefs,
    ...hostnames(props),
    rules: [
      {
        matches: [{ path: { type: "PathPrefix", value: props.path } }],
        ...(props.stripPath ? { filters: [withoutPath] } : {}),
        backendRefs: [{ name: props.name, port: props.port }],
      },
    ],
  },
});

const withoutPath = {
  type: "URLRewrite" as const,
  urlRewrite: { path: { type: "ReplacePrefixMatch" as const, replacePrefixMatch: "/" } },
};
