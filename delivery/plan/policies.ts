import fs from "node:fs";
import path from "node:path";
import { UNKNOWN, type Value, type Values } from "../../rehearsal/emulator/values";
import { World } from "../../rehearsal/emulator/world";
import { Exceptions } from "../../rehearsal/exceptions";
import { InputError } from "../../rehearsal/input-error";
import { problems } from "../../rehearsal/rules/check";

interface PlannedResource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly after: unknown;
    readonly after_unknown: unknown;
  };
}

/** The rehearsal's rules, read over a real plan, in which also those values stand that only states and providers know. */
export class Policies {
  private constructor(private readonly exceptions: Exceptions) {}

  /** @throws InputError where the project's `exceptions.yaml` is not sound */
  static of(project: string, today?: string): Policies {
    const file = path.join(project, "exceptions.yaml");
    return new Policies(Exceptions.read(fs.existsSync(file) ? file : undefined, today));
  }

  /**
   * @param json - what `show -json` says of a plan
   * @throws InputError with everything that a rule refuses and no exception accepts
   */
  refuseViolations(workspace: string, json: string): void {
    const { resource_changes = [] } = JSON.parse(json) as { resource_changes?: readonly PlannedResource[] };
    const refused = resource_changes.flatMap((resource) => this.violations(workspace, resource));
    if (refused.length > 0) throw new InputError(refused.join("\n"));
  }

  private violations(workspace: string, { address, mode, type, change }: PlannedResource): string[] {
    const isMade = change.actions.some((action) => action === "create" || action === "update");
    if (mode !== "managed" || !isMade) return [];
    const values = valuesOf(change.after, change.after_unknown) as Values;
    const location = values["location"] ?? values["region"];
    const found = problems(type, values, new World(), typeof location === "string" ? location : undefined);
    return found.flatMap(({ rule, severity = "error", says, source }) => {
      const finding = { step: "plan", rule, severity, summary: says, detail: "", address, file: "" } as const;
      const isAccepted = severity !== "error" || this.exceptions.accept(workspace, finding) !== undefined;
      return isAccepted ? [] : [`${address}: ${says} (rule ${rule}, see ${source})`];
    });
  }
}

/** Values as rules read them: what is not known yet is marked. */
function valuesOf(after: unknown, unknown: unknown): Value {
  if (unknown === true) return UNKNOWN;
  if (Array.isArray(after)) {
    const marks = Array.isArray(unknown) ? unknown : [];
    return after.map((item, index) => valuesOf(item, marks[index]));
  }
  if (typeof after !== "object" || after === null) return (after ?? null) as Value;
  const marks = (typeof unknown === "object" && unknown !== null ? unknown : {}) as Record<string, unknown>;
  const names = new Set([
    ...Object.keys(after),
    ...Object.keys(marks).filter((name) => marks[name] === true),
  ]);
  const entries = [...names].map((name) => [
    name,
    valuesOf((after as Record<string, unknown>)[name], marks[name]),
  ]);
  return Object.fromEntries(entries) as Values;
}
