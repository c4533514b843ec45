/**
 * The id of a workspace: `<environment>-<stack>[-<region or cluster>]`. Its folder, its state file, `cdktf`'s globs and
 * every reader's reference derive from it, so a change here moves state.
 */
export const workspaceId = (environment: string, stack: string, place?: string): string =>
  [environment, stack, place].filter((part) => part !== undefined).join("-");

/** The workspace of the remote backend's own storage; outside `<environment>-*` on purpose: it is destroyed last. */
export const stateWorkspaceId = (environment: string): string => `state-${environment}`;
