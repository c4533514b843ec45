import { z } from "zod";
import { AWS_REGIONS } from "../clouds/aws/regions";
import { COUNTRIES, COUNTRY_LISTS, type CountryList } from "../countries";
import { address, choice, cidr, expected, hostName, integer, name, record, text } from "./primitives";

/** What a cluster is for: `api` serves users, `edge` is the global load balancer, `tooling` deploys and watches. */
export const clusterRole = choice("api", "edge", "tooling");

const common = { role: clusterRole };

/**
 * A cluster that exists already: made by Vagrant, k3d, minikube or hand. Terraform reaches it by the kubeconfig
 * `<kubeconfigs>/<cluster>.yaml`.
 */
const existingCluster = record({
  ...common,
  kind: z.literal("existing"),
  /** Where the load balancer and users reach the cluster. */
  address: address("the cluster's address", "192.168.56.10"),
  /** The name that the cluster's API answers to. @default - `<cluster>.<domain>` */
  host: hostName("the cluster's host name", "api.us").optional(),
});

/**
 * A `p` among the small letters stands for an ARM processor
 * (https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions), which the machines' image is not for.
 */
const X64_SIZE = /^Standard_[A-Z]+\d+(?:-\d+)?[a-oq-z]*(?:_[A-Za-z0-9]+)*$/;

/** A K3s server on one Azure virtual machine, bootstrapped by Terraform. */
const k3sCluster = record({
  ...common,
  kind: z.literal("k3s"),
  /**
   * Azure VM size. Monitoring does not fit into less than 4 GiB on an `api` node; the load balancer needs 2 GiB.
   *
   * @default - Standard_B2s (2 vCPU, 4 GiB) for `api` and `tooling`, Standard_B1ms (1 vCPU, 2 GiB) for `edge`
   */
  size: text("an Azure VM size with an x64 processor", "Standard_B2s", X64_SIZE).optional(),
});

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
  /** @default 1 */
  minimum: integer("the smallest number of nodes", 1, 100, 1).default(1),
  /** @default 3 */
  maximum: integer("the largest number of nodes", 1, 100, 3).default(3),
  /** How many there are at first; an autoscaler may change it. @default 3 */
  desired: integer("the number of nodes at first", 1, 100, 3).default(3),
  /** GiB of each node's encrypted root disk. @default 20 */
  diskGiB: integer("GiB of a node's disk", 20, 1000, 20).default(20),
});

/** A managed control plane on AWS with one managed group of nodes. */
const eksCluster = record({
  ...common,
  kind: z.literal("eks"),
  /**
   * EKS gives a version 14 months of standard support; afterwards it costs six times as much, which is switched off
   * here. 1.35 has it until March 2027 (https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html).
   *
   * @default "1.35"
   */
  version: text("a Kubernetes version", "1.35", /^1\.\d{2}$/).default("1.35"),
  nodes: nodes.prefault({}),
  /** Versions of EKS add-ons by name. @default - the version that EKS recommends when the add-on is installed */
  addonVersions: z
    .partialRecord(
      choice(...ADDONS),
      text("a version of an EKS add-on", "v1.12.4-eksbuild.1", /^v\d+\.\d+\.\d+-eksbuild\.\d+$/),
      expected("versions of add-ons by name", { coredns: "v1.12.4-eksbuild.1" }),
    )
    .prefault({}),
  /** Days that the control plane's logs are kept. @default 30 */
  logRetentionDays: z
    .literal(LOG_RETENTION_DAYS, {
      error: `expected a number of days that CloudWatch knows, one of ${LOG_RETENTION_DAYS.join(", ")}`,
    })
    .default(30),
});

export const cluster = z.discriminatedUnion("kind", [existingCluster, k3sCluster, eksCluster], {
  error: 'expected a cluster with kind "existing", "k3s" or "eks"',
});

/** A virtual network of its own in an Azure location. */
const azureNetwork = record({
  kind: z.literal("azure"),
  /** Azure's name of the place. */
  location: text("an Azure location", "westeurope", /^[a-z][a-z0-9]{2,39}$/),
  /**
   * The network's addresses, of which every cluster gets a sixteenth. No two regions may overlap, and none may take the
   * addresses of K3s' pods and services, 10.42.0.0/15.
   */
  cidr: cidr("the region's network", "10.10.0.0/16").refine(
    (value) => !/\/(?:[0-7]|2[5-9]|3[0-2])$/.test(value),
    expected("a network between /8 and /24", "10.10.0.0/16"),
  ),
});

/** A VPC of its own in an AWS region: a private and a public subnet in every zone. */
const awsNetwork = record({
  kind: z.literal("aws"),
  /** AWS' name of the region; one that has both EKS and Global Accelerator. */
  location: z.enum(AWS_REGIONS, {
    error: `expected an AWS region with EKS and Global Accelerator, such as "eu-central-1"; they are ${AWS_REGIONS.join(", ")}`,
  }),
  /** The VPC's addresses, of which every subnet gets a sixteenth. No two regions may overlap. */
  cidr: cidr("the region's network", "10.10.0.0/16").refine(
    (value) => /\/(?:1[6-9]|20)$/.test(value),
    expected("a network between /16 and /20", "10.10.0.0/16"),
  ),
  /** Availability zones; EKS wants two at least. @default 3 */
  zones: integer("the number of availability zones", 2, 6, 3).default(3),
  /** `single` costs less, `per-zone` outlives the loss of a zone. @default "single" */
  nat: choice("single", "per-zone").default("single"),
});

export const network = z.discriminatedUnion("kind", [azureNetwork, awsNetwork], {
  error: 'expected a network with kind "azure" or "aws"',
});

const country = z
  .string(expected("a country code of ISO 3166-1", "US"))
  .refine((code) => COUNTRIES.includes(code), expected("a country code of ISO 3166-1 in capitals", "US"));

/**
 * The countries whose users a region serves: a list of codes, or a named list. `americas-26` is what the first
 * deployment had; `americas` is complete.
 */
const countries = z
  .union([choice(...(Object.keys(COUNTRY_LISTS) as [CountryList])), z.array(country).min(1)], {
    error: `expected a list of country codes such as ["US", "CA"], or one of ${Object.keys(COUNTRY_LISTS)
      .map((list) => JSON.stringify(list))
      .join(", ")}`,
  })
  .transform((value): readonly string[] => (typeof value === "string" ? COUNTRY_LISTS[value] : value));

export const region = record({
  /** @default - the clusters exist already and bring their network */
  network: network.optional(),
  /** Users of these countries are served here. @default - the region serves as fallback, or as default region */
  countries: countries.optional(),
  /** The clusters of the region by name. */
  clusters: z.record(name("a cluster's name", "eu"), cluster, {
    error: 'expected the region\'s clusters by name, such as { "eu": { "kind": "k3s", "role": "api" } }',
  }),
});
