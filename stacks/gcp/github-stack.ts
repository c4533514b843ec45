import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { GithubIdentities } from "../../constructs/gcp/github-identities";
import { useGoogle } from "../../constructs/gcp/provider";
import { PlatformStack } from "../workspace/platform-stack";
import { type GcpInfrastructure, type GcpNetwork, projectOf } from "./configuration";
import type { RegistryStack } from "./registry-stack";

export interface GithubOutputs {
  /** What `google-github-actions/auth` is told. */
  readonly provider: string;
  /** E-mails of the accounts that jobs are. */
  readonly "plan-account": string;
  readonly "apply-account": string;
  readonly "push-account": string;
}

export interface GithubStackProps {
  readonly environment: Environment;
  readonly infrastructure: GcpInfrastructure;
  readonly github: NonNullable<GcpInfrastructure["github"]>;
  /** By region. */
  readonly registries: ReadonlyMap<
    string,
    { readonly network: GcpNetwork; readonly registry: RegistryStack }
  >;
}

/** `<environment>-github`: which jobs of GitHub's may do what in the project. */
export class GithubStack extends PlatformStack<GithubOutputs> {
  constructor(scope: Construct, { environment, infrastructure, github, registries }: GithubStackProps) {
    super(scope, workspaceName(environment.name, "github"), environment.state);
    useGoogle(this, projectOf(environment, infrastructure));

    const { provider, accounts } = new GithubIdentities(this, "Identities", {
      projectId: infrastructure.projectId,
      environment: environment.name,
      repositoryId: github.repositoryId,
      protectedEnvironment: github.environment,
      branch: github.branch,
      registries: [...registries].map(([region, { network, registry }]) => ({
        region,
        location: network.location,
        repository: this.consume(registry, "repository").repository,
      })),
    });

    this.publish({
      provider,
      "plan-account": accounts.plan,
      "apply-account": accounts.apply,
      "push-account": accounts.push,
    });
  }
}
