import type { z } from "zod";
import type { Rule } from "../problem";
import type { DatabaseKind } from "../schema/database";
import type { Environment, State } from "../schema/environment";
import type { Kind } from "../schema/primitives";
import type { clusterRole } from "../schema/role";
import type { PlacedCluster } from "../topology";
import type { ClusterTraits } from "../traits";

// An environment's type follows from the parts below, and functions of a cloud take an environment: so they are declared
// with the types that are named here, and not where the cloud is put together.

/** What everything that runs in a cluster notices of it, by the configuration of its environment; what the cloud decides. */
export type TraitsOf = (
  environment: Environment,
  cluster: PlacedCluster,
) => Omit<ClusterTraits, "prometheus">;

/** Where what belongs to a region keeps its state. */
export type StateIn = (environment: Pick<Environment, "state" | "regions">, region: string) => State;

/** A kind of cluster that a cloud makes. */
export interface ClusterKind {
  readonly schema: Kind<{ role: typeof clusterRole }>;
  readonly traits: TraitsOf;

  /** Where an environment of such clusters can do something else than others on the cloud. @default - nowhere */
  readonly fits?: Partial<Fits>;
}

/** A kind of entry point that is the cloud's own. */
export interface BalancerKind {
  readonly schema: Kind;

  /** Whether it hands TLS through, so that every cluster that serves users answers to the same name. */
  readonly sharesOneName: boolean;
}

/** The network that a cloud makes for a region. */
export interface NetworkKind {
  readonly schema: Kind<{ cidr: z.ZodType<string> }>;

  /** A good one, for messages. */
  readonly example: object;
}

/** What a cloud can do: the kinds of the other parts that go with it, its own among them. */
export interface Fits {
  readonly balancer: readonly string[];
  readonly dns: readonly string[];
  readonly certificates: readonly string[];
  readonly state: readonly string[];
  readonly databases: readonly DatabaseKind[];

  /** Whether it makes the caches that workloads ask for. @default false */
  readonly caches?: boolean;

  /** Whether it makes the bucket of samples that are kept for long. @default false */
  readonly keepsMetrics?: boolean;

  /** Whether it makes the registry that `{registry}` in an image's name stands for. */
  readonly registry: boolean;

  /** Whether the ingress of its clusters splits users among versions, which a canary needs. */
  readonly splitsUsers: boolean;

  /**
   * Whether a cluster without a name in the configuration gets one from its address, such as `<cluster>.192.0.2.10.nip.io`,
   * when it is applied. Otherwise an environment must have a domain.
   */
  readonly lateNames: boolean;

  /** Whether it opens port 80 of every cluster that serves users to the world, which HTTP-01 needs. */
  readonly opensPort80: boolean;

  /** Whether clusters everywhere reach port 443 of a `tooling` cluster, whose ingress is Traefik: a hub needs that. */
  readonly admitsWriters: boolean;

  /** Whether the ingress of its clusters can keep paths of a service from callers. @default true */
  readonly blocksPaths?: boolean;

  /** The kinds of dns into which proofs of names can be written, besides Cloudflare's. @default - none */
  readonly provesNamesIn?: readonly string[];

  /**
   * Whether its clusters come with cert-manager, and an issuer for what they serve: the platform's CA then certifies an
   * authority for each cluster, and no name.
   */
  readonly issuesInClusters: boolean;
}

/** What the configuration must know of a cloud. Every part must be there; what a cloud has none of is empty. */
export interface Cloud {
  /** `infrastructure` of an environment: who pays, who may enter. Its kind is the cloud's name. */
  readonly account: Kind;

  readonly clusters: readonly ClusterKind[];

  /** None where clusters bring their network. */
  readonly networks: readonly NetworkKind[];

  /** Entry points, names, certificates and state that are the cloud's own. */
  readonly balancers: readonly BalancerKind[];
  readonly dns: readonly Kind[];
  readonly certificates: readonly Kind[];
  readonly states: readonly Kind[];

  readonly fits: Fits;

  /** What must hold between the keys of an environment on this cloud, besides what holds for all. */
  readonly rules: readonly Rule[];

  /** What works and will hurt: `npm run synth` warns of it, and goes on. */
  readonly warnings: readonly Rule[];

  readonly stateIn: StateIn;
}

/** All states of an environment are in one place. */
export const inOnePlace: StateIn = ({ state }) => state;
