import type { IIngressRoute } from "@kubernetes-models/traefik/traefik.io/v1alpha1/IngressRoute";
import type { IIngressRouteTCP } from "@kubernetes-models/traefik/traefik.io/v1alpha1/IngressRouteTCP";
import type { IServersTransport } from "@kubernetes-models/traefik/traefik.io/v1alpha1/ServersTransport";
import type { Pods } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";

/** The pods of a region's own ingress: the Traefik that K3s brings. */
export const REGIONAL_INGRESS: Pods = {
  namespace: "kube-system",
  labels: { "app.kubernetes.io/name": "traefik" },
};

/** A Service that answers on a host name. */
export interface RouteProps {
  /** The route's name, and the Service's. */
  readonly name: string;
  readonly namespace: string;
  /** The name that callers ask for, by SNI or by header. */
  readonly host: string;
  /** Port of the Service. */
  readonly port: number;
}

/** Hands TLS through to the pods, which hold the certificate: the ingress reads nothing but the name in the handshake. */
export const passthroughRoute = (props: RouteProps): IIngressRouteTCP & KubernetesObject => ({
  apiVersion: "traefik.io/v1alpha1",
  kind: "IngressRouteTCP",
  metadata: { name: props.name, namespace: props.namespace },
  spec: {
    entryPoints: ["websecure"],
    routes: [
      {
        match: `HostSNI(\`${props.host}\`)`,
        services: [{ name: props.name, port: props.port }],
      },
    ],
    tls: { passthrough: true },
  },
});

export interface ReencryptedRouteProps extends RouteProps {
  /** The Secret with the certificate that callers see. */
  readonly certificateSecret: string;

  /**
   * The Secret whose `ca.crt` signed the pods' certificate.
   *
   * @default - a public authority signed it
   */
  readonly authoritySecret?: string;
}

/** Ends TLS at the ingress, and speaks TLS to the pods whose certificate it verifies. */
export const reencryptedRoute = (
  props: ReencryptedRouteProps,
): readonly [IIngressRoute & KubernetesObject, IServersTransport & KubernetesObject] => [
  {
    apiVersion: "traefik.io/v1alpha1",
    kind: "IngressRoute",
    metadata: { name: props.name, namespace: props.namespace },
    spec: {
      entryPoints: ["websecure"],
      routes: [
        {
          kind: "Rule",
          match: `Host(\`${props.host}\`)`,
          services: [{ name: props.name, port: props.port, scheme: "https", serversTransport: props.name }],
        },
      ],
      tls: { secretName: props.certificateSecret },
    },
  },
  {
    apiVersion: "traefik.io/v1alpha1",
    kind: "ServersTransport",
    metadata: { name: props.name, namespace: props.namespace },
    spec: {
      serverName: props.host,
      ...(props.authoritySecret ? { rootCAs: [{ secret: props.authoritySecret }] } : {}),
    },
  },
];

/** Plain HTTP from the caller to the pods. */
export const httpRoute = (props: RouteProps): IIngressRoute & KubernetesObject => ({
  apiVersion: "traefik.io/v1alpha1",
  kind: "IngressRoute",
  metadata: { name: props.name, namespace: props.namespace },
  spec: {
    entryPoints: ["web"],
    routes: [
      {
        kind: "Rule",
        match: `Host(\`${props.host}\`)`,
        services: [{ name: props.name, port: props.port }],
      },
    ],
  },
});
