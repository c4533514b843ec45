/** Configuration files of a node's components. Every node sees them at the same paths, in a mount namespace of its own. */
import { cgroupVersion } from "../machine/cgroups";
import { mayRaisePriority } from "../machine/preflight";

/** Where a node finds its own configuration and certificates. */
export const NODE_ETC = "/var/lib/lab";
export const CONTAINERD_SOCKET = "/run/containerd/containerd.sock";

/** Ranges that K3s uses by default; every cluster has the same ones, as every K3s cluster does. */
export const POD_CIDR = "10.42.0.0/24";
export const SERVICE_CIDR = "10.43.0.0/16";
export const DNS_ADDRESS = "10.43.0.10";
export const PAUSE_IMAGE = "localhost/pause:1";

const containerd = (): string => `version = 3
root = "/var/lib/containerd"
state = "/run/containerd"
[grpc]
  address = "${CONTAINERD_SOCKET}"
[plugins."io.containerd.cri.v1.images"]
  snapshotter = "overlayfs"
  [plugins."io.containerd.cri.v1.images".pinned_images]
    sandbox = "${PAUSE_IMAGE}"
[plugins."io.containerd.cri.v1.runtime"]
  restrict_oom_score_adj = ${!mayRaisePriority()}
  [plugins."io.containerd.cri.v1.runtime".cni]
    bin_dirs = ["/usr/lib/cni"]
    conf_dir = "${NODE_ETC}/cni"
  [plugins."io.containerd.cri.v1.runtime".containerd]
    default_runtime_name = "runc"
    [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"
      [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc.options]
        SystemdCgroup = false
`;

/**
 * A routed veth pair per pod: unlike a bridge it needs no `br_netfilter` for Services between pods of one node, which
 * not every kernel has.
 */
const cni = {
  cniVersion: "1.0.0",
  name: "lab",
  plugins: [
    {
      type: "ptp",
      ipMasq: true,
      ipam: { type: "host-local", ranges: [[{ subnet: POD_CIDR }]], routes: [{ dst: "0.0.0.0/0" }] },
    },
    { type: "portmap", capabilities: { portMappings: true } },
  ],
};

const kubelet = (cgroup: string) => ({
  apiVersion: "kubelet.config.k8s.io/v1beta1",
  kind: "KubeletConfiguration",
  cgroupDriver: "cgroupfs",
  cgroupRoot: `/${cgroup}`,
  failCgroupV1: cgroupVersion() === 2,
  failSwapOn: false,
  containerRuntimeEndpoint: `unix://${CONTAINERD_SOCKET}`,
  authentication: {
    anonymous: { enabled: false },
    webhook: { enabled: true },
    x509: { clientCAFile: `${NODE_ETC}/pki/ca.crt` },
  },
  authorization: { mode: "Webhook" },
  clusterDNS: [DNS_ADDRESS],
  clusterDomain: "cluster.local",
  resolvConf: `${NODE_ETC}/resolv.conf`,
  // The lab shares its machine: a full disk or busy memory elsewhere must not evict its pods or delete its images.
  evictionHard: { "memory.available": "100Mi", "nodefs.available": "1%", "imagefs.available": "1%" },
  imageGCHighThresholdPercent: 100,
  imageGCLowThresholdPercent: 99,
  // How soon a changed Secret or ConfigMap reaches a pod's files. Kubernetes' default is a minute, which tests would wait.
  syncFrequency: "5s",
  registerNode: true,
});

/** Every file by its path below `NODE_ETC`. */
export const nodeFiles = (cgroup: string): Readonly<Record<string, string>> => ({
  "containerd.toml": containerd(),
  "cni/10-lab.conflist": JSON.stringify(cni, null, 2),
  "kubelet.yaml": JSON.stringify(kubelet(cgroup), null, 2),
  // Nothing outside the cluster is asked: a lab that resolved names through the machine would differ from laptop to laptop.
  "resolv.conf": "nameserver 127.0.0.1\n",
});
