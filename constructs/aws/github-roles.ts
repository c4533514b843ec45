import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { Construct } from "constructs";
import { githubRole, type JOBS } from "./github-identities";
import { applyStatements, planStatements, pushStatements, type Reach } from "./github-policies";
import { policyText, type Statement } from "./policy";
import { Role } from "./role";
import { boundaryName, boundaryStatements } from "./role-boundary";

const ISSUER = "token.actions.githubusercontent.com";
const AUDIENCE = "sts.amazonaws.com";

/**
 * Lets the jobs of one kind take a role on: both the audience and the whole subject must be these
 * (https://docs.github.com/actions/reference/security/oidc).
 */
export const trustJobs = (accountId: string, subject: string): Statement => ({
  Effect: "Allow",
  Principal: { Federated: `arn:aws:iam::${accountId}:oidc-provider/${ISSUER}` },
  Action: "sts:AssumeRoleWithWebIdentity",
  Condition: { StringEquals: { [`${ISSUER}:aud`]: AUDIENCE, [`${ISSUER}:sub`]: subject } },
});

export interface GithubRolesProps {
  readonly reach: Reach;

  /** `owner/name`, or `owner@id/name@id` where the subjects of its tokens carry ids. */
  readonly repository: string;

  /** The protected environment whose jobs apply. */
  readonly environment: string;

  /** The branch whose jobs push images. */
  readonly branch: string;
}

/**
 * GitHub's identity provider, and a role for each of three kinds of jobs: those of pull requests plan, those of one
 * protected environment apply, those of one branch push images. No key is stored anywhere.
 */
export class GithubRoles extends Construct {
  /** ARNs of the roles. */
  readonly plan: string;
  readonly apply: string;
  readonly push: string;

  constructor(scope: Construct, id: string, props: GithubRolesProps) {
    super(scope, id);
    const { reach, repository } = props;

    const provider = new IamOpenidConnectProvider(this, "Provider", {
      url: `https://${ISSUER}`,
      clientIdList: [AUDIENCE],
    });
    new IamPolicy(this, "Boundary", {
      name: boundaryName(reach.environment),
      description: `The most that roles of clusters of ${reach.environment} may do`,
      policy: policyText(...boundaryStatements(reach)),
    });
    const role = (
      name: (typeof JOBS)[number],
      description: string,
      subject: string,
      statements: readonly Statement[],
    ) => {
      const made = new Role(this, name, {
        name: githubRole(reach.environment, name),
        description,
        trust: trustJobs(reach.accountId, `repo:${repository}:${subject}`),
        statements,
      });
      made.node.addDependency(provider);
      return made.arn;
    };

    this.plan = role("plan", "Pull requests plan", "pull_request", planStatements(reach));
    this.apply = role(
      "apply",
      "Jobs of a protected environment apply",
      `environment:${props.environment}`,
      applyStatements(reach),
    );
    this.push = role(
      "push",
      "Jobs of a branch push images",
      `ref:refs/heads/${props.branch}`,
      pushStatements(reach),
    );
  }
}
