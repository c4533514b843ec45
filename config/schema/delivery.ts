import { choice } from "./primitives";

/** A way in which a workload's objects come into clusters. */
interface DeliveryKind {
  /** Whether the objects are committed below `deploy/`, and `gitops` says where they are fetched from. */
  readonly fromRepository: boolean;

  /** Whether a new version may be tried on some of the users first. */
  readonly triesVersions: boolean;

  /** Whether the jobs of a version are done before its pods start. */
  readonly waitsForJobs: boolean;
}

/** Every way by its name. Each has a line in `stacks/deliveries.ts` too. */
export const DELIVERIES = {
  terraform: { fromRepository: false, triesVersions: false, waitsForJobs: true },
  flux: { fromRepository: true, triesVersions: true, waitsForJobs: false },
} as const satisfies Readonly<Record<string, DeliveryKind>>;

export type DeliveryName = keyof typeof DELIVERIES;

const names = Object.keys(DELIVERIES) as [DeliveryName, ...DeliveryName[]];

/**
 * Who brings the objects into the clusters: `terraform` with an apply, or `flux`, which follows what is committed below
 * `deploy/`. The namespace and the secrets are Terraform's either way.
 */
export const delivery = choice(...names);
