import { z } from "zod";
import { expected, flag, integer, name, record, text } from "../../schema/primitives";
import { clusterRole } from "../../schema/role";
import type { TraitsOf } from "../cloud";
import { registryOf } from "./registry";
import { KUBERNETES } from "./rules";

/**
 * Vultr's plans by their families (https://www.vultr.com/api/#tag/plans, `GET /v2/plans`): `vc2-2c-4gb` has two cores
 * and 4 GiB. A node needs 2 GiB at least.
 */
const PLAN =
  /^(?:vc2|vdc|vhf|vhp|voc-[cgms]|vx1-[cgm])-\d+c-(?:[2-9]|[1-9]\d+)gb?(?:-\d+s)?(?:-(?:amd|intel))?$/;

const plan = text("a plan of Vultr's with 2 GiB or more", "vc2-2c-4gb", PLAN);

/**
 * The newest release of a Kubernetes that is supported until February 2027; the one before ended in October 2026
 * (https://docs.vultr.com/products/compute/kubernetes/changelog, https://kubernetes.io/releases/1.35).
 */
const RELEASE = "v1.35.5+1";

/** The oldest minor that is supported: 1.34 ended in October 2026. */
const OLDEST = 35;

/** What is no release has none. */
const minorOf = (release: string): number => Number(/^v1\.(\d+)\./.exec(release)?.[1]);

/** Nodes that are alike. Their number is the autoscaler's, between two bounds, where these differ. */
const nodes = record({
  /** Monitoring and the add-ons do not fit into less than two nodes of 4 GiB. @default "vc2-2c-4gb" */
  plan: plan.default("vc2-2c-4gb"),
  /** @default 2 */
  minimum: integer("the smallest number of nodes", 1, 100, 2).default(2),
  /** @default 3 */
  maximum: integer("the largest number of nodes", 1, 100, 3).default(3),
}).refine(({ minimum, maximum }) => minimum <= maximum, {
  error: 'minimum is above maximum; expected a range, such as { "minimum": 2, "maximum": 3 }',
});

/** A control plane that Vultr runs (VKE), with a pool of nodes, and more of them where they are asked for. */
const schema = record({
  /** What the cluster is for: it serves users, leads them to others, or holds tools. */
  role: clusterRole,
  kind: z.literal("vke"),
  /** Begins the cluster's host name, for people. @default - the cluster's name */
  hostLabel: name("the first label of the cluster's host name", "paris-cluster", 63).optional(),
  /** A release as `GET /v2/kubernetes/versions` lists it. A newer one is installed in place. @default "v1.35.5+1" */
  version: text("a release of VKE", RELEASE, /^v1\.\d+\.\d+\+\d+$/)
    .refine((release) => !(minorOf(release) < OLDEST), {
      error: `ended; expected a release of Kubernetes 1.${OLDEST} or newer, such as ${JSON.stringify(RELEASE)}`,
    })
    .default(RELEASE),
  /** The pool that the cluster is made with. */
  nodes: nodes.prefault({}),
  /** Further pools by name. @default - none */
  pools: z
    .record(name("a pool's name", "large"), nodes, {
      error: 'expected pools by name, such as { "large": { "plan": "vc2-4c-8gb" } }',
    })
    .default({}),
  /** Whether the control plane has several machines. It cannot be changed without a new cluster. @default false */
  highAvailability: flag().default(false),
  /** Machines of the load balancer in front of the cluster; Vultr takes odd numbers only. @default 1 */
  balancerNodes: integer("the number of the balancer's machines", 1, 99, 1)
    .refine((count) => count % 2 === 1, expected("an odd number of the balancer's machines", 3))
    .default(1),
});

const traits: TraitsOf = (environment) => ({
  ingress: "traefik-chart",
  cni: "kubernetes", // Calico
  certificateVolume: "secret", // cert-manager renews it in the cluster, and pods of several nodes read it
  registry: registryOf(environment),
  registrySecret: "registry",
  proxies: KUBERNETES.pods,
});

/** A cluster of the Vultr Kubernetes Engine. */
export const vke = { schema, traits } as const;
