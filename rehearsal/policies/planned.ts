import { UNKNOWN, type Value, type Values } from "../emulator/values";

/** Something that a plan makes or changes. */
export interface Planned {
  readonly address: string;
  readonly type: string;
  /** As it is going to be; what is not known yet is marked. */
  readonly values: Values;
}

interface ResourceChange {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly after: unknown;
    readonly after_unknown: unknown;
  };
}

/**
 * What a plan makes or changes, of anybody's providers.
 *
 * @param json - what `terraform show -json` says of a plan
 */
export function plannedIn(json: string): Planned[] {
  const { resource_changes = [] } = JSON.parse(json) as { resource_changes?: readonly ResourceChange[] };
  return resource_changes.flatMap(({ address, mode, type, change }) => {
    const isMade = change.actions.some((action) => action === "create" || action === "update");
    if (mode !== "managed" || !isMade) return [];
    return [{ address, type, values: valuesOf(change.after, change.after_unknown) as Values }];
  });
}

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
