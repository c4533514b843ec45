import { z } from "zod";
import type { Environment } from "../../schema/environment";
import { admittedCidrs } from "../../schema/operators";
import { flag, integer, record, sshKey, text } from "../../schema/primitives";
import { clusterRole } from "../../schema/role";
import type { PlacedCluster } from "../../topology";
import type { ClusterTraits } from "../../traits";
import type { Fits, TraitsOf } from "../cloud";
import { KUBERNETES } from "./kops-rules";
import { nlbAnnotations, tagsOf } from "./network-load-balancer";
import { registryIn } from "./registry";

/** `g` behind the generation stands for Graviton, an ARM processor; a node needs 2 GiB, which a `micro` has not. */
const instanceType = text(
  "an EC2 instance type with an x64 processor and 2 GiB or more",
  "t3.medium",
  /^[a-z]+\d+[a-fh-z]*(?:-[a-z0-9]+)?\.(?!nano|micro)[a-z0-9]+(?:-[a-z0-9]+)?$/,
);

const diskGiB = integer("GiB of a machine's disk", 20, 1000, 32).default(32);

const controlPlane = record({
  /** Machines, each with a member of etcd: two of three outlive the third, one of one nothing. @default 3 */
  count: z.literal([1, 3], { error: "expected 1 or 3 machines, of which etcd has a majority" }).default(3),
  /** @default "t3.medium" */
  instanceType: instanceType.default("t3.medium"),
  /** GiB of each machine's encrypted root disk. @default 32 */
  diskGiB,
});

/** The nodes of each zone: a group of its own, so that volumes find one in their zone again. */
const nodes = record({
  /** Monitoring and the add-ons do not fit into less than 8 GiB in all. @default "t3.medium" */
  instanceType: instanceType.default("t3.medium"),
  /** In each zone. @default 1 */
  minimum: integer("the smallest number of nodes in a zone", 1, 100, 1).default(1),
  /** In each zone. @default 3 */
  maximum: integer("the largest number of nodes in a zone", 1, 100, 3).default(3),
  /** GiB of each node's encrypted root disk. @default 32 */
  diskGiB,
  /** Whether Cluster Autoscaler keeps as many nodes as the pods need, within these bounds. @default true */
  autoscaler: flag().default(true),
  /** Whether they are spot instances, which AWS takes back at two minutes' notice; their pods are moved then. @default false */
  spot: flag().default(false),
}).refine(({ minimum, maximum }) => minimum <= maximum, {
  error: 'minimum is above maximum; expected a range, such as { "minimum": 1, "maximum": 3 }',
});

/** A machine in the public subnets by which operators get to the others. */
const bastion = record({
  /** The SSH key that may sign in, there and on every machine behind it. */
  sshPublicKey: sshKey(
    "the operators' public key of SSH",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJnosuUe9sEmvKlTtS9hfJFSCiv3JDWpNF6y9xXgzWTP platform@example.com",
  ),
  /** From where SSH is reached. */
  sourceCidrs: admittedCidrs("operators", "203.0.113.7/32"),
  /** @default "t3.small" */
  instanceType: instanceType.default("t3.small"),
});

/** A control plane and nodes that kOps makes of EC2 machines, all of them in private subnets. */
const schema = record({
  /** What the cluster is for: it serves users, leads them to others, or holds tools. */
  role: clusterRole,
  kind: z.literal("kops"),
  /**
   * kOps 1.36 installs 1.32 to 1.35, and 1.36 before its makers recommend it
   * (https://github.com/kubernetes/kops/blob/v1.36.2/channels/stable).
   *
   * @default "1.35.5"
   */
  version: text("a release of Kubernetes from 1.32 to 1.35", "1.35.5", /^1\.3[2-5]\.\d{1,2}$/).default(
    "1.35.5",
  ),
  /** The machines of the Kubernetes API and of etcd. */
  controlPlane: controlPlane.prefault({}),
  /** The machines that workloads run on. */
  nodes: nodes.prefault({}),
  /** The machine by which operators get to the others. @default - no SSH to the machines */
  bastion: bastion.optional(),
  /**
   * Whether Traefik leads callers to services, behind a load balancer. Without it a service is reached by a load balancer of its own
   * (`loadBalancer` of the service).
   *
   * @default true
   */
  ingress: flag().default(true),
  /**
   * Whether pods get roles of their own, by tokens that AWS verifies with keys in a public bucket. Otherwise what runs beside
   * the control plane works with the role of its machines.
   *
   * @default true
   */
  serviceAccountRoles: flag().default(true),
});

/** An internal one answers the region's network, whose addresses peers and VPNs are let in by, too. */
function balancersIn(
  { name, regions, dns }: Environment,
  { region, hostName, ...cluster }: PlacedCluster,
): ClusterTraits["serviceBalancers"] {
  const network = regions[region]?.network;
  if (network?.kind !== "aws") return undefined;
  const tags = tagsOf(name);
  return {
    internal: { annotations: nlbAnnotations({ isInternal: true, tags }), callers: [network.cidr] },
    public: {
      annotations: nlbAnnotations({
        tags,
        // Traefik's balancer has the name where there is one.
        hostName:
          dns.kind === "route53" && cluster.kind === "kops" && !cluster.ingress ? hostName : undefined,
      }),
      callers: ["0.0.0.0/0"],
    },
  };
}

/** Whether the nodes of a region's cluster are one, now and later. */
const isOneNode = ({ regions }: Environment, { region, ...cluster }: PlacedCluster): boolean => {
  const network = regions[region]?.network;
  return network?.kind === "aws" && cluster.kind === "kops" && network.zones * cluster.nodes.maximum === 1;
};

const traits: TraitsOf = (environment, cluster) => ({
  ingress: cluster.kind === "kops" && !cluster.ingress ? "none" : "traefik-chart",
  cni: "kubernetes", // Calico
  certificateVolume: "secret", // cert-manager renews it in the cluster, and pods of several nodes read it
  registry: registryIn(environment, cluster.region),
  registrySecret: undefined, // the nodes' own role pulls
  proxies: KUBERNETES.pods,
  isOneNode: isOneNode(environment, cluster),
  serviceBalancers: balancersIn(environment, cluster),
});

/** What differs from EKS: each cluster is an entry point of its own, and certifies what it serves. */
const fits: Partial<Fits> = {
  balancer: ["none"],
  dns: ["none", "route53"],
  certificates: ["private-ca", "letsencrypt", "none"],
  splitsUsers: false,
  lateNames: true,
  opensPort80: true,
  issuesInClusters: true,
};

/** A cluster of kOps. */
export const kops = { schema, traits, fits } as const;
