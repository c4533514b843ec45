import type { Construct } from "constructs";
import { databasesOfKind } from "../../config/databases";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { clustersOf } from "../../config/topology";
import { eksRights } from "../../constructs/aws/github-policies";
import { GithubRoles, type Rights } from "../../constructs/aws/github-roles";
import type { JobsReach } from "../../constructs/aws/github-statements";
import { useAws } from "../../constructs/aws/provider";
import { PlatformStack } from "../workspace/platform-stack";
import { type AwsInfrastructure, accountOf, homeOf, nameOf, networksOf } from "./configuration";
import { logBucketsOf } from "./logs";
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

  /** What each kind of jobs may do. */
  readonly rights: Rights;
}

/** `<environment>-github`: what GitHub's jobs may do in the account. Its own roles are beyond their reach. */
export class GithubStack extends PlatformStack<GithubOutputs> {
  constructor(scope: Construct, { environment, infrastructure, github, rights }: GithubStackProps) {
    super(scope, workspaceName(environment.name, "github"), environment.state);
    useAws(this, accountOf(environment, infrastructure), homeOf(environment));

    const roles = new GithubRoles(this, "Roles", {
      ...github,
      accountId: infrastructure.accountId,
      name: environment.name,
      rights,
    });

    this.publish({ "plan-role": roles.plan, "apply-role": roles.apply, "push-role": roles.push });
  }
}

/** What every job of an environment is cut to. */
export const jobsReach = (environment: Environment, infrastructure: AwsInfrastructure): JobsReach => ({
  accountId: infrastructure.accountId,
  environment: environment.name,
  locations: [...networksOf(environment).values()].map(({ location }) => location),
  home: homeOf(environment),
  repositories: repositoriesOf(environment),
  buckets: bucketsOf(environment).map(({ bucket }) => bucket),
  databases: databasesOfKind(environment, "managed").length > 0,
  logBuckets: logBucketsOf(environment, infrastructure),
});

/** What jobs may do where clusters are EKS'. */
export const rightsInEks = (environment: Environment, infrastructure: AwsInfrastructure): Rights =>
  eksRights({
    ...jobsReach(environment, infrastructure),
    clusters: clustersOf(environment).flatMap((cluster) =>
      cluster.kind === "eks" ? [nameOf(environment, cluster)] : [],
    ),
    zoneId: environment.dns.kind === "route53" ? environment.dns.zoneId : undefined,
    alarms: infrastructure.alarms !== undefined,
  });

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
