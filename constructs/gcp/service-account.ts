import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ServiceAccount as GoogleServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { ServiceAccountIamMember } from "@cdktf/provider-google/lib/service-account-iam-member";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { chosen } from "../chosen";

export interface ServiceAccountProps {
  readonly projectId: string;
  /** 6 to 30 lower-case letters, digits and dashes; unique in the project. */
  readonly name: string;
  /** What it is for. */
  readonly description: string;
  /** Roles in the whole project, each with the reason why it cannot be narrower. @default - none */
  readonly projectRoles?: readonly string[];
  /** The accounts in clusters that are this one there. @default - none */
  readonly usedBy?: readonly { readonly namespace: string; readonly serviceAccount: string }[];
}

/** An account of a program's own, without a key: nodes have it by themselves, and pods by Workload Identity. */
export class ServiceAccount extends Construct {
  /** Of the account, for who may be it. */
  readonly id: string;
  readonly email: string;
  /** As IAM writes it. */
  readonly member: string;
  /** For what uses the account. */
  readonly roles: ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ServiceAccountProps) {
    super(scope, id);
    const { projectId, projectRoles = [], usedBy = [] } = props;
    const account = new GoogleServiceAccount(this, "Resource", {
      accountId: props.name,
      displayName: props.description,
    });
    const roles = projectRoles.map(
      (role) =>
        new ProjectIamMember(this, role.replaceAll(/[^A-Za-z]+/g, "-"), {
          project: projectId,
          role,
          member: account.member,
        }),
    );
    const place = new Construct(this, "Users");
    const users = usedBy.map(
      ({ namespace, serviceAccount }) =>
        new ServiceAccountIamMember(chosen(place), `${namespace}-${serviceAccount}`, {
          serviceAccountId: account.name,
          role: "roles/iam.workloadIdentityUser",
          member: `serviceAccount:${projectId}.svc.id.goog[${namespace}/${serviceAccount}]`,
        }),
    );
    this.id = account.name;
    this.email = account.email;
    this.member = account.member;
    this.roles = [...roles, ...users];
  }
}

/** What an account in a cluster says of the one that it is at Google (https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity). */
export const identityOf = (email: string): Readonly<Record<string, string>> => ({
  "iam.gke.io/gcp-service-account": email,
});
