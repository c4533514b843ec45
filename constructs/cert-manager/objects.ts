import type { ICertificate } from "@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate";
import type { IClusterIssuer } from "@kubernetes-models/cert-manager/cert-manager.io/v1/ClusterIssuer";
import { POLICIES } from "../../config/composed-names";
import { admit, type Pods, podsOf } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import { directoryOf, type Server } from "./server";

/** How a name is proved to be ours. */
export type Challenge = "dns-01" | "http-01";

/** A key of a Secret. */
export interface SecretKey {
  readonly name: string;
  readonly key: string;
}

export interface IssuerProps {
  readonly name: string;
  readonly server: Server;
  readonly email: string;

  /** The Cloudflare token for `dns-01`, in cert-manager's namespace. @default - names are proved by `http-01` */
  readonly token?: SecretKey;
}

/** An account at Let's Encrypt, for every namespace of a cluster. */
export const issuer = (props: IssuerProps): IClusterIssuer & KubernetesObject => ({
  apiVersion: "cert-manager.io/v1",
  kind: "ClusterIssuer",
  metadata: { name: props.name },
  spec: {
    acme: {
      server: directoryOf(props.server),
      email: props.email,
      privateKeySecretRef: { name: `${props.name}-account` },
      solvers: [
        props.token
          ? { dns01: { cloudflare: { apiTokenSecretRef: { ...props.token } } } }
          : { http01: { ingress: { ingressClassName: "traefik" } } },
      ],
    },
  },
});

/**
 * A CA of ours, for every namespace of a cluster. The Secret is in cert-manager's own namespace: its certificate, those
 * above it, and its key (https://cert-manager.io/docs/configuration/ca/).
 */
export const authorityIssuer = (name: string, secretName: string): IClusterIssuer & KubernetesObject => ({
  apiVersion: "cert-manager.io/v1",
  kind: "ClusterIssuer",
  metadata: { name },
  spec: { ca: { secretName } },
});

/** What a certificate proves: the names of a server, at least one, or who a client is. */
export type Subject = { readonly hosts: readonly string[] } | { readonly client: string };

export interface CertificateProps {
  /** The certificate's name, and its Secret's. */
  readonly name: string;
  readonly namespace: string;

  readonly subject: Subject;

  /** Name of the issuer. */
  readonly issuer: string;
}

/** A certificate: ECDSA P-256, a new key at every renewal, renewed when a third of its life is left. */
export const certificate = (props: CertificateProps): ICertificate & KubernetesObject => ({
  apiVersion: "cert-manager.io/v1",
  kind: "Certificate",
  metadata: { name: props.name, namespace: props.namespace },
  spec: {
    secretName: props.name,
    ...("hosts" in props.subject
      ? { dnsNames: [...props.subject.hosts] }
      : { commonName: props.subject.client }),
    issuerRef: { group: "cert-manager.io", kind: "ClusterIssuer", name: props.issuer },
    privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
    usages: ["digital signature", "hosts" in props.subject ? "server auth" : "client auth"],
  },
});

/** Lets an ingress reach the pods that answer `http-01`; cert-manager starts them beside the certificate. */
export const challengePolicy = (namespace: string, ingress: Pods) =>
  admit(POLICIES.solver, { namespace, labels: { "acme.cert-manager.io/http01-solver": "true" } }, [
    { port: 8089, from: [podsOf(ingress)] },
  ]);
