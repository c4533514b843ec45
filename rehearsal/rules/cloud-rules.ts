import type { ComputedValue } from "../emulator/computed-value";
import type { Addressing } from "./addressing";
import type { RuleTable } from "./rule";

/** What the rehearsal knows of a cloud, or of a program that a provider speaks to. All is optional. */
export interface CloudRules {
  /** Values that it accepts, argument by argument. */
  readonly values?: RuleTable;
  /** Arguments that name other resources by id. */
  readonly addressing?: readonly Addressing[];
  /** What it answers where the configuration leaves a value to it. */
  readonly computed?: readonly ComputedValue[];
}
