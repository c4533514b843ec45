/** A change that a plan holds. */
export interface Change {
  readonly address: string;
  /** `create`, `update`, `delete` or both, as Terraform says it. */
  readonly action: string;
  /** The attributes that differ, at the top level of the resource. */
  readonly attributes: readonly string[];
}

interface Planned {
  readonly actions: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
  readonly after_unknown: unknown;
}

/** The changes of a plan, from the output of `terraform show -json`. */
export function readChanges(text: string): Change[] {
  const plan = JSON.parse(text) as {
    resource_changes?: readonly { address: string; change: Planned }[];
    output_changes?: Record<string, Planned>;
  };
  const outputs = Object.entries(plan.output_changes ?? {}).map(([name, change]) => ({
    address: `output.${name}`,
    change,
  }));
  return [...(plan.resource_changes ?? []), ...outputs]
    .filter(({ change }) => change.actions.some((action) => action !== "no-op" && action !== "read"))
    .map(({ address, change }) => ({
      address,
      action: change.actions.join(" and "),
      attributes: differing(change),
    }));
}

function differing({ before, after, after_unknown }: Planned): string[] {
  const [was, is, unknown] = [before, after, after_unknown].map((value) => asObject(value));
  const names = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {}), ...Object.keys(unknown ?? {})]);
  return [...names].filter(
    (name) => JSON.stringify(was?.[name]) !== JSON.stringify(is?.[name]) || unknown?.[name] === true,
  );
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
