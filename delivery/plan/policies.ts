import { World } from "../../rehearsal/emulator/world";
import { Exceptions, exceptionsOf } from "../../rehearsal/exceptions";
import type { Finding } from "../../rehearsal/finding";
import { InputError } from "../../rehearsal/input-error";
import { type TeamPolicies, teamPolicies } from "../../rehearsal/policies/file";
import { violations } from "../../rehearsal/policies/judge";
import { type Planned, plannedIn } from "../../rehearsal/policies/planned";
import { problems } from "../../rehearsal/rules/check";

/**
 * The rehearsal's rules and the team's own, read over a real plan, in which also those values stand that only states and providers know.
 */
export class Policies {
  private constructor(
    private readonly team: TeamPolicies,
    private readonly exceptions: Exceptions,
  ) {}

  /** @throws InputError where the project's `policies.yaml` or `exceptions.yaml` is not sound */
  static of(project: string, today?: string): Policies {
    const exceptions = Exceptions.read(exceptionsOf(project), today);
    return new Policies(teamPolicies(project), exceptions);
  }

  /**
   * @param json - what `show -json` says of a plan
   * @throws InputError with everything that a rule refuses and no exception accepts
   */
  refuseViolations(workspace: string, json: string): void {
    const planned = plannedIn(json);
    const refused = [
      ...planned.flatMap(broken),
      ...violations(planned, this.team).map((each) => ({ ...each, source: "policies.yaml" })),
    ].filter((each) => this.exceptions.accept(workspace, each) === undefined);
    if (refused.length === 0) return;
    const lines = refused.map(
      ({ address, rule, says, source }) => `${address}: ${says} (rule ${rule}, see ${source})`,
    );
    throw new InputError(lines.join("\n"));
  }
}

interface Broken {
  readonly address: string;
  readonly rule: Finding["rule"];
  readonly says: string;
  readonly source: string;
}

function broken({ address, type, values }: Planned): Broken[] {
  const location = values["location"] ?? values["region"];
  const found = problems(type, values, new World(), typeof location === "string" ? location : undefined);
  return found.flatMap(({ rule, severity = "error", says, source }) =>
    severity === "error" ? [{ address, rule, says, source }] : [],
  );
}
