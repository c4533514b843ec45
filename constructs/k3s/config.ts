import { stringify } from "yaml";

/** What distinguishes one K3s server from another. Values may be Terraform tokens. */
export interface ServerConfigProps {
  /**
   * Names and addresses that clients reach the API server by. K3s refuses all others since it signs only for these,
   * and behind a cloud's address translation it cannot find its public address by itself.
   */
  readonly tlsSans: readonly string[];

  /** Keep K3s' bundled Traefik and ServiceLB. The edge node runs a Traefik of its own on host ports instead. */
  readonly bundledTraefik: boolean;

  /**
   * Address that the node advertises.
   *
   * @default - the address of the interface that holds the default route
   */
  readonly nodeIp?: string;

  /**
   * Public address of the node, where the cloud translates it.
   *
   * @default - none
   */
  readonly nodeExternalIp?: string;

  /**
   * Region that the node serves: its label `topology.kubernetes.io/region`.
   *
   * @default - no label
   */
  readonly region?: string;
}

/**
 * MiB that pods never get. K3s with its API server, database and containerd takes 1596 MB beside a workload
 * (https://docs.k3s.io/reference/resource-profiling); Ubuntu about 200. What is not reserved the kernel takes back by ending
 * processes, K3s' own among them; a pod that does not fit is refused instead.
 */
export const RESERVED_MEBIBYTES = { system: 200, k3s: 1522 } as const;

/**
 * `/etc/rancher/k3s/config.yaml` of a hardened single-node server.
 *
 * The hardening follows the CIS guide of K3s (https://docs.k3s.io/security/hardening-guide). AlwaysPullImages is
 * left out: images that were imported on the node, as Vagrant's are, could not be used.
 */
export function serverConfig(props: ServerConfigProps): string {
  const { tlsSans, bundledTraefik, nodeIp, nodeExternalIp, region } = props;
  return renderYaml({
    "tls-san": tlsSans,
    ...(nodeIp === undefined ? {} : { "node-ip": nodeIp }),
    ...(nodeExternalIp === undefined ? {} : { "node-external-ip": nodeExternalIp }),
    ...(region === undefined ? {} : { "node-label": [`topology.kubernetes.io/region=${region}`] }),
    ...(bundledTraefik ? {} : { disable: ["traefik", "servicelb"] }),
    "write-kubeconfig-mode": "0600",
    "secrets-encryption": true,
    "secrets-encryption-provider": "secretbox",
    "protect-kernel-defaults": true,
    "kube-apiserver-arg": [
      "enable-admission-plugins=NodeRestriction,EventRateLimit",
      "admission-control-config-file=/etc/rancher/k3s/admission.yaml",
      "audit-policy-file=/etc/rancher/k3s/audit.yaml",
      "audit-log-path=/var/lib/rancher/k3s/server/logs/audit.log",
      "audit-log-maxage=30", // days
      "audit-log-maxbackup=10", // files
      "audit-log-maxsize=100", // MB each
      "service-account-extend-token-expiration=false",
    ],
    "kube-controller-manager-arg": ["terminated-pod-gc-threshold=100"],
    "kubelet-arg": [
      `system-reserved=memory=${RESERVED_MEBIBYTES.system}Mi`,
      `kube-reserved=memory=${RESERVED_MEBIBYTES.k3s}Mi`,
      "streaming-connection-idle-timeout=5m",
      "pod-max-pids=4096",
      `tls-cipher-suites=${KUBELET_CIPHERS.join(",")}`,
    ],
  });
}

const KUBELET_CIPHERS = [
  "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
  "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
  "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
  "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
  "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305",
  "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305",
];

/** Strings are quoted, so that a Terraform token stays one scalar with every value; lines are never folded. */
export function renderYaml(value: unknown): string {
  return stringify(value, {
    lineWidth: 0,
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    aliasDuplicateObjects: false,
  });
}
