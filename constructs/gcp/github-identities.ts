import { ArtifactRegistryRepositoryIamMember } from "@cdktf/provider-google/lib/artifact-registry-repository-iam-member";
import { IamWorkloadIdentityPool } from "@cdktf/provider-google/lib/iam-workload-identity-pool";
import { IamWorkloadIdentityPoolProvider } from "@cdktf/provider-google/lib/iam-workload-identity-pool-provider";
import { ProjectIamCustomRole } from "@cdktf/provider-google/lib/project-iam-custom-role";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ServiceAccountIamMember } from "@cdktf/provider-google/lib/service-account-iam-member";
import { Construct } from "constructs";
import { accountId } from "../../config/clouds/gcp/account-id";
import { chosen } from "../chosen";
import { APPLYING } from "./project";
import { ServiceAccount } from "./service-account";

/** What jobs are for. */
const PURPOSES = ["plan", "apply", "push"] as const;

type Purpose = (typeof PURPOSES)[number];

export interface GithubIdentitiesProps {
  readonly projectId: string;
  /** Begins the names of all. */
  readonly environment: string;
  /** The repository's number, which a name that was given up and taken by a stranger does not have. */
  readonly repositoryId: string;
  /** The protected environment whose jobs apply. */
  readonly protectedEnvironment: string;
  /** The branch whose jobs push images. */
  readonly branch: string;
  /** Where images are pushed to. */
  readonly registries: readonly {
    readonly region: string;
    readonly location: string;
    readonly repository: string;
  }[];
}

/** What a plan reads: every resource, the states, and in clusters the releases, which Helm keeps in Secrets. */
const PLANNING = [
  "roles/artifactregistry.reader",
  "roles/cloudsql.viewer",
  "roles/compute.viewer",
  "roles/container.viewer",
  "roles/dns.reader",
  "roles/iam.securityReviewer",
  "roles/servicemanagement.quotaViewer",
  "roles/serviceusage.serviceUsageConsumer",
  "roles/storage.objectViewer",
];

/**
 * GitHub's jobs as accounts of the project, by what they are for: those of pull requests plan, those of one protected environment apply,
 * those of one branch push images. No key is stored anywhere
 * (https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines).
 */
export class GithubIdentities extends Construct {
  /** What `google-github-actions/auth` is told. */
  readonly provider: string;
  /** E-mails. */
  readonly accounts: Readonly<Record<Purpose, string>>;

  constructor(scope: Construct, id: string, props: GithubIdentitiesProps) {
    super(scope, id);
    const pool = new IamWorkloadIdentityPool(this, "Pool", {
      workloadIdentityPoolId: `${props.environment}-github`,
      displayName: "GitHub Actions",
    });
    this.provider = new IamWorkloadIdentityPoolProvider(this, "Provider", {
      workloadIdentityPoolId: pool.workloadIdentityPoolId,
      workloadIdentityPoolProviderId: "actions",
      oidc: { issuerUri: "https://token.actions.githubusercontent.com" },
      attributeMapping: { "google.subject": "assertion.sub", "attribute.purpose": purposeOf(props) },
      attributeCondition: `assertion.repository_id == "${props.repositoryId}"`,
    }).name;
    const accounts = Object.fromEntries(
      PURPOSES.map((purpose) => [purpose, this.account(props, pool, purpose)]),
    ) as Record<Purpose, ServiceAccount>;
    this.readsReleases(props, accounts.plan);
    const pushing = chosen(new Construct(this, "Pushing"));
    for (const { region, location, repository } of props.registries) {
      new ArtifactRegistryRepositoryIamMember(pushing, region, {
        location,
        repository,
        role: "roles/artifactregistry.writer",
        member: accounts.push.member,
      });
    }
    this.accounts = {
      plan: accounts.plan.email,
      apply: accounts.apply.email,
      push: accounts.push.email,
    };
  }

  private account(
    { projectId, environment }: GithubIdentitiesProps,
    pool: IamWorkloadIdentityPool,
    purpose: Purpose,
  ): ServiceAccount {
    const account = new ServiceAccount(this, purpose, {
      projectId,
      name: accountId(environment, "github", purpose),
      description: `Jobs of GitHub that ${purpose}`,
      projectRoles: { plan: PLANNING, apply: APPLYING, push: [] }[purpose],
    });
    new ServiceAccountIamMember(account, "Jobs", {
      serviceAccountId: account.id,
      role: "roles/iam.workloadIdentityUser",
      member: `principalSet://iam.googleapis.com/${pool.name}/attribute.purpose/${purpose}`,
    });
    return account;
  }

  private readsReleases({ projectId, environment }: GithubIdentitiesProps, { member }: ServiceAccount): void {
    const role = new ProjectIamCustomRole(this, "Releases", {
      roleId: `${environment.replaceAll("-", "_")}_releases`,
      title: "Reads the releases in clusters",
      permissions: ["container.secrets.get", "container.secrets.list"],
    });
    new ProjectIamMember(this, "PlanReleases", { project: projectId, role: role.name, member });
  }
}

/**
 * What a job is for, by its token. A pull request from a fork gets no token; what `pull_request_target` starts runs on the branch, with
 * the code of strangers at hand, and is for nothing.
 */
const purposeOf = ({
  protectedEnvironment,
  branch,
}: Pick<GithubIdentitiesProps, "protectedEnvironment" | "branch">): string =>
  [
    "assertion.event_name == 'pull_request' ? 'plan'",
    `has(assertion.environment) && assertion.environment == '${protectedEnvironment}' ? 'apply'`,
    `assertion.event_name in ['push', 'workflow_dispatch'] && assertion.ref == 'refs/heads/${branch}' ? 'push'`,
    "'nothing'",
  ].join(" : ");
