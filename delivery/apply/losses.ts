import type { Change } from "../../rehearsal/changes";
import { InputError } from "../../rehearsal/input-error";
import { matches } from "../../rehearsal/pattern";

/** Something that holds what cannot be made again, and that would be replaced or destroyed. */
export interface Loss {
  /** `<workspace>/<address>`. */
  readonly name: string;
  readonly action: Change["action"];
  /** What is lost with it, such as `the disk's content`. */
  readonly holds: string;
}

export const lossesIn = (workspace: string, changes: readonly Change[]): Loss[] =>
  changes.flatMap(({ address, action, loses }) =>
    loses ? [{ name: `${workspace}/${address}`, action, holds: loses }] : [],
  );

/**
 * @param allowed - `<workspace>/<address>`; `*` stands for anything
 * @throws InputError with every loss that is not allowed
 */
export function refuseLosses(
  workspace: string,
  changes: readonly Change[],
  allowed: readonly string[],
): void {
  const refused = lossesIn(workspace, changes).filter(
    ({ name }) => !allowed.some((pattern) => matches(pattern, name)),
  );
  if (refused.length > 0) throw new InputError(refused.map(lossText).join("\n"));
}

const lossText = ({ name, action, holds }: Loss): string =>
  `${name} would be ${action === "replace" ? "replaced" : "destroyed"}, and with it goes ${holds}; if that is meant: --allow-replace ${name}`;
