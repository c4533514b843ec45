import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { SqlUser } from "@cdktf/provider-google/lib/sql-user";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import type { DatabaseProxy } from "../database/connection";
import { IMAGES, referenceTo } from "../kubernetes/images";
import { ServiceAccount } from "./service-account";

export interface SqlIdentityProps {
  readonly projectId: string;
  /** Of the account. */
  readonly name: string;
  /** Of the server. */
  readonly instance: string;
  /** The accounts in clusters that are this one. */
  readonly usedBy: readonly { readonly namespace: string; readonly serviceAccount: string }[];
}

/** What connecting takes, and signing in (https://cloud.google.com/sql/docs/postgres/iam-roles). */
const ROLES = ["roles/cloudsql.client", "roles/cloudsql.instanceUser"];

/** An account that signs in to one server, and to no other of the project. */
export class SqlIdentity extends Construct {
  readonly email: string;
  /** Who it is in the database: the name without what all have in common. */
  readonly user: string;

  constructor(scope: Construct, id: string, props: SqlIdentityProps) {
    super(scope, id);
    const { projectId, instance } = props;
    const account = new ServiceAccount(this, "Account", {
      projectId,
      name: props.name,
      description: `Who uses the database of ${props.name}`,
      usedBy: props.usedBy,
    });
    for (const role of ROLES) {
      new ProjectIamMember(this, role.replaceAll(/[^A-Za-z]+/g, "-"), {
        project: projectId,
        role,
        member: account.member,
        condition: onServer(projectId, instance),
      });
    }
    this.user = new SqlUser(this, "User", {
      instance,
      name: Fn.trimsuffix(account.email, ".gserviceaccount.com"),
      type: "CLOUD_IAM_SERVICE_ACCOUNT",
      deletionPolicy: "ABANDON",
    }).name;
    this.email = account.email;
  }
}

/** Holds a role to one server of the project (https://cloud.google.com/sql/docs/postgres/iam-conditions). */
export const onServer = (projectId: string, instance: string) => ({
  title: "one server",
  expression: `resource.name == "projects/${projectId}/instances/${instance}" && resource.service == "sqladmin.googleapis.com"`,
});

/** The port of the proxy beside a program, and of its own health. */
const PORT = 5432;
const HEALTH_PORT = 9801;

/** The Cloud SQL Auth Proxy as it signs in for a program (https://github.com/GoogleCloudPlatform/cloud-sql-proxy#readme). */
export const proxyTo = (connectionName: string): DatabaseProxy => ({
  kind: "proxy",
  image: referenceTo(IMAGES.cloudSqlProxy),
  args: [
    "--psc",
    "--auto-iam-authn",
    "--structured-logs",
    "--exit-zero-on-sigterm",
    `--port=${PORT}`,
    "--health-check",
    "--http-address=0.0.0.0",
    `--http-port=${HEALTH_PORT}`,
    connectionName,
  ],
  port: PORT,
  startup: { path: "/startup", port: HEALTH_PORT },
});

/** The port by which the proxy calls a server. */
export const PROXY_PORT = 3307;
