import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import { JobV1 } from "@cdktf/provider-kubernetes/lib/job-v1";
import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { Password } from "@cdktf/provider-random/lib/password";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";
import { jobRunOf, loginOf } from "../../config/composed-names";
import type { DatabaseRole } from "../../config/databases";
import { asArguments } from "../kubernetes/egress-arguments";
import { IMAGES, referenceTo } from "../kubernetes/images";
import { toDns } from "../kubernetes/network-policy";
import { resources } from "../kubernetes/resources";
import { restrictedContainer, restrictedPod } from "../kubernetes/restricted";
import { literal } from "../literal";
import { type DatabaseConnection, type DatabaseIdentity, POSTGRES } from "./connection";
import { caFolderOf } from "./used-database";

export interface DatabaseUsersProps {
  /** The database's name in the configuration. */
  readonly name: string;

  /** The cluster from which the users sign in; each has users of its own. */
  readonly cluster: string;

  readonly passwordGeneration: number;
  readonly connection: DatabaseConnection;
  readonly egress: readonly INetworkPolicyEgressRule[];

  /** The namespace of the job, which no workload is in: the administrator's password is there. Must exist. */
  readonly namespace: string;
}

/** Seconds that the job may take, all attempts together: a new server takes minutes until it answers. */
const DEADLINE = 600;

const FOLDER = "/bootstrap";
const FILES = ["run.sh", "groups.sql", "logins.sql", "identity.sql"] as const;

/**
 * The users of a database, for one cluster: their passwords, and the job that makes them as the administrator. Another generation
 * of passwords is another pair of users; the pair before stays valid.
 */
export class DatabaseUsers extends Construct {
  /** What each user connects with; sensitive. */
  readonly urls: Readonly<Record<DatabaseRole, string>>;

  /** After it the users may sign in. */
  readonly job: ITerraformDependable;

  constructor(scope: Construct, id: string, props: DatabaseUsersProps) {
    super(scope, id);
    const passwords = {
      owner: this.password(props, "Owner"),
      application: this.password(props, "Application"),
    };
    this.urls = {
      owner: urlOf(props, "owner", passwords.owner.result),
      application: urlOf(props, "application", passwords.application.result),
    };
    this.job = this.bootstrap(props, passwords);
  }

  /** Letters and digits alone: it stands in URLs. */
  private password({ passwordGeneration }: DatabaseUsersProps, id: string): Password {
    const keepers = { generation: String(passwordGeneration) };
    return new Password(this, id, { length: 40, special: false, keepers });
  }

  private bootstrap(props: DatabaseUsersProps, passwords: Readonly<Record<DatabaseRole, Password>>): JobV1 {
    const { name, namespace, egress } = props;
    const labels = { "app.kubernetes.io/name": name, "app.kubernetes.io/component": "database-users" };
    const secret = new SecretV1(this, "Secret", {
      metadata: { name, namespace },
      data: secretsOf(props, passwords),
    });
    const files = new ConfigMapV1(this, "Files", { metadata: { name, namespace }, data: filesOf(props) });
    const policy = new NetworkPolicyV1(this, "Policy", {
      metadata: { name, namespace },
      spec: {
        podSelector: { matchLabels: labels },
        policyTypes: ["Egress"],
        egress: asArguments([toDns, ...egress]),
      },
    });
    return new JobV1(this, "Job", {
      ...jobOf(props, labels),
      waitForCompletion: true,
      timeouts: { create: `${DEADLINE + 60}s`, update: `${DEADLINE + 60}s` },
      dependsOn: [secret, files, policy],
      // A password that was made anew for another reason than its generation has to be set, too.
      lifecycle: { replaceTriggeredBy: [addressOf(passwords.owner), addressOf(passwords.application)] },
    });
  }
}

/** cdktf would write a template of it, which Terraform refuses here. */
const addressOf = ({ terraformResourceType, friendlyUniqueId }: Password): string =>
  `${terraformResourceType}.${friendlyUniqueId}`;

