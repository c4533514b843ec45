import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { clustersOf } from "../../config/topology";
import { GithubRoles } from "../../constructs/aws/github-roles";
import { useAws } from "../../constructs/aws/provider";
import { PlatformStack } from "../workspace/platform-stack";
import { type AwsInfrastructure, accountOf, homeOf, nameOf, networksOf } from "./configuration";
import { repositoriesOf } from "./registry-stack";

/** ARNs of the roles that jobs take on. */
export interface GithubOutputs {
  readonly "plan-role": string;
  readonly "apply-role": string;
  readonly "push-role": string;
}

export interface GithubStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly github: NonNullable<AwsInfrastructure["github"]>;
}

/** `<environment>-github`: what GitHub's jobs may do in the account. Its own roles are beyond their reach. */
export class GithubStack extends PlatformStack<GithubOutputs> {
  constructor(scope: Construct, { environment, infrastructure, github }: GithubStackProps) {
    super(scope, workspaceName(environment.name, "github"), environment.state);
    const home = homeOf(environment);
    useAws(this, accountOf(environment, infrastructure), home);

    const { dns } = environment;
    const roles = new GithubRoles(this, "Roles", {
      ...github,
      reach: {
        accountId: infrastructure.accountId,
        environment: environment.name,
        clusters: clustersOf(environment).flatMap((cluster) =>
          cluster.kind === "eks" ? [nameOf(environment, cluster)] : [],
        ),
        locations: [...networksOf(environment).values()].map(({ location }) => location),
        home,
        repositories: repositoriesOf(environment),
        buckets: bucketsOf(environment).map(({ bucket }) => bucket),
        zoneId: dns.kind === "route53" ? dns.zoneId : undefined,
      },
    });

    this.publish({ "plan-role": roles.plan, "apply-role": roles.apply, "push-role": roles.push });
  }
}

/** A bucket that states are kept in. */
export interface Bucket {
  readonly bucket: string;
  readonly location: string;
}

/** The buckets that the states of an environment are kept in: one, or another one for every region. */
export const bucketsOf = (environment: Environment): readonly Bucket[] => {
  const states = [undefined, ...Object.keys(environment.regions)].map((region) =>
    stateOf(environment, region),
  );
  const buckets = states.flatMap((state) => (state.kind === "s3" ? [state] : []));
  return [...new Map(buckets.map(({ bucket, location }) => [bucket, { bucket, location }])).values()];
};
