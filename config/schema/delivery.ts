import { choice } from "./primitives";

/** A way in which a workload's objects come into clusters. */
interface DeliveryKind {
  /** Whether the objects are committed below `deploy/`, and `gitops` says where they are fetched from. */
  readonly fromRepository: boolean;

  /** Whether a new version may be tried on some of the users first. */
  readonly triesVersions: boolean;

  /** Whether the jobs of a version are done before its pods start. */
  readonly waitsForJobs: boolean;

  /** Whether one cluster, with role "tooling", delivers into all; otherwise each fetches for itself. */
  readonly fromOneCluster: boolean;
}

/** Every way by its name. Each has a line in `stacks/deliveries.ts` too. */
export const DELIVERIES = {
  terraform: { fromRepository: false, triesVersions: false, waitsForJobs: true, fromOneCluster: false },
  flux: { fromRepository: true, triesVersions: true, waitsForJobs: false, fromOneCluster: false },
  argocd: { fromRepository: true, triesVersions: false, waitsForJobs: false, fromOneCluster: true },
} as const satisfies Readonly<Record<string, DeliveryKind>>;

export type DeliveryName = keyof typeof DELIVERIES;

const names = Object.keys(DELIVERIES) as [DeliveryName, ...DeliveryName[]];

/**
 * Who brings the objects into the clusters: `terraform` with an apply, or what follows that which is committed below
 * `deploy/`: `flux` in every cluster, or one `argocd` for all of them. The namespace and the secrets are Terraform's either
 * way.
 */
export const delivery = choice(...names);
