import type { IIngress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import { NOTHING } from "../../config/composed-names";
import type { LoadBalancerTraits } from "../../config/traits";
import type { KubernetesObject } from "../kubernetes/object";

/** A Service that answers on a host name, or on some paths of it. */
export interface Route {
  /** The Service's name. */
  readonly name: string;
  readonly host: string;
  /** `/` is every path. */
  readonly path: string;
  /** Paths of it that callers find nothing at. */
  readonly blocked: readonly string[];
  /** Port of the Service. */
  readonly port: number;
}

export interface IngressProps {
  readonly name: string;
  readonly namespace: string;
  readonly loadBalancer: LoadBalancerTraits;
  /** The Secret with the certificate, where TLS ends with one. */
  readonly certificateSecret: string | undefined;
  readonly routes: readonly Route[];
}

/**
 * One load balancer for all routes of a namespace. Every path stands for itself and for all below it, and the longest wins,
 * whatever the order: the controller makes `/metrics` and `/metrics/*` of a prefix
 * (https://cloud.google.com/kubernetes-engine/docs/how-to/load-balance-ingress#support_for_prefix,
 * https://cloud.google.com/load-balancing/docs/url-map-concepts#path-matchers).
 */
export const ingressObjects = (props: IngressProps): readonly KubernetesObject[] => [
  ingress(props),
  frontendConfig(props),
  ...(props.loadBalancer.tls.kind === "managed" ? [managedCertificate(props)] : []),
];

/** GKE looks at the annotation, and not at `ingressClassName`. */
const ingress = (props: IngressProps): IIngress & KubernetesObject => {
  const { name, namespace, loadBalancer, certificateSecret, routes } = props;
  const { tls } = loadBalancer;
  const hosts = [...new Set(routes.map(({ host }) => host))];
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: {
      name,
      namespace,
      annotations: {
        "kubernetes.io/ingress.class": "gce",
        "kubernetes.io/ingress.global-static-ip-name": loadBalancer.address,
        "networking.gke.io/v1beta1.FrontendConfig": name,
        ...(tls.kind === "managed" ? { "networking.gke.io/managed-certificates": name } : {}),
        ...(tls.kind === "named" ? { "ingress.gcp.kubernetes.io/pre-shared-cert": tls.name } : {}),
      },
    },
    spec: {
      ...(certificateSecret === undefined ? {} : { tls: [{ hosts, secretName: certificateSecret }] }),
      rules: hosts.map((host) => ({
        host,
        http: { paths: pathsOf(routes.filter((route) => route.host === host)) },
      })),
    },
  };
};

const pathsOf = (routes: readonly Route[]) => [
  ...routes.flatMap(({ blocked }) => blocked).map((path) => backend(path, NOTHING, 80)),
  ...[...routes]
    .sort((one, other) => other.path.length - one.path.length)
    .map(({ path, name, port }) => backend(path, name, port)),
];

const backend = (path: string, name: string, port: number) => ({
  path,
  pathType: "Prefix" as const,
  backend: { service: { name, port: { number: port } } },
});

/** An object of a kind that GKE adds. */
type Custom = KubernetesObject & { readonly spec: object };

/** https://cloud.google.com/kubernetes-engine/docs/how-to/ingress-configuration#configuring_ingress_features_through_frontendconfig_parameters */
const frontendConfig = ({ name, namespace, loadBalancer }: IngressProps): Custom => ({
  apiVersion: "networking.gke.io/v1beta1",
  kind: "FrontendConfig",
  metadata: { name, namespace },
  spec:
    loadBalancer.tls.kind === "none"
      ? {}
      : {
          sslPolicy: loadBalancer.tlsPolicy,
          redirectToHttps: { enabled: true, responseCodeName: "MOVED_PERMANENTLY_DEFAULT" },
        },
});

/** https://cloud.google.com/kubernetes-engine/docs/how-to/managed-certs */
const managedCertificate = ({ name, namespace, routes }: IngressProps): Custom => ({
  apiVersion: "networking.gke.io/v1",
  kind: "ManagedCertificate",
  metadata: { name, namespace },
  spec: { domains: [...new Set(routes.map(({ host }) => host))] },
});
