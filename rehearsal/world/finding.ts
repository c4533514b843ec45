import type { WorldObject } from "./object";

/** Something that the clouds would refuse or that would not work, though every workspace went up by itself. */
export interface Finding {
  /** What an exception names: `<type>/<argument>`, or the name of a judge such as `kubernetes/pods`. */
  readonly rule: `${string}/${string}`;
  readonly workspace: string;
  /** Of the resource, such as `azurerm_subnet.Nodes`. */
  readonly address: string;
  /** What does not hold, what was found, and what a good value is. */
  readonly says: string;
  /** Where the rule is written. */
  readonly source: string;
}

/** A finding of a judge, who is named once for all of his findings. */
export type Judged = Omit<Finding, "rule">;

/** A finding of a judge about one resource. */
export const found = ({ workspace, address }: WorldObject, says: string, source: string): Judged => ({
  workspace,
  address,
  says,
  source,
});