/** What the job runs by the name of a file: who makes the user of an identity decides what is done about it. */
const script = (file: (typeof FILES)[number], identity: DatabaseIdentity | undefined): string => {
  const source = file === "identity.sql" && identity?.group !== undefined ? "identity-of-a-group.sql" : file;
  return fs.readFileSync(path.join(__dirname, "bootstrap", source), "utf8");
};

const filesOf = ({ connection: { ca, identity } }: DatabaseUsersProps): Record<string, string> => ({
  ...Object.fromEntries(FILES.map((file) => [file, literal(script(file, identity))])),
  ...(ca === undefined ? {} : { "ca.crt": ca }),
});

const secretsOf = (
  { connection: { administrator } }: DatabaseUsersProps,
  { owner, application }: Readonly<Record<DatabaseRole, Password>>,
): Record<string, string> => ({
  PGPASSWORD: administrator.password,
  OWNER_PASSWORD: owner.result,
  APPLICATION_PASSWORD: application.result,
});

/** What the script is told besides. */
const environmentOf = ({ cluster, passwordGeneration, connection }: DatabaseUsersProps) => ({
  PGHOST: connection.host,
  PGPORT: String(connection.port ?? POSTGRES),
  PGDATABASE: connection.database,
  PGUSER: connection.administrator.user,
  PGCONNECT_TIMEOUT: "10",
  ...(connection.ca === undefined
    ? { PGSSLMODE: "require" }
    : { PGSSLMODE: "verify-full", PGSSLROOTCERT: `${FOLDER}/ca.crt` }),
  CLUSTER: cluster,
  OWNER: loginOf("owner", cluster, passwordGeneration),
  APPLICATION: loginOf("application", cluster, passwordGeneration),
  ...(connection.identity ? { IDENTITY: connection.identity.user } : {}),
  ...(connection.identity?.group === undefined ? {} : { IDENTITY_GROUP: connection.identity.group }),
});

const jobOf = (props: DatabaseUsersProps, labels: Record<string, string>) => {
  const { name, namespace, passwordGeneration } = props;
  const { runAsUser, runAsGroup, fsGroup, ...restricted } = restrictedPod;
  const image = referenceTo(IMAGES.postgres);
  const checksum = createHash("sha256")
    .update(
      JSON.stringify([image, props.cluster, FILES.map((file) => script(file, props.connection.identity))]),
    )
    .digest("hex")
    .slice(0, 8);
  return {
    // It stays when it is done: Terraform would take one that is gone for one that has yet to run.
    metadata: { name: jobRunOf(name, String(passwordGeneration), checksum), namespace, labels },
    spec: {
      backoffLimit: 3,
      activeDeadlineSeconds: DEADLINE,
      template: {
        metadata: { labels },
        spec: {
          restartPolicy: "Never",
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          securityContext: {
            ...restricted,
            runAsUser: String(runAsUser),
            runAsGroup: String(runAsGroup),
            fsGroup: String(fsGroup),
          },
          container: [
            {
              name: "bootstrap",
              image,
              imagePullPolicy: "IfNotPresent",
              command: ["sh", `${FOLDER}/run.sh`],
              env: [
                ...Object.entries(environmentOf(props)).map(([name, value]) => ({ name, value })),
                ...["PGPASSWORD", "OWNER_PASSWORD", "APPLICATION_PASSWORD"].map((key) => ({
                  name: key,
                  valueFrom: { secretKeyRef: { name, key } },
                })),
              ],
              volumeMount: [{ name: "files", mountPath: FOLDER, readOnly: true }],
              resources: resources("10m", "64Mi"),
              securityContext: restrictedContainer,
            },
          ],
          volume: [{ name: "files", configMap: { name } }],
        },
      },
    },
  };
};

/** https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS */
function urlOf(
  { name, cluster, passwordGeneration, connection }: DatabaseUsersProps,
  role: DatabaseRole,
  password: string,
): string {
  const { host, port = POSTGRES, database, ca } = connection;
  const tls =
    ca === undefined ? "sslmode=require" : `sslmode=verify-full&sslrootcert=${caFolderOf(name)}/ca.crt`;
  const user = loginOf(role, cluster, passwordGeneration);
  return `postgresql://${user}:${password}@${host}:${port}/${database}?${tls}`;
}
