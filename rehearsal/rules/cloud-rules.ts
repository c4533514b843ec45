import type { Behaviour } from "../emulator/behaviour";
import type { ComputedMap, ComputedValue } from "../emulator/computed-value";
import type { Values } from "../emulator/values";
import type { BuiltIn } from "../kubernetes/built-in";
import type { Estate } from "../world/estate";
import type { Judged } from "../world/finding";
import type { Denial, Flow } from "../world/flow";
import type { Reference } from "../world/references";
import type { Unique } from "../world/unique";
import type { Addressing } from "./addressing";
import type { KnownAtPlan } from "./known";
import type { Lifetime } from "./lifetime";
import type { RuleTable } from "./rule";

/** What the rehearsal knows of a cloud, or of a program that a provider speaks to. All is optional. */
export interface CloudRules {
  /** Values that it accepts, argument by argument. Judged at validate and at plan. */
  readonly values?: RuleTable;
  /** What its provider has to know when Terraform plans. */
  readonly known?: readonly KnownAtPlan[];
  /** What replaces its resources, and what is lost with them. */
  readonly lifetimes?: readonly Lifetime[];
  /** Arguments that name other resources by id. */
  readonly addressing?: readonly Addressing[];
  /** What it answers where the configuration leaves a value to it. */
  readonly computed?: readonly ComputedValue[];
  /** Types that the emulation makes as the real provider does; others get invented values. */
  readonly behaviours?: Readonly<Record<string, Behaviour>>;
  /** The keys of maps that it answers. */
  readonly maps?: readonly ComputedMap[];
  /** Arguments whose text must be the name or id of something that is there before. Judged once all is up. */
  readonly references?: readonly Reference[];
  /** Values that no two resources of a scope may share. Judged once all is up. */
  readonly unique?: readonly Unique[];
  /** Other conditions between resources, by name, such as `azure/networks`. Judged once all is up. */
  readonly judges?: Readonly<Record<`${string}/${string}`, Judge>>;
  /** What a Kubernetes cluster of this cloud comes with, by its API's address; undefined for a cluster of others. */
  readonly cluster?: (estate: Estate, key: string) => BuiltIn | undefined;
  /** Connections that its resources will make. */
  readonly flows?: (estate: Estate) => readonly Flow[];
  readonly firewall?: Firewall;
  /** What of a provider's configuration tells where its resources are, such as region or cluster; never a secret. */
  readonly place?: {
    readonly providers: RegExp;
    readonly of: (config: Values) => Readonly<Record<string, string>>;
  };
}

/** What stands before a cloud's machines. */
export interface Firewall {
  /** Why a connection does not get through, if it does not; undefined too where it goes somewhere else. */
  readonly denial: (flow: Flow, estate: Estate) => Denial | undefined;
  /** What it admits beyond the connections that are needed, which are given. */
  readonly excess: (flows: readonly Flow[], estate: Estate) => readonly Judged[];
}

/** Judges all that an environment's workspaces hold once they are up. */
export type Judge = (estate: Estate) => readonly Judged[];
