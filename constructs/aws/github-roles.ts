import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import { chosen } from "../chosen";
import { githubRole, type JOBS } from "./github-identities";
import { policyText, type Statement } from "./policy";
import { Role } from "./role";
import { boundaryName } from "./role-boundary";

const ISSUER = "token.actions.githubusercontent.com";
const AUDIENCE = "sts.amazonaws.com";

/**
 * Lets the jobs of one kind take a role on: both the audience and the whole subject must be these, one of several where there are more
 * (https://docs.github.com/actions/reference/security/oidc).
 */
export const trustJobs = (accountId: string, subjects: readonly string[]): Statement => ({
  Effect: "Allow",
  Principal: { Federated: `arn:aws:iam::${accountId}:oidc-provider/${ISSUER}` },
  Action: "sts:AssumeRoleWithWebIdentity",
  Condition: { StringEquals: { [`${ISSUER}:aud`]: AUDIENCE, [`${ISSUER}:sub`]: oneOrMore(subjects) } },
});

/** AWS reads a list of one as the value alone, and shows it so. */
const oneOrMore = ([first = "", ...others]: readonly string[]): string | readonly string[] =>
  others.length > 0 ? [first, ...others] : first;

/** What each kind of jobs may do. */
export interface Rights extends Readonly<Record<(typeof JOBS)[number], readonly Statement[]>> {
  /** The most that roles made by jobs that apply may do. @default - that is said elsewhere */
  readonly boundary?: readonly Statement[] | undefined;

  /** What those that apply may do in each region, in policies of their own: a role's are 10240 characters. @default - nothing more */
  readonly regions?: ReadonlyMap<string, readonly Statement[]> | undefined;
}

export interface GithubRolesProps {
  readonly accountId: string;

  /** Name of the environment that is planned and applied. */
  readonly name: string;

  readonly rights: Rights;

  /** `owner/name`, or `owner@id/name@id` where the subjects of its tokens carry ids. */
  readonly repository: string;

  /** The protected environment whose jobs apply. */
  readonly environment: string;

  /** The branch whose jobs push images, plan anew and look for drift. */
  readonly branch: string;
}

/**
 * GitHub's identity provider, and a role for each of three kinds of jobs: those of pull requests and of one branch plan,
 * those of one protected environment apply, those of the branch push images. No key is stored anywhere.
 */
export class GithubRoles extends Construct {
  /** ARNs of the roles. */
  readonly plan: string;
  readonly apply: string;
  readonly push: string;

  constructor(scope: Construct, id: string, props: GithubRolesProps) {
    super(scope, id);
    const { accountId, name, rights, repository } = props;

    const provider = new IamOpenidConnectProvider(this, "Provider", {
      url: `https://${ISSUER}`,
      clientIdList: [AUDIENCE],
    });
    if (rights.boundary) {
      new IamPolicy(this, "Boundary", {
        name: boundaryName(name),
        description: `The most that roles of clusters of ${name} may do`,
        policy: policyText(...rights.boundary),
      });
    }
    const role = (job: (typeof JOBS)[number], description: string, ...subjects: readonly string[]) => {
      const made = new Role(this, job, {
        name: githubRole(name, job),
        description,
        trust: trustJobs(
          accountId,
          subjects.map((subject) => `repo:${repository}:${subject}`),
        ),
        statements: rights[job],
      });
      made.node.addDependency(provider);
      return made;
    };

    const branch = `ref:refs/heads/${props.branch}`;
    const plan = role("plan", "Pull requests plan", "pull_request", branch);
    const apply = role("apply", "Jobs of a protected environment apply", `environment:${props.environment}`);
    const push = role("push", "Jobs of a branch push images", branch);
    for (const [region, statements] of rights.regions ?? []) {
      const place = new Construct(chosen(this), region);
      const policy = new IamPolicy(place, "Policy", {
        name: `${name}-${region}-github-apply`,
        description: `Makes clusters of ${name} in ${region}`,
        policy: policyText(...statements),
      });
      new IamRolePolicyAttachment(place, "Attachment", { role: apply.name, policyArn: policy.arn });
    }

    this.plan = plan.arn;
    this.apply = apply.arn;
    this.push = push.arn;
  }
}
