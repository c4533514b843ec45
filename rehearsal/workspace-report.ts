import type { Change } from "./changes";
import type { Finding, Step } from "./finding";
import type { Staged } from "./stage";

/** What a workspace came to. */
export interface WorkspaceReport {
  readonly workspace: string;
  /** Position in the order of deployment, from 1. */
  readonly wave: number;
  outcome: "waiting" | "running" | "passed" | "failed" | "skipped";
  /** The step that runs, or the first that failed. */
  step?: Step;
  /** Resources that the first plan creates. */
  planned: number;
  applied: number;
  /** What the second plan would still change; empty is what it must be. */
  drift: Change[];
  /** What an upgrade changes; only in one. */
  changes?: readonly Change[];
  /** Outputs read, by workspace. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
  /** Outputs in its state. */
  published: string[];
  destroyed: "not yet" | "yes" | "refused, as protected";
  /** Providers whose own programs validated it, such as `tls 4.1.0`. */
  readonly real: readonly string[];
  /** Seconds by step. */
  readonly seconds: Record<string, number>;
  /** All that was found, accepted or not. */
  readonly findings: readonly Finding[];
  /** What the rehearsal changed in its copy. */
  readonly notes: readonly string[];
}

/** A report of which nothing is known yet. */
export function emptyReport(
  { listed, reads, wave, notes }: Staged,
  real: readonly string[],
  findings: readonly Finding[],
): WorkspaceReport {
  return {
    workspace: listed.id,
    wave,
    outcome: "waiting",
    planned: 0,
    applied: 0,
    drift: [],
    reads: Object.fromEntries(
      reads.flatMap(({ producer, outputs }) => (producer ? [[producer, outputs]] : [])),
    ),
    published: [],
    destroyed: "not yet",
    real,
    seconds: {},
    findings,
    notes,
  };
}
