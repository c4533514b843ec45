/** The programs of a node and how each is started, in the order of starting. */
import { program } from "../programs";
import { CONTAINERD_SOCKET, NODE_ETC, SERVICE_CIDR } from "./files";

export const COMPONENTS = [
  "etcd",
  "kube-apiserver",
  "kube-controller-manager",
  "kube-scheduler",
  "containerd",
  "kubelet",
  "kube-proxy",
] as const;
export type Component = (typeof COMPONENTS)[number];

const pki = (file: string): string => `${NODE_ETC}/pki/${file}`;
const kubeconfig = (user: string): string => `${NODE_ETC}/kubeconfig/${user}.yaml`;

export interface NodeIdentity {
  /** Name of the Kubernetes node. */
  readonly name: string;
  readonly address: string;
}

/** Command line of a component, to be run inside the node's namespaces. */
export function commandLine(component: Component, { name, address }: NodeIdentity): readonly string[] {
  switch (component) {
    case "etcd":
      return [
        "etcd",
        "--data-dir=/var/lib/etcd",
        "--listen-client-urls=http://127.0.0.1:2379",
        "--advertise-client-urls=http://127.0.0.1:2379",
        "--listen-peer-urls=http://127.0.0.1:2380",
      ];
    case "kube-apiserver":
      return [
        program(component),
        "--etcd-servers=http://127.0.0.1:2379",
        "--secure-port=6443",
        `--advertise-address=${address}`,
        `--tls-cert-file=${pki("apiserver.crt")}`,
        `--tls-private-key-file=${pki("apiserver.key")}`,
        `--client-ca-file=${pki("ca.crt")}`,
        `--kubelet-client-certificate=${pki("apiserver-kubelet.crt")}`,
        `--kubelet-client-key=${pki("apiserver-kubelet.key")}`,
        "--kubelet-preferred-address-types=InternalIP",
        `--service-account-key-file=${pki("sa.key")}`,
        `--service-account-signing-key-file=${pki("sa.key")}`,
        "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
        `--service-cluster-ip-range=${SERVICE_CIDR}`,
        "--authorization-mode=Node,RBAC",
        "--enable-admission-plugins=NodeRestriction",
        "--allow-privileged=true",
      ];
    case "kube-controller-manager":
      return [
        program(component),
        `--kubeconfig=${kubeconfig("controller-manager")}`,
        `--service-account-private-key-file=${pki("sa.key")}`,
        `--root-ca-file=${pki("ca.crt")}`,
        "--use-service-account-credentials=true",
        "--leader-elect=false",
        "--bind-address=127.0.0.1",
      ];
    case "kube-scheduler":
      return [
        program(component),
        `--kubeconfig=${kubeconfig("scheduler")}`,
        "--leader-elect=false",
        "--bind-address=127.0.0.1",
      ];
    case "containerd":
      return [program(component), `--config=${NODE_ETC}/containerd.toml`, `--address=${CONTAINERD_SOCKET}`];
    case "kubelet":
      return [
        program(component),
        `--kubeconfig=${kubeconfig("kubelet")}`,
        `--config=${NODE_ETC}/kubelet.yaml`,
        `--hostname-override=${name}`,
        `--node-ip=${address}`,
      ];
    case "kube-proxy":
      return [
        program(component),
        `--kubeconfig=${kubeconfig("proxy")}`,
        `--hostname-override=${name}`,
        // The table's size belongs to the machine, which other programs share.
        "--conntrack-max-per-core=0",
        "--conntrack-tcp-timeout-established=0s",
        "--conntrack-tcp-timeout-close-wait=0s",
      ];
  }
}
