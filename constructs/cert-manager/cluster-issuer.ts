import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { Construct } from "constructs";
import { ManifestRelease } from "../kubernetes/manifest-release";
import type { KubernetesObject } from "../kubernetes/object";
import { CertManager } from "./cert-manager";
import { authorityIssuer, issuer, type Proof } from "./objects";
import type { Server } from "./server";

/** The issuer that every namespace of a cluster asks. */
export const CLUSTER_ISSUER = "cluster";

/** The issuer of what our own programs show each other, where another one issues what users are shown. */
export const PLATFORM_ISSUER = "platform";

const AUTHORITY = "cluster-authority";

/** A CA of the cluster's own: its certificate with those above it, and its key; PEM, the key sensitive. */
export interface ClusterAuthority {
  readonly chain: string;
  readonly key: string;
}

export interface ClusterIssuerProps {
  /** Who signs: a CA of ours, or Let's Encrypt, which sees each name proved, over HTTP where nothing else is said. */
  readonly signedBy:
    | { readonly authority: ClusterAuthority }
    | { readonly email: string; readonly server: Server; readonly proof?: Proof };

  /**
   * A CA of ours besides, for what our own programs show each other.
   *
   * @default - who signs for users signs for them too, or they show nothing
   */
  readonly platform?: ClusterAuthority | undefined;

  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;

  /** As cert-manager takes them. */
  readonly serviceAccountAnnotations?: Readonly<Record<string, string>> | undefined;
}

/** cert-manager in a cluster, and the issuer of what users are shown. A certificate is asked for in the same way whichever CA signs. */
export class ClusterIssuer extends Construct {
  constructor(scope: Construct, id: string, { signedBy, platform, ...options }: ClusterIssuerProps) {
    super(scope, id);
    const certManager = new CertManager(this, "CertManager", options);
    const ours = "authority" in signedBy ? signedBy.authority : platform;
    const authority =
      ours &&
      new SecretV1(this, "Authority", {
        metadata: { name: AUTHORITY, namespace: certManager.namespace },
        type: "kubernetes.io/tls",
        data: { "tls.crt": ours.chain, "tls.key": ours.key },
      });
    new ManifestRelease(this, "Issuer", {
      name: "issuer",
      namespace: certManager.namespace,
      objects: [issuerOf(signedBy), ...(platform ? [authorityIssuer(PLATFORM_ISSUER, AUTHORITY)] : [])],
      dependsOn: [certManager.resource, ...(authority ? [authority] : [])],
    });
  }
}

const issuerOf = (signedBy: ClusterIssuerProps["signedBy"]): KubernetesObject =>
  "authority" in signedBy
    ? authorityIssuer(CLUSTER_ISSUER, AUTHORITY)
    : issuer({ name: CLUSTER_ISSUER, ...signedBy });
