import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import type { Construct } from "constructs";

/** The project that a workspace works in, and what its resources are labelled with. */
export interface GcpProject {
  readonly projectId: string;
  readonly environment: string;
}

/**
 * Configures the google provider of a workspace. It signs in as `gcloud auth application-default login` does, or by a CI job's
 * OpenID Connect identity: there is no key to hand over.
 *
 * @param region - Google's name of it. @default - the resources are in none
 */
export const useGoogle = (
  scope: Construct,
  { projectId, environment }: GcpProject,
  region?: string | undefined,
): GoogleProvider =>
  new GoogleProvider(scope, "Google", {
    project: projectId,
    ...(region === undefined ? {} : { region }),
    defaultLabels: { environment, "managed-by": "terraform" },
  });
