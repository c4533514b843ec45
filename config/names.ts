import type { Problem } from "./problem";

/**
 * The id of a workspace: `<environment>-<stack>[-<region or cluster>]`. Its folder, its state file, `cdktf`'s globs and
 * every reader's reference derive from it, so a change here moves state.
 */
export const workspaceId = (environment: string, stack: string, place?: string): string =>
  [environment, stack, place].filter((part) => part !== undefined).join("-");

/**
 * What is wrong with environments beside each other: `'azure-*'` must name the workspaces of one of them, and no two
 * workspaces may have one id.
 */
export const problemsBetween = (environments: readonly string[]): readonly Problem[] =>
  environments.flatMap((name) => {
    const other = name === "state" ? "state" : environments.find((each) => name.startsWith(`${each}-`));
    return other === undefined
      ? []
      : [
          {
            path: [name],
            message: `workspaces that begin with "${other}-" are others'; expected a name that does not begin so`,
          },
        ];
  });

/** The workspace of the remote backend's own storage; outside `<environment>-*` on purpose: it is destroyed last. */
export const stateWorkspaceId = (environment: string): string => `state-${environment}`;
