import { escaped } from "../../rehearsal/pattern";
import { type Blocks, blocksIn } from "./blocks";
import type { Workspace } from "./snapshot";

/**
 * Pairs of a removed and an added workspace that are the same under another name: equal once the old id and the old name are
 * replaced by the new. A state that is found so is moved, never destroyed.
 *
 * @returns the old id by the new
 */
export function renames(
  removed: readonly Workspace[],
  added: readonly Workspace[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const left = new Set(removed);
  for (const workspace of added) {
    const was = [...left].find((old) => isRenamed(old, workspace));
    if (!was) continue;
    left.delete(was);
    found.set(workspace.id, was.id);
  }
  return found;
}

/** Names inside may have stayed as they were: then only the place of the state differs. */
function isRenamed(old: Workspace, now: Workspace): boolean {
  const withoutPlace = (blocks: Blocks) => new Map([...blocks].filter(([address]) => address !== BACKEND));
  return (
    isEqual(blocksIn(old.directory, renaming(old.id, now.id)), now.blocks) ||
    isEqual(withoutPlace(old.blocks), withoutPlace(now.blocks))
  );
}

const BACKEND = "terraform.backend";

/** Replaces an id, and wherever it stands as a word of its own the part in which both ids differ: `eu` of `azure-network-eu`. */
function renaming(from: string, to: string): (text: string) => string {
  const [old, now] = differing(from.split("-"), to.split("-"));
  const whole = new RegExp(`(?<![A-Za-z0-9])${escaped(from)}(?![A-Za-z0-9])`, "g");
  const word = old ? new RegExp(`(?<![A-Za-z0-9])${escaped(old)}(?![A-Za-z0-9])`, "g") : undefined;
  return (text) => {
    const moved = text.replace(whole, to);
    return word && now ? moved.replace(word, now) : moved;
  };
}

function differing(from: string[], to: string[]): [string, string] {
  while (from.length > 1 && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  while (from.length > 1 && to.length > 1 && from.at(-1) === to.at(-1)) {
    from.pop();
    to.pop();
  }
  return [from.join("-"), to.join("-")];
}

const isEqual = (one: Blocks, other: Blocks): boolean =>
  one.size === other.size && [...one].every(([address, digest]) => other.get(address) === digest);
