import type { IIngressRoute } from "@kubernetes-models/traefik/traefik.io/v1alpha1/IngressRoute";
import type { IIngressRouteTCP } from "@kubernetes-models/traefik/traefik.io/v1alpha1/IngressRouteTCP";
import type { IMiddleware } from "@kubernetes-models/traefik/traefik.io/v1alpha1/Middleware";
import type { IServersTransport } from "@kubernetes-models/traefik/traefik.io/v1alpha1/ServersTransport";
import { NAMESPACES } from "../../config/namespaces";
import type { Pods } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";

/** The pods of a region's own ingress: the Traefik that K3s brings. */
export const REGIONAL_INGRESS: Pods = {
  namespace: "kube-system",
  labels: { "app.kubernetes.io/name": "traefik" },
};

/** The pods of the Traefik that the platform installs by its chart, where a cluster brings none. */
export const CHART_INGRESS: Pods = {
  namespace: NAMESPACES.traefik,
  labels: { "app.kubernetes.io/name": "traefik" },
};

/** A Service that answers on a host name, or on some paths of it. */
export interface RouteProps {
  /** The route's name, and the Service's. */
  readonly name: string;
  readonly namespace: string;
  /** The name that callers ask for, by SNI or by header. */
  readonly host: string;
  /** What paths begin with; `/` is every path. Only where the ingress reads requests. */
  readonly path: string;
  /** Whether the Service is called without that. */
  readonly stripPath: boolean;
  /** Paths of the Service, as callers write them, that none of them finds. */
  readonly blocked: readonly string[];
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
export const reencryptedRoute = (props: ReencryptedRouteProps): readonly KubernetesObject[] => [
  ingressRoute(props, {
    entryPoint: "websecure",
    service: { scheme: "https", serversTransport: props.name },
    tls: { secretName: props.certificateSecret },
  }),
  serversTransport(props),
  ...stripped(props),
];

const serversTransport = (props: ReencryptedRouteProps): IServersTransport & KubernetesObject => ({
  apiVersion: "traefik.io/v1alpha1",
  kind: "ServersTransport",
  metadata: { name: props.name, namespace: props.namespace },
  spec: {
    serverName: props.host,
    ...(props.authoritySecret ? { rootCAs: [{ secret: props.authoritySecret }] } : {}),
  },
});

/** Plain HTTP from the caller to the pods. */
export const httpRoute = (props: RouteProps): readonly KubernetesObject[] => [
  ingressRoute(props, { entryPoint: "web" }),
  ...stripped(props),
];

interface Way {
  readonly entryPoint: "web" | "websecure";
  /** How the ingress calls the Service. @default - plain HTTP */
  readonly service?: { readonly scheme: "https"; readonly serversTransport: string };
  /** What callers are shown. @default - plain HTTP */
  readonly tls?: { readonly secretName: string };
}

const ingressRoute = (
  props: RouteProps,
  { entryPoint, service, tls }: Way,
): IIngressRoute & KubernetesObject => ({
  apiVersion: "traefik.io/v1alpha1",
  kind: "IngressRoute",
  metadata: { name: props.name, namespace: props.namespace },
  spec: {
    entryPoints: [entryPoint],
    routes: [
      {
        kind: "Rule",
        match: [matchOf(props), ...props.blocked.map((path) => `!${below(path)}`)].join(" && "),
        // Blocked paths make a rule longer, and must not make it win over that of another service.
        ...(props.blocked.length > 0 ? { priority: matchOf(props).length } : {}),
        ...(props.stripPath ? { middlewares: [{ name: stripperOf(props) }] } : {}),
        services: [{ name: props.name, port: props.port, ...service }],
      },
    ],
    ...(tls ? { tls } : {}),
  },
});

/**
 * `PathPrefix` alone takes `/movies` for the beginning of `/moviestar` too. The longest rule wins
 * (https://doc.traefik.io/traefik/reference/routing-configuration/http/routing/rules-and-priority/), so a longer path does.
 */
const matchOf = ({ host, path }: RouteProps): string =>
  path === "/" ? `Host(\`${host}\`)` : `Host(\`${host}\`) && ${below(path)}`;

const below = (path: string): string => `(Path(\`${path}\`) || PathPrefix(\`${path}/\`))`;

const stripperOf = ({ name }: RouteProps): string => `${name}-strip-path`;

/** What takes the prefix away, if it is to be. */
const stripped = (props: RouteProps): readonly (IMiddleware & KubernetesObject)[] =>
  props.stripPath
    ? [
        {
          apiVersion: "traefik.io/v1alpha1",
          kind: "Middleware",
          metadata: { name: stripperOf(props), namespace: props.namespace },
          spec: { stripPrefix: { prefixes: [props.path] } },
        },
      ]
    : [];
