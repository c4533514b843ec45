import type { IACMEChallengeSolver } from "@kubernetes-models/cert-manager/acme.cert-manager.io/v1/ACMEChallengeSolver";
import type { ICertificate } from "@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate";
import type { IClusterIssuer } from "@kubernetes-models/cert-manager/cert-manager.io/v1/ClusterIssuer";
import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import { POLICIES } from "../../config/composed-names";
import { admit } from "../kubernetes/network-policy";
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

  /** How names are proved. @default - by `http-01`, through Traefik */
  readonly proof?: Proof;
}

/** A way to prove a name. */
export type Proof =
  /** A record at Cloudflare, written with a token in cert-manager's namespace. */
  | { readonly cloudflareToken: SecretKey }
  /** A record in a zone of Cloud DNS, by its name there, written as the account that cert-manager's pods have. */
  | { readonly cloudDns: { readonly project: string; readonly zone: string } }
  /** A path at the Ingress of this name, in the namespace of the certificate. */
  | { readonly ingress: string };

/** Of an Issuer, https://cert-manager.io/docs/configuration/acme/ */
function solverOf(proof: Proof | undefined): IACMEChallengeSolver {
  if (proof === undefined) return { http01: { ingress: { ingressClassName: "traefik" } } };
  if ("cloudflareToken" in proof) {
    return { dns01: { cloudflare: { apiTokenSecretRef: { ...proof.cloudflareToken } } } };
  }
  if ("cloudDns" in proof) {
    return { dns01: { cloudDNS: { project: proof.cloudDns.project, hostedZoneName: proof.cloudDns.zone } } };
  }
  // An Ingress of its own would be another load balancer, at another address; pods are called without a node's port.
  return { http01: { ingress: { name: proof.ingress, serviceType: "ClusterIP" } } };
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
      solvers: [solverOf(props.proof)],
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

  /**
   * Whether the Secret is filled at once, with a self-signed certificate, until the real one is there: for an ingress that
   * needs one to be the ingress that proves the name.
   *
   * @default false
   */
  readonly temporary?: boolean;
}

/** A certificate: ECDSA P-256, a new key at every renewal, renewed when a third of its life is left. */
export const certificate = (props: CertificateProps): ICertificate & KubernetesObject => ({
  apiVersion: "cert-manager.io/v1",
  kind: "Certificate",
  metadata: {
    name: props.name,
    namespace: props.namespace,
    ...(props.temporary ? { annotations: { "cert-manager.io/issue-temporary-certificate": "true" } } : {}),
  },
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
export const challengePolicy = (namespace: string, ingress: readonly INetworkPolicyPeer[]) =>
  admit(POLICIES.solver, { namespace, labels: { "acme.cert-manager.io/http01-solver": "true" } }, [
    { port: 8089, from: ingress },
  ]);
