import type { Problem } from "./problem";

/** What a workspace is called, and what its name is made of. */
export interface WorkspaceName {
  /**
   * `<environment>-<kind>[-<region or cluster>]`. Its folder, its state file, `cdktf`'s globs and every reader's reference
   * derive from it, so a change here moves state.
   */
  readonly id: string;

  /** `network`, `api-deploy`. */
  readonly kind: string;

  /** The region that it belongs to, if any, and the cluster. */
  readonly region?: string;
  readonly cluster?: string;
}

export const workspaceName = (
  environment: string,
  kind: string,
  { region, cluster }: { readonly region?: string; readonly cluster?: string } = {},
): WorkspaceName => ({
  id: [environment, kind, cluster ?? region].filter((part) => part !== undefined).join("-"),
  kind,
  ...(region === undefined ? {} : { region }),
  ...(cluster === undefined ? {} : { cluster }),
});

/** The workspace of the entry point; of a further cluster that is one, by its name. */
export const globalLbName = (
  environment: string,
  further?: { readonly region: string; readonly cluster: string },
): WorkspaceName => workspaceName(environment, "global-lb", further);

/**
 * What is wrong with environments beside each other: `'azure-*'` must name the workspaces of one of them, and no two
 * workspaces may have one id.
 */
export const problemsBetween = (environments: readonly string[]): readonly Problem[] =>
  environments.flatMap((name) => {
    const other =
      name === "state" || name === "bootstrap"
        ? name
        : environments.find((each) => name.startsWith(`${each}-`));
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
export const stateWorkspaceName = (environment: string): WorkspaceName => ({
  id: `state-${environment}`,
  kind: "state",
});

/** The workspace of what must be there before everything else, its state's storage included; outside `<environment>-*` as well. */
export const bootstrapWorkspaceName = (environment: string): WorkspaceName => ({
  id: `bootstrap-${environment}`,
  kind: "bootstrap",
});
