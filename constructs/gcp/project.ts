import { Project as GoogleProject } from "@cdktf/provider-google/lib/project";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ProjectService } from "@cdktf/provider-google/lib/project-service";
import { Construct } from "constructs";
import { chosen, idsFor } from "../chosen";

export interface ProjectProps {
  readonly projectId: string;
  readonly billingAccount: string;
  /** `organizations/<number>` or `folders/<number>`. @default - none */
  readonly parent?: string | undefined;
  /** As IAM writes them. */
  readonly administrators: readonly string[];
  /** What is made in it besides what every environment has. @default - nothing */
  readonly extras?: readonly Extra[];
  /** Whether Terraform refuses to delete it, with all that is in it. */
  readonly protect: boolean;
}

/** What not every environment has: caches, exports of databases. */
export type Extra = keyof typeof EXTRAS;

/** The APIs of each, and the roles that applying it takes. */
export const EXTRAS = {
  caches: {
    apis: ["memorystore.googleapis.com", "networkconnectivity.googleapis.com"],
    roles: ["roles/memorystore.admin", "roles/networkconnectivity.consumerNetworkAdmin"],
  },
  exports: { apis: ["cloudscheduler.googleapis.com"], roles: ["roles/cloudscheduler.admin"] },
} as const;

/** What everything else is made with; without these two no other can be switched on. */
const FIRST = ["serviceusage.googleapis.com", "cloudresourcemanager.googleapis.com"];

const APIS = [
  "artifactregistry.googleapis.com",
  "compute.googleapis.com",
  "container.googleapis.com",
  "containerscanning.googleapis.com", // images are scanned when they are pushed
  "dns.googleapis.com",
  "iam.googleapis.com",
  "iamcredentials.googleapis.com",
  "servicecontrol.googleapis.com",
  "servicemanagement.googleapis.com",
  "sqladmin.googleapis.com",
  "storage.googleapis.com",
  "sts.googleapis.com",
];

/** What applying the other workspaces takes; owner and editor are no part of it. */
export const APPLYING = [
  "roles/artifactregistry.admin",
  "roles/cloudsql.admin",
  "roles/compute.networkAdmin",
  "roles/compute.securityAdmin", // TLS policies and Cloud Armor
  "roles/container.admin",
  "roles/dns.admin",
  "roles/iam.serviceAccountAdmin",
  "roles/iam.serviceAccountUser", // nodes are given their account
  "roles/iam.workloadIdentityPoolAdmin",
  "roles/resourcemanager.projectIamAdmin", // accounts are given roles
  "roles/servicemanagement.admin", // names of Endpoints
  "roles/serviceusage.serviceUsageConsumer",
  "roles/storage.admin",
];

/**
 * A project with billing and the APIs on, without the network that Google would put there. To destroy it deletes everything in
 * it, and its id is gone for good (https://cloud.google.com/resource-manager/docs/creating-managing-projects#shutting_down_projects).
 */
export class Project extends Construct {
  constructor(scope: Construct, id: string, props: ProjectProps) {
    super(scope, id);
    const { projectId, parent, protect, extras = [] } = props;
    const [kind, number] = parent?.split("/") ?? [];
    const project = new GoogleProject(this, "Resource", {
      projectId,
      name: projectId,
      billingAccount: props.billingAccount,
      ...(kind === "organizations" ? { orgId: number as string } : {}),
      ...(kind === "folders" ? { folderId: number as string } : {}),
      autoCreateNetwork: false,
      deletionPolicy: protect ? "PREVENT" : "DELETE",
      ...(protect ? { lifecycle: { preventDestroy: true } } : {}),
    });
    const service = (name: string, first: ProjectService[]) =>
      new ProjectService(this, name.split(".")[0] as string, {
        project: project.projectId,
        service: name,
        disableOnDestroy: false, // the project goes as a whole
        dependsOn: first,
      });
    const first = FIRST.map((name) => service(name, []));
    for (const name of [...APIS, ...extras.flatMap((extra) => EXTRAS[extra].apis)]) service(name, first);

    const ids = idsFor(props.administrators, (member) => member.replaceAll(/[^A-Za-z0-9]+/g, "-"));
    for (const member of props.administrators) {
      const roles = new Construct(chosen(this), ids.get(member) as string);
      for (const role of [...APPLYING, ...extras.flatMap((extra) => EXTRAS[extra].roles)]) {
        new ProjectIamMember(roles, role.replaceAll(/[^A-Za-z]+/g, "-"), {
          project: project.projectId,
          role,
          member,
        });
      }
    }
  }
}
