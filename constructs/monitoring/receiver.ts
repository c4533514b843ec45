import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import type { IIngressRoute } from "@kubernetes-models/traefik/traefik.io/v1alpha1/IngressRoute";
import type { ITLSOption } from "@kubernetes-models/traefik/traefik.io/v1alpha1/TLSOption";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import { NAMESPACES } from "../../config/namespaces";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { admit, type Pods } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import { LOGS_PATH, LOKI_PORT } from "../logs/loki-values";
import type { CertificateSource } from "../workload/certificate";
import { prometheusOf } from "./pods";

/** Where Prometheus takes what others write (https://prometheus.io/docs/prometheus/latest/querying/api/#remote-write-receiver). */
export const METRICS_PATH = "/api/v1/write";

/** The Secret with the CA that certifies writers; Traefik reads its key `ca.crt`. */
const AUTHORITY = "writers-authority";

export interface ReceiverObjectsProps {
  /** The name that writers call. */
  readonly host: string;

  /** The Secret with the certificate of that name. */
  readonly certificateSecret: string;

  /** The pods of the cluster's Traefik. */
  readonly ingress: readonly INetworkPolicyPeer[];

  /** Whether lines of logs are taken too. */
  readonly takesLogs: boolean;
}

/** What is written, and the Service that takes it. */
interface Taker {
  readonly path: string;
  readonly service: string;
  readonly port: number;
  readonly pods: Pods;
}

const METRICS: Taker = {
  path: METRICS_PATH,
  service: "monitoring-prometheus",
  port: 9090,
  pods: prometheusOf({ prometheus: "prometheus" }),
};

const LOGS: Taker = {
  path: LOGS_PATH,
  service: "loki",
  port: LOKI_PORT,
  pods: { namespace: NAMESPACES.monitoring, labels: { "app.kubernetes.io/name": "loki" } },
};

/**
 * The way in for writers, at a name of its own: Traefik ends TLS, and refuses clients without a certificate of the
 * platform's CA (https://doc.traefik.io/traefik/reference/routing-configuration/http/tls/tls-options/#client-authentication-mtls).
 * It hands on what is written, and no question.
 */
function receiverObjects(props: ReceiverObjectsProps): readonly KubernetesObject[] {
  const { host } = props;
  const namespace = NAMESPACES.monitoring;
  const takers = props.takesLogs ? [METRICS, LOGS] : [METRICS];
  const tls: ITLSOption & KubernetesObject = {
    apiVersion: "traefik.io/v1alpha1",
    kind: "TLSOption",
    metadata: { name: "writers", namespace },
    spec: {
      minVersion: "VersionTLS13",
      sniStrict: true,
      clientAuth: { clientAuthType: "RequireAndVerifyClientCert", secretNames: [AUTHORITY] },
    },
  };
  const route: IIngressRoute & KubernetesObject = {
    apiVersion: "traefik.io/v1alpha1",
    kind: "IngressRoute",
    metadata: { name: "receiver", namespace },
    spec: {
      entryPoints: ["websecure"],
      routes: takers.map(({ path, service, port }) => ({
        kind: "Rule",
        match: `Host(\`${host}\`) && Path(\`${path}\`) && Method(\`POST\`)`,
        services: [{ name: service, port }],
      })),
      tls: { secretName: props.certificateSecret, options: { name: "writers", namespace } },
    },
  };
  return [
    tls,
    route,
    ...takers.map(({ pods, port }, index) =>
      admit(index === 0 ? "receiver" : "receiver-logs", pods, [{ port, from: props.ingress }]),
    ),
  ];
}

export interface ReceiverProps extends Pick<ReceiverObjectsProps, "host" | "ingress" | "takesLogs"> {
  readonly namespace: string;

  /** Puts the certificate of the receiver's name into the namespace. */
  readonly certificate: CertificateSource;

  /** The CA that certifies writers, PEM. */
  readonly authority: string;

  /** What takes what is written. */
  readonly dependsOn: ITerraformDependable[];
}

/** Takes what other clusters write, from those alone whom the platform's CA certifies. */
export class Receiver extends Construct {
  constructor(scope: Construct, id: string, props: ReceiverProps) {
    super(scope, id);
    const { namespace } = props;
    const certificate = props.certificate(this, namespace);
    const authority = new SecretV1(this, "Authority", {
      metadata: { name: AUTHORITY, namespace },
      data: { "ca.crt": props.authority },
    });
    new ManifestRelease(this, "Release", {
      name: "monitoring-receiver",
      namespace,
      objects: receiverObjects({ ...props, certificateSecret: certificate.secretName }),
      dependsOn: [...certificate.filledBy, authority, ...props.dependsOn],
    });
  }
}
