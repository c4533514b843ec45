import { JobV1 } from "@cdktf/provider-kubernetes/lib/job-v1";
import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import { CERTIFICATE_RELEASE } from "../../config/composed-names";
import { IMAGES, referenceTo } from "../kubernetes/images";
import { ManifestRelease } from "../kubernetes/manifest-release";
import type { KubernetesObject } from "../kubernetes/object";
import { resources } from "../kubernetes/resources";
import type { Certificate, CertificateSource } from "../workload/certificate";
import { certificate, challengePolicy, type Subject } from "./objects";

/** Minutes that an order may take: a DNS record must become visible, and a failed check is repeated. */
const ISSUANCE_MINUTES = 15;

export interface IssuedCertificateProps {
  /** Names the Secret, and what makes it. @default "certificate" */
  readonly name?: string;

  readonly subject: Subject;

  /** Name of a ClusterIssuer. */
  readonly issuer: string;

  /** The ingress that brings proofs of HTTP-01 to their pods. @default - no such proof is asked for */
  readonly solvedThrough?: readonly INetworkPolicyPeer[];

  /**
   * Whom the ingress must trust to verify the certificate: a public CA, or this one (PEM), or cert-manager writes
   * it beside the certificate.
   */
  readonly authority: "public" | { readonly pem: string } | "beside";

  /** Whether nothing else in the namespace limits whom the pod may call that waits for it. @default false */
  readonly isolated?: boolean;

  /** Whether pods and ingress begin with a self-signed one. @default false */
  readonly temporary?: boolean;

  /** What must be there before the certificate is asked for. */
  readonly dependsOn?: ITerraformDependable[];
}

/** A certificate that cert-manager orders and renews, in every namespace that asks for it; there once it is issued. */
export const issuedCertificate =
  (props: IssuedCertificateProps): CertificateSource =>
  (scope, namespace) => {
    const { name = CERTIFICATE_RELEASE } = props;
    const order = new Construct(scope, "Certificate");
    const release = new ManifestRelease(order, "Release", {
      name,
      namespace,
      objects: [
        certificate({
          name,
          namespace,
          subject: props.subject,
          issuer: props.issuer,
          temporary: props.temporary ?? false,
        }),
        ...(props.solvedThrough ? [challengePolicy(namespace, props.solvedThrough)] : []),
        ...(props.isolated ? [isolation(namespace, issuanceOf(name))] : []),
      ],
      ...(props.dependsOn ? { dependsOn: props.dependsOn } : {}),
    });
    return {
      secretName: name,
      ...authorityOf(order, namespace, name, props.authority),
      filledBy: [issuance(order, namespace, name, release.resource)],
    };
  };

/** What an ingress in the namespace must be given to verify a certificate, where the system does not know its CA. */
function authorityOf(
  scope: Construct,
  namespace: string,
  name: string,
  authority: IssuedCertificateProps["authority"],
): Pick<Certificate, "authoritySecret"> {
  if (authority === "public") return {};
  if (authority === "beside") return { authoritySecret: name };
  const authoritySecret = `${name}-authority`;
  new SecretV1(scope, "Authority", {
    metadata: { name: authoritySecret, namespace },
    data: { "ca.crt": authority.pem },
  });
  return { authoritySecret };
}

/** The Job that waits. */
const issuanceOf = (name: string): string => `${name}-issuance`;

/** The pod that waits takes no calls and makes none. */
const isolation = (namespace: string, job: string): INetworkPolicy & KubernetesObject => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name: job, namespace },
  spec: {
    podSelector: { matchLabels: { "batch.kubernetes.io/job-name": job } },
    policyTypes: ["Ingress", "Egress"],
  },
});

/**
 * Waits until a certificate has been issued. Helm does not know what a certificate is, so it is a pod that waits: the
 * kubelet starts it as soon as the Secret exists, which cert-manager makes when it has the certificate.
 */
const issuance = (
  scope: Construct,
  namespace: string,
  secretName: string,
  after: ITerraformDependable,
): JobV1 =>
  new JobV1(scope, "Issuance", {
    metadata: { name: issuanceOf(secretName), namespace },
    spec: {
      backoffLimit: 2,
      activeDeadlineSeconds: ISSUANCE_MINUTES * 60,
      template: {
        metadata: {},
        spec: {
          restartPolicy: "Never",
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: "65532",
            runAsGroup: "65532",
            seccompProfile: { type: "RuntimeDefault" },
          },
          container: [
            {
              name: "wait",
              image: referenceTo(IMAGES.busybox),
              command: ["true"],
              resources: resources("1m", "16Mi"),
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ["ALL"] },
              },
              volumeMount: [{ name: "certificate", mountPath: "/certificate", readOnly: true }],
            },
          ],
          volume: [
            { name: "certificate", secret: { secretName, items: [{ key: "tls.crt", path: "tls.crt" }] } },
          ],
        },
      },
    },
    waitForCompletion: true,
    timeouts: { create: `${ISSUANCE_MINUTES + 1}m`, update: `${ISSUANCE_MINUTES + 1}m` },
    dependsOn: [after],
  });
