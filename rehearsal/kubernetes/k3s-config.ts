import { nearest } from "../rules/near";
import { isObject, type Json, texts } from "../world/object";

/**
 * Settings of a K3s server. It refuses to start with one that it does not know; since it learns new ones, only what looks
 * like one of these misspelt is reported. https://docs.k3s.io/cli/server
 */
const SETTINGS = [
  "debug",
  "v",
  "vmodule",
  "log",
  "alsologtostderr",
  "bind-address",
  "https-listen-port",
  "supervisor-port",
  "apiserver-port",
  "apiserver-bind-address",
  "advertise-address",
  "advertise-port",
  "tls-san",
  "tls-san-security",
  "data-dir",
  "cluster-cidr",
  "service-cidr",
  "service-node-port-range",
  "cluster-dns",
  "cluster-domain",
  "flannel-backend",
  "flannel-ipv6-masq",
  "flannel-external-ip",
  "egress-selector-mode",
  "servicelb-namespace",
  "write-kubeconfig",
  "write-kubeconfig-mode",
  "write-kubeconfig-group",
  "helm-job-image",
  "token",
  "token-file",
  "agent-token",
  "agent-token-file",
  "server",
  "cluster-init",
  "cluster-reset",
  "cluster-reset-restore-path",
  "kube-apiserver-arg",
  "etcd-arg",
  "kube-controller-manager-arg",
  "kube-scheduler-arg",
  "kube-cloud-controller-manager-arg",
  "kine-tls",
  "datastore-endpoint",
  "datastore-cafile",
  "datastore-certfile",
  "datastore-keyfile",
  "etcd-expose-metrics",
  "etcd-disable-snapshots",
  "etcd-snapshot-name",
  "etcd-snapshot-schedule-cron",
  "etcd-snapshot-retention",
  "etcd-snapshot-dir",
  "etcd-snapshot-compress",
  "etcd-s3",
  "etcd-s3-endpoint",
  "etcd-s3-endpoint-ca",
  "etcd-s3-skip-ssl-verify",
  "etcd-s3-access-key",
  "etcd-s3-secret-key",
  "etcd-s3-session-token",
  "etcd-s3-bucket",
  "etcd-s3-bucket-lookup-type",
  "etcd-s3-region",
  "etcd-s3-folder",
  "etcd-s3-proxy",
  "etcd-s3-config-secret",
  "etcd-s3-insecure",
  "etcd-s3-timeout",
  "etcd-s3-retention",
  "default-local-storage-path",
  "disable",
  "disable-scheduler",
  "disable-cloud-controller",
  "disable-kube-proxy",
  "disable-network-policy",
  "disable-helm-controller",
  "embedded-registry",
  "supervisor-metrics",
  "node-name",
  "with-node-id",
  "node-label",
  "node-taint",
  "image-credential-provider-bin-dir",
  "image-credential-provider-config",
  "docker",
  "container-runtime-endpoint",
  "default-runtime",
  "image-service-endpoint",
  "disable-default-registry-endpoint",
  "nonroot-devices",
  "pause-image",
  "snapshotter",
  "private-registry",
  "system-default-registry",
  "node-ip",
  "node-internal-dns",
  "node-external-ip",
  "node-external-dns",
  "resolv-conf",
  "flannel-iface",
  "flannel-conf",
  "flannel-cni-conf",
  "vpn-auth",
  "vpn-auth-file",
  "kubelet-arg",
  "kube-proxy-arg",
  "protect-kernel-defaults",
  "secrets-encryption",
  "secrets-encryption-provider",
  "enable-pprof",
  "rootless",
  "prefer-bundled-bin",
  "selinux",
  "lb-server-port",
  "airgap-extra-registry",
  "config",
];

const PACKAGED = ["coredns", "servicelb", "traefik", "local-storage", "metrics-server", "runtimes"];

/** Flags of the components that K3s hands arguments to, as far as platforms set them. */
const FLAGS = [
  "enable-admission-plugins",
  "admission-control-config-file",
  "audit-policy-file",
  "audit-log-path",
  "audit-log-maxage",
  "audit-log-maxbackup",
  "audit-log-maxsize",
  "audit-log-format",
  "service-account-extend-token-expiration",
  "anonymous-auth",
  "terminated-pod-gc-threshold",
  "streaming-connection-idle-timeout",
  "pod-max-pids",
  "tls-cipher-suites",
  "tls-min-version",
  "system-reserved",
  "kube-reserved",
  "eviction-hard",
  "max-pods",
  "feature-gates",
  "event-ttl",
  "bind-address",
  "request-timeout",
  "make-iptables-util-chains",
  "image-gc-high-threshold",
  "image-gc-low-threshold",
  "authentication-config",
  "oidc-issuer-url",
  "oidc-client-id",
  "encryption-provider-config",
  "kube-api-qps",
  "serialize-image-pulls",
  "profiling",
  "node-status-update-frequency",
  "container-log-max-size",
  "container-log-max-files",
  "cloud-provider",
  "config",
];

const PLUGINS = [
  "NodeRestriction",
  "EventRateLimit",
  "PodSecurity",
  "AlwaysPullImages",
  "DenyServiceExternalIPs",
  "LimitRanger",
  "ResourceQuota",
  "ServiceAccount",
];

/** What is wrong with a K3s configuration by itself. */
export function k3sProblems(config: Json): string[] {
  if (!isObject(config)) return [];
  const argumentsOf = Object.keys(config)
    .filter((key) => key.endsWith("-arg") || key.endsWith("-arg+"))
    .flatMap((key) => texts(config, key));
  return [
    ...Object.keys(config).flatMap((key) => near(key.replace(/\+$/, ""), SETTINGS, "setting")),
    ...texts(config, "disable").flatMap((name) => near(name, PACKAGED, "packaged component")),
    ...argumentsOf.flatMap((argument) => near(argument.split("=")[0] ?? "", FLAGS, "flag")),
    ...argumentsOf
      .filter((argument) => argument.startsWith("enable-admission-plugins="))
      .flatMap((argument) => (argument.split("=")[1] ?? "").split(","))
      .flatMap((plugin) => near(plugin, PLUGINS, "admission plugin")),
    ...texts(config, "write-kubeconfig-mode")
      .filter((mode) => !/^0?[0-7]{3}$/.test(mode))
      .map((mode) => `write-kubeconfig-mode '${mode}' is not a mode such as 0600`),
    ...texts(config, "secrets-encryption-provider")
      .filter((name) => !["aescbc", "secretbox"].includes(name))
      .map((name) => `secrets-encryption-provider '${name}' is not aescbc or secretbox`),
    ...texts(config, "node-label")
      .filter((label) => !/^([a-z0-9.-]+\/)?[A-Za-z0-9][\w.-]*=[\w.-]*$/.test(label))
      .map((label) => `node-label '${label}' is not key=value`),
  ].map((problem) => `K3s' configuration: ${problem}`);
}

function near(name: string, known: readonly string[], what: string): string[] {
  if (known.includes(name)) return [];
  const candidate = nearest(name, known);
  return candidate ? [`there is no ${what} '${name}'; is ${candidate} meant?`] : [];
}
