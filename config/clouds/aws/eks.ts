import { z } from "zod";
import { flag, integer, record, text } from "../../schema/primitives";
import { clusterRole } from "../../schema/role";
import type { TraitsOf } from "../cloud";
import { registryIn } from "./registry";

/** The EKS add-ons that every cluster gets. */
export const ADDONS = [
  "vpc-cni",
  "eks-pod-identity-agent",
  "kube-proxy",
  "coredns",
  "metrics-server",
  "aws-ebs-csi-driver",
] as const;

const LOG_RETENTION_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400] as const;

const nodes = record({
  /** Monitoring and the add-ons need some 30 pods and 6 GiB; a `t3.small` takes eleven pods. @default "t3.medium" */
  instanceType: text(
    "an EC2 instance type with an x64 processor",
    "t3.medium",
    // A `g` behind the generation stands for Graviton, an ARM processor.
    /^[a-z]+\d+[a-fh-z]*(?:-[a-z0-9]+)?\.[a-z0-9]+(?:-[a-z0-9]+)?$/,
  ).default("t3.medium"),
  /** @default 2 */
  minimum: integer("the smallest number of nodes", 1, 100, 2).default(2),
  /** @default 5 */
  maximum: integer("the largest number of nodes", 1, 100, 5).default(5),
  /** How many there are at first; the autoscaler changes it. @default 3 */
  desired: integer("the number of nodes at first", 1, 100, 3).default(3),
  /** Whether Cluster Autoscaler keeps as many nodes as the pods need, within these bounds. @default true */
  autoscaler: flag().default(true),
  /** GiB of each node's encrypted root disk. @default 20 */
  diskGiB: integer("GiB of a node's disk", 20, 1000, 20).default(20),
});

const addonVersion = text(
  "a version of an EKS add-on",
  "v1.12.4-eksbuild.1",
  /^v\d+\.\d+\.\d+-eksbuild\.\d+$/,
).optional();

const addonVersions = record({
  "vpc-cni": addonVersion,
  "eks-pod-identity-agent": addonVersion,
  "kube-proxy": addonVersion,
  coredns: addonVersion,
  "metrics-server": addonVersion,
  "aws-ebs-csi-driver": addonVersion,
} satisfies Record<(typeof ADDONS)[number], typeof addonVersion>);

/**
 * 1.33 left standard support on 29 July 2026, and 1.34 leaves it on 2 December 2026
 * (https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html#kubernetes-release-calendar).
 */
const OLDEST_MINOR = 34;

/** A managed control plane on AWS with one managed group of nodes. */
const schema = record({
  /** What the cluster is for: it serves users, leads them to others, or holds tools. */
  role: clusterRole,
  kind: z.literal("eks"),
  /**
   * EKS gives a version 14 months of standard support; afterwards it costs six times as much, which is switched off
   * here. 1.35 has it until March 2027 (https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html).
   *
   * @default "1.35"
   */
  version: text("a Kubernetes version", "1.35", /^1\.\d{2}$/)
    .refine((value) => !(Number(value.slice(2)) < OLDEST_MINOR), {
      error: `is out of EKS' standard support; expected 1.${OLDEST_MINOR} or later, such as "1.35"`,
    })
    .default("1.35"),
  /** The nodes that everything runs on. */
  nodes: nodes.prefault({}),
  /** Versions of EKS add-ons by name. @default - the version that EKS recommends for the cluster's, looked up by every plan */
  addonVersions: addonVersions.prefault({}),
  /** Days that the control plane's logs are kept. @default 30 */
  logRetentionDays: z
    .literal(LOG_RETENTION_DAYS, {
      error: `expected a number of days that CloudWatch knows, one of ${LOG_RETENTION_DAYS.join(", ")}`,
    })
    .default(30),
});

const traits: TraitsOf = (environment, { region }) => ({
  ingress: "gateway",
  cni: "kubernetes",
  certificateVolume: "memory", // a volume of EBS binds all pods to one node of one zone
  registry: registryIn(environment, region),
  registrySecret: undefined, // the nodes' own role pulls
  proxies: environment.regions[region]?.network?.cidr ?? "", // pods have addresses of the network
});

/** A control plane that AWS runs. */
export const eks = { schema, traits } as const;
