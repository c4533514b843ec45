import { CloudSchedulerJob } from "@cdktf/provider-google/lib/cloud-scheduler-job";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { Construct } from "constructs";
import { ServiceAccount } from "./service-account";
import { onServer } from "./sql-identity";

export interface SqlExportProps {
  readonly projectId: string;
  /** Google's name of the region. */
  readonly location: string;
  /** Of the job. */
  readonly name: string;
  /** Of the account that asks for it. */
  readonly account: string;
  /** The server, and its database that is written. */
  readonly instance: string;
  readonly database: string;
  /** The file that every export replaces, as `gs://bucket/gcp/lofocats.sql.gz`; the server's own account writes it. */
  readonly uri: string;
  /** `04:00`, UTC. */
  readonly time: string;
}

/**
 * Asks Google once a day to write a database as SQL into a bucket, which may be another project's
 * (https://cloud.google.com/sql/docs/postgres/import-export/import-export-sql).
 */
export class SqlExport extends Construct {
  constructor(scope: Construct, id: string, props: SqlExportProps) {
    super(scope, id);
    const { projectId, instance } = props;
    const account = new ServiceAccount(this, "Account", {
      projectId,
      name: props.account,
      description: `Asks for exports of ${props.name}`,
    });
    new ProjectIamMember(this, "Role", {
      project: projectId,
      role: "roles/cloudsql.viewer", // it holds the permission to export (https://cloud.google.com/sql/docs/postgres/iam-roles)
      member: account.member,
      condition: onServer(projectId, instance),
    });
    const [hour, minute] = props.time.split(":").map(Number);
    new CloudSchedulerJob(this, "Resource", {
      name: props.name,
      region: props.location,
      schedule: `${minute} ${hour} * * *`,
      timeZone: "Etc/UTC",
      attemptDeadline: "180s",
      retryConfig: { retryCount: 3 }, // a server does one thing at a time, and may be at its backup
      httpTarget: {
        httpMethod: "POST",
        uri: `https://sqladmin.googleapis.com/v1/projects/${projectId}/instances/${instance}/export`,
        headers: { "Content-Type": "application/json" },
        body: base64({
          exportContext: {
            fileType: "SQL",
            uri: props.uri,
            databases: [props.database],
            offload: true, // on a machine beside the server
          },
        }),
        oauthToken: { serviceAccountEmail: account.email },
      },
    });
  }
}

const base64 = (body: object): string => Buffer.from(JSON.stringify(body)).toString("base64");
