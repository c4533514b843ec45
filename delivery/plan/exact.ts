/** A value of a plan that is not known yet, or must not be compared. */
const UNKNOWN = "\u0000unknown";

/** One change of a plan, without what differs between two plans of the same: everything that decides what is done. */
export interface ExactChange {
  readonly address: string;
  readonly previousAddress?: string;
  readonly actions: readonly string[];
  readonly before: unknown;
  /** With a mark in place of what is not known yet. */
  readonly after: unknown;
}

interface Planned {
  readonly actions: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
  readonly after_unknown: unknown;
}

/** The output of `terraform show -json` of a plan, as far as it is used here. */
export interface ShownPlan {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly previous_address?: string;
    readonly change: Planned;
  }[];
  readonly output_changes?: Readonly<Record<string, Planned>>;
  readonly prior_state?: unknown;
}

/** Changes of resources and outputs, in the order of their addresses. */
export function exactChanges({ resource_changes = [], output_changes = {} }: ShownPlan): ExactChange[] {
  const outputs = Object.entries(output_changes).map(([name, change]) => ({
    address: `output.${name}`,
    change,
  }));
  return [...resource_changes, ...outputs]
    .filter(({ change, ...resource }) => "previous_address" in resource || !isNothing(change.actions))
    .map(({ address, change, ...resource }) => ({
      address,
      ...("previous_address" in resource ? { previousAddress: String(resource.previous_address) } : {}),
      actions: change.actions,
      before: change.before,
      after: marked(change.after, change.after_unknown),
    }))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

const isNothing = (actions: readonly string[]): boolean =>
  actions.every((action) => action === "no-op" || action === "read");

function marked(value: unknown, unknown: unknown): unknown {
  if (unknown === true) return UNKNOWN;
  if (Array.isArray(unknown)) {
    const items = Array.isArray(value) ? value : [];
    return unknown.map((each, index) => marked(items[index], each)).concat(items.slice(unknown.length));
  }
  if (isObject(unknown)) {
    const known = isObject(value) ? value : {};
    const names = Object.keys(unknown).filter((name) => unknown[name] !== false);
    return {
      ...known,
      ...Object.fromEntries(names.map((name) => [name, marked(known[name], unknown[name])])),
    };
  }
  return value;
}

/** Marks texts that hold something invented: of a preview, they are not known. */
export function withoutInvented(changes: readonly ExactChange[], invented: readonly string[]): ExactChange[] {
  const hide = (value: unknown): unknown => {
    if (typeof value === "string") return invented.some((text) => value.includes(text)) ? UNKNOWN : value;
    if (Array.isArray(value)) return value.map(hide);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hide(inner)]));
  };
  return changes.map((change) => ({ ...change, after: hide(change.after) }));
}

/**
 * How a plan differs from the one that was reviewed, a sentence each without values. What is left of it counts as equal: the rest is done. What was
 * not known then may be anything now.
 *
 * @param isPreview - emulated providers leave out defaults that the real ones fill in
 */
export function differences(
  reviewed: readonly ExactChange[],
  now: readonly ExactChange[],
  isPreview: boolean,
): string[] {
  const known = new Map(reviewed.map((change) => [change.address, change]));
  return now.flatMap((change) => {
    const { address, actions } = change;
    const was = known.get(address);
    if (!was)
      return isPreview && address.startsWith("output.")
        ? []
        : [`${address}: ${actions.join(", ")}, which was not reviewed`];
    if (was.actions.join() !== actions.join() || was.previousAddress !== change.previousAddress) {
      return [`${address}: ${actions.join(", ")}; reviewed was ${was.actions.join(", ")}`];
    }
    const names = differing(was, change, isPreview);
    return names.length > 0
      ? [`${address}: ${names.join(", ")} ${names.length > 1 ? "are" : "is"} not as reviewed`]
      : [];
  });
}

function differing(was: ExactChange, now: ExactChange, isPreview: boolean): string[] {
  if (!isObject(was.after) || !isObject(now.after))
    return matches(was.after, now.after, isPreview) ? [] : ["its value"];
  const [then, planned] = [was.after, now.after];
  const isUpdate = isObject(was.before) && isObject(now.before);
  return [...new Set([...Object.keys(then), ...Object.keys(planned)])].filter((name) => {
    if (!isPreview || !isUpdate) return !matches(then[name], planned[name], isPreview);
    if (same(planned[name], (now.before as Json)[name])) return false; // it stays as it is
    return same(then[name], (was.before as Json)[name]) || !matches(then[name], planned[name], false);
  });
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

function matches(reviewed: unknown, now: unknown, isPreview: boolean): boolean {
  if (reviewed === UNKNOWN) return true;
  if (isPreview && (reviewed === null || reviewed === undefined)) return true;
  if (Array.isArray(reviewed) && Array.isArray(now)) {
    return (
      reviewed.length === now.length && reviewed.every((each, index) => matches(each, now[index], isPreview))
    );
  }
  if (isObject(reviewed) && isObject(now)) {
    const names = new Set([...Object.keys(reviewed), ...Object.keys(now)]);
    return [...names].every((name) => matches(reviewed[name], now[name], isPreview));
  }
  return (reviewed ?? null) === (now ?? null);
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
