import fs from "node:fs";
import { type Change, readChanges } from "../../rehearsal/changes";
import type { Workspace } from "../changes/snapshot";
import type { ReviewedWorkspace } from "../reviewed/folder";
import { type ExactChange, exactChanges, type ShownPlan, withoutInvented } from "./exact";
import type { Planning } from "./planner";
import type { Former } from "./targets";

/** Keeps plans for `apply`, once they hold to policies. */
export class PlanKeeper {
  /** @param learn - hears what is planned: readers depend on it */
  constructor(
    private readonly planning: Pick<Planning, "reviewed" | "recipients" | "policies">,
    private readonly learn: (workspace: string, plan: ShownPlan) => void,
  ) {}

  /** @param plan - the plan file, which is encrypted and removed; none of previews and moves */
  async keep(
    subject: Pick<ReviewedWorkspace, "kind" | "why" | "binding"> & {
      readonly workspace: Workspace;
      readonly waitsFor?: readonly string[];
      readonly former?: Former | undefined;
    },
    json: string,
    plan: string | undefined,
    invented: readonly string[] = [],
  ): Promise<ReviewedWorkspace> {
    const { workspace, former, waitsFor = [], ...rest } = subject;
    const { reviewed, recipients } = this.planning;
    if (plan || rest.kind === "move") this.planning.policies.refuseViolations(workspace.id, json);
    const shown = JSON.parse(json) as ShownPlan;
    this.learn(workspace.id, shown);
    const exact: ExactChange[] = withoutInvented(exactChanges(shown), invented);
    const sealed = await reviewed.keep(workspace.id, plan, exact, recipients);
    if (plan) fs.rmSync(plan, { force: true });
    const was = former && former.workspace.id !== workspace.id ? { was: former.workspace.id } : {};
    const changes: Change[] = readChanges(json);
    return {
      workspace: workspace.id,
      environment: workspace.environment,
      ...rest,
      ...was,
      ...(former ? { from: former.commit } : {}),
      digest: workspace.digest,
      changes,
      waitsFor,
      sealed,
    };
  }
}
