import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { CertificateSource } from "../workload/certificate";
import { type Queue, queueConfig } from "./queue";
import { METRICS_PATH } from "./receiver";

/** Where a cluster that keeps nothing writes everything. */
export interface HubAddress {
  /** The name that the hub proves. */
  readonly host: string;

  /** The address that the name stands for: a writer asks no name server, which may not know it. */
  readonly address: string;
}

/** The ConfigMap with the CA that certifies the hub. */
export const HUB_AUTHORITY = "hub-authority";

const secretFile = (name: string, key: string): string => `/etc/prometheus/secrets/${name}/${key}`;

/** What a cluster's Prometheus must be told to write to the hub. */
export interface Writing extends HubAddress {
  readonly queue: Queue;

  /** The Secret with the certificate that it shows. */
  readonly certificateSecret: string;
}

/**
 * As values of kube-prometheus-stack, `prometheus.prometheusSpec`. The certificate is mounted, and read anew at every
 * handshake: a renewal needs no restart.
 */
export const writingValues = ({ host, address, queue, certificateSecret }: Writing) => ({
  hostAliases: [{ ip: address, hostnames: [host] }],
  secrets: [certificateSecret],
  remoteWrite: [
    {
      url: `https://${host}${METRICS_PATH}`,
      tlsConfig: {
        caFile: `/etc/prometheus/configmaps/${HUB_AUTHORITY}/ca.crt`,
        certFile: secretFile(certificateSecret, "tls.crt"),
        keyFile: secretFile(certificateSecret, "tls.key"),
        minVersion: "TLS13",
      },
      queueConfig: queueConfig(queue),
    },
  ],
});

/** The ConfigMaps that go with them. */
export const WRITING_CONFIG_MAPS: readonly string[] = [HUB_AUTHORITY];

export interface WriterProps extends HubAddress {
  readonly namespace: string;
  readonly queue: Queue;

  /** Puts the certificate that proves who writes into the namespace. */
  readonly certificate: CertificateSource;

  /** The CA that certifies the hub, PEM. */
  readonly authority: string;
}

/** What a cluster needs before it writes to the hub. */
export class Writer extends Construct {
  readonly writing: Writing;
  readonly prerequisites: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: WriterProps) {
    super(scope, id);
    const certificate = props.certificate(this, props.namespace);
    const authority = new ConfigMapV1(this, "Authority", {
      metadata: { name: HUB_AUTHORITY, namespace: props.namespace },
      data: { "ca.crt": props.authority },
    });
    const { host, address, queue } = props;
    this.writing = { host, address, queue, certificateSecret: certificate.secretName };
    this.prerequisites = [...certificate.filledBy, authority];
  }
}
