import { z } from "zod";
import { admittedCidrs } from "../../schema/operators";
import { choice, flag, integer, name, record, text } from "../../schema/primitives";
import { clusterRole } from "../../schema/role";
import type { TraitsOf } from "../cloud";
import { LOAD_BALANCER_CIDRS, loadBalancerOf } from "./load-balancer";
import { registryIn } from "./registry";

/** The number of nodes is the autoscaler's, between two bounds that hold for all zones together. */
const pool = (minimum: number, maximum: number) =>
  record({
    minimum: integer("the smallest number of nodes", 0, 1000, minimum).default(minimum),
    maximum: integer("the largest number of nodes", 1, 1000, maximum).default(maximum),
  })
    .refine((bounds) => bounds.minimum <= bounds.maximum, {
      error: `minimum is above maximum; expected a range, such as { "minimum": ${minimum}, "maximum": ${maximum} }`,
    })
    .prefault({});

/** Nodes of a Standard cluster: most of them spot machines, and a few on demand, which Google does not take away. */
const nodes = record({
  /** One with an x64 processor. @default "e2-standard-2" */
  machineType: text(
    "a machine type with an x64 processor",
    "e2-standard-2",
    /^(?!(?:t2a|c4a|n4a)-)[a-z]\d[a-z]?-(?:standard|highmem|highcpu|medium|small|micro)(?:-\d+)?$/,
  ).default("e2-standard-2"),
  /** GiB of each node's disk. @default 50 */
  diskGiB: integer("GiB of a node's disk", 20, 1000, 50).default(50),
  /** Machines that Google may take back at half a minute's notice, for a third of the price. @default - two to four */
  spot: pool(2, 4),
  /** What must not go away with a spot machine finds room there. @default - one to three */
  onDemand: pool(1, 3),
});

/** Who gets to the Kubernetes API. IAM and Kubernetes' own rules judge every caller. */
const controlPlane = record({
  /**
   * Whether its DNS name answers from outside Google's network. Otherwise Terraform runs in the VPC: through a VPN, or a
   * machine there that IAP leads to.
   *
   * @default true
   */
  externalTraffic: flag().default(true),
  /** Networks that its addresses are open to as well. @default - it has none that answer */
  operatorCidrs: admittedCidrs("operators", "203.0.113.7/32").optional(),
});

/** Rules of Cloud Armor before the services that users reach. */
const armor = record({
  /** Requests that one address may make in a minute; more are answered 429. @default 600 */
  requestsPerMinute: integer("requests in a minute", 10, 100_000, 600).default(600),
  /** Whether attacks that Google knows are refused: SQL injection and cross-site scripting, at sensitivity 1. @default true */
  attacks: flag().default(true),
});

/** A cluster of the Google Kubernetes Engine: private nodes, Dataplane V2, identities for pods. */
const schema = record({
  /** What it is for. */
  role: clusterRole,
  kind: z.literal("gke"),
  /** Begins the cluster's host name, for people. @default - the cluster's name */
  hostLabel: name("the first label of the cluster's host name", "lofocats", 63).optional(),
  /** Google runs the nodes too; `zone` and `nodes` are its own then. @default false */
  autopilot: flag().default(false),
  /** The one zone of control plane and nodes, which costs less and does not outlive it. @default - all zones of the region */
  zone: text("a zone's whole name", "us-central1-a", /^[a-z]+-[a-z]+\d+-[a-z]$/).optional(),
  /** How soon Google upgrades it. @default "regular" */
  channel: choice("rapid", "regular", "stable").default("regular"),
  /** What pods run on. */
  nodes: nodes.prefault({}),
  /** From where the Kubernetes API is reached. */
  controlPlane: controlPlane.prefault({}),
  /** Seconds that a request may take at the load balancer. @default 30 */
  timeoutSeconds: integer("seconds that a request may take", 1, 86_400, 30).default(30),
  /** Rules that requests are held to before they reach a service. @default - none */
  armor: armor.optional(),
});

const traits: TraitsOf = (environment, cluster) => ({
  ingress: "gce",
  cni: "kubernetes", // Dataplane V2 is Cilium, but GKE has no policies by host name without its enterprise tier
  certificateVolume: "memory", // a persistent disk binds all pods to one node of one zone
  registry: registryIn(environment, cluster.region),
  registrySecret: undefined, // the nodes' own account pulls
  proxies: LOAD_BALANCER_CIDRS.join(","),
  loadBalancer: loadBalancerOf(environment, cluster),
});

/** A cluster of the Google Kubernetes Engine. */
export const gke = { schema, traits } as const;
