import { z } from "zod";
import { address, choice, hostName, record } from "../../schema/primitives";
import { clusterRole } from "../../schema/role";
import { type Cloud, inOnePlace, type TraitsOf } from "../cloud";
import { k3sTraits } from "../k3s-traits";

/** Nothing is created: every cluster exists already. */
const account = record({ kind: z.literal("existing") });

/**
 * A cluster that exists already: made by Vagrant, k3d, minikube or hand. Terraform reaches it by the kubeconfig
 * `<kubeconfigs>/<cluster>.yaml`.
 */
const cluster = record({
  /** What the cluster is for: it serves users, leads them to others, or holds tools. */
  role: clusterRole,
  kind: z.literal("existing"),
  /** Where the load balancer and users reach the cluster. */
  address: address("the cluster's address", "192.168.56.10"),
  /** The name that the cluster's API answers to. @default - `<cluster>.<domain>` */
  host: hostName("the cluster's host name", "api.us").optional(),
  /** Who enforces its network policies. Cilium knows hosts by their names too. @default "kubernetes" */
  cni: choice("kubernetes", "cilium").default("kubernetes"),
});

const traits: TraitsOf = (environment, cluster) => ({
  ...k3sTraits(environment, cluster),
  ...(cluster.kind === "existing" ? { cni: cluster.cni } : {}),
});

/** Clusters that exist already: Terraform makes neither machines nor networks. */
export const existing = {
  account,
  clusters: [{ schema: cluster, traits }],
  networks: [],
  balancers: [],
  dns: [],
  certificates: [],
  states: [],
  fits: {
    balancer: ["traefik", "none"],
    dns: ["hosts-file", "cloudflare", "none"],
    certificates: ["private-ca", "letsencrypt"],
    state: ["local"],
    databases: ["existing", "in-cluster"],
    registry: false,
    splitsUsers: false,
    lateNames: false,
    opensPort80: false,
    admitsWriters: true,
    issuesInClusters: false,
  },
  rules: [],
  warnings: [],
  stateIn: inOnePlace,
} as const satisfies Cloud;
