import type { Origin } from "./synthesis/traced";
import type { Snippet } from "./terraform";

/** In the order in which they are taken. */
export const STEPS = [
  "upgrade",
  "synthesis",
  "wiring",
  "init",
  "real validate",
  "validate",
  "plan",
  "apply",
  "plan again",
  "outputs",
  "world",
  "secrets",
  "destroy",
] as const;

export type Step = (typeof STEPS)[number];

/** What Terraform says itself, and what the rehearsal says of a whole workspace; other rules are called `<type>/<argument>`. */
export const NAMED_RULES = {
  terraform: "Terraform's own errors and warnings",
  emulator: "the rehearsal itself failed",
  dependency: "a state is read without a dependency on its producer",
  "state-missing": "a state is read that no workspace keeps",
  "state-shared": "two workspaces keep one state",
  "region-swapped": "a region's workspace reads another region's instead of its own",
  "second-plan": "the plan after the apply is not empty",
  "output-null": "an output has no value",
  protection: "what is protected was destroyed",
  loss: "an upgrade replaces or destroys a resource, and what it holds is lost",
  deterministic: "the same configuration is synthesized in two ways",
  secret: "a secret outside of state",
} as const;

export type NamedRule = keyof typeof NAMED_RULES;

/** Something that does not hold, or might not. */
export interface Finding {
  readonly step: Step;
  /** Who says so. It is what an exception names. */
  readonly rule: NamedRule | `${string}/${string}`;
  readonly severity: "error" | "warning";
  readonly summary: string;
  /** The explanation, whole. */
  readonly detail: string;
  /** Where the rule is written down by those who made it. */
  readonly source?: string;
  /** Of the resource, data source or output. */
  readonly address?: string;
  /** In the synthesized folder. */
  readonly file: string;
  readonly snippet?: Snippet;
  /** What made the resource. */
  readonly origin?: Origin;
  /** Why it is accepted, where an exception says so. */
  readonly accepted?: string;
}

/** What fails a rehearsal. */
export const counts = ({ severity, accepted }: Finding): boolean => severity === "error" && !accepted;
