import { lifetimeOf } from "./emulator/replacement";

/** A change that a plan holds. */
export interface Change {
  readonly address: string;
  /** The address that it had before, where it has another now. */
  readonly previousAddress?: string;
  readonly action: "create" | "update" | "replace" | "delete" | "forget" | "move";
  /** The attributes that differ, at the top level of the resource. */
  readonly attributes: readonly string[];
  /** Those of them that demand a replacement. */
  readonly because: readonly string[];
  /** What is lost with a resource that is replaced or destroyed. */
  readonly loses?: string;
  /** Nothing is known of what replaces resources of this type: an update may be a replacement. */
  readonly uncertain?: true;
}

interface Planned {
  readonly actions: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
  readonly after_unknown: unknown;
  readonly replace_paths?: readonly (readonly (string | number)[])[];
}

interface PlannedResource {
  readonly address: string;
  readonly previous_address?: string;
  readonly type?: string;
  readonly provider_name?: string;
  readonly change: Planned;
}

/** The changes of a plan, from the output of `terraform show -json`. */
export function readChanges(text: string): Change[] {
  const plan = JSON.parse(text) as {
    resource_changes?: readonly PlannedResource[];
    output_changes?: Record<string, Planned>;
  };
  const outputs = Object.entries(plan.output_changes ?? {}).map(([name, change]) => ({
    address: `output.${name}`,
    change,
  }));
  return [...(plan.resource_changes ?? []), ...outputs].flatMap(readChange);
}

function readChange({ address, previous_address: previous, type, change }: PlannedResource): Change[] {
  const action = actionOf(change.actions, previous);
  if (!action) return [];
  const isGone = action === "replace" || action === "delete";
  const lifetime = type ? lifetimeOf(type) : undefined;
  return [
    {
      address,
      ...(previous ? { previousAddress: previous } : {}),
      action,
      attributes: differing(change),
      because: (change.replace_paths ?? []).map((path) => path.join(".")),
      ...(isGone && lifetime?.holds ? { loses: lifetime.holds } : {}),
      ...(action === "update" && type && !lifetime && !BUILT_IN.test(type)
        ? { uncertain: true as const }
        : {}),
    },
  ];
}

const BUILT_IN = /^terraform_/;

function actionOf(actions: readonly string[], previous: string | undefined): Change["action"] | undefined {
  if (actions.includes("delete") && actions.includes("create")) return "replace";
  const [action] = actions.filter((each) => each !== "no-op" && each !== "read");
  return (action ?? (previous ? "move" : undefined)) as Change["action"] | undefined;
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
