import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { Password } from "@cdktf/provider-random/lib/password";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Database } from "../../config/schema/environment";
import { ManifestRelease } from "../kubernetes/manifest-release";
import type { Pods } from "../kubernetes/network-policy";
import { variableSecret } from "../kubernetes/variable-secret";
import { CertificateAuthority } from "../pki/certificate-authority";
import { secretVariable } from "../secret-variable";
import { backupObjects, STORAGE_KEYS } from "./backup-objects";
import {
  ADMINISTRATOR,
  administratorSecretOf,
  authoritySecretOf,
  clusterObject,
  storageSecretOf,
} from "./cluster-object";
import { databasePolicy } from "./policies";

export type PostgresCluster = Extract<Database, { kind: "in-cluster" }>;

export interface PostgresDatabaseProps {
  readonly name: string;
  readonly database: PostgresCluster;

  /** Must exist. */
  readonly namespace: string;

  /** The namespaces of the workloads that use it. */
  readonly users: readonly string[];

  /** Who reads its metrics. */
  readonly scraper: Pods;

  readonly dependsOn: readonly ITerraformDependable[];
}

/** The port of an endpoint that speaks S3, Amazon's where there is none. */
const portOf = (endpoint = "https://s3.amazonaws.com"): number => {
  const { port, protocol } = new URL(endpoint);
  return port === "" ? (protocol === "http:" ? 80 : 443) : Number(port);
};

/** A PostgreSQL server of an operator's in the cluster: its CA, its administrator, and where its backups go. */
export class PostgresDatabase extends Construct {
  /** The CA of the server's certificate, PEM. */
  readonly authority: string;

  /** The administrator's password; sensitive. */
  readonly password: string;

  constructor(scope: Construct, id: string, props: PostgresDatabaseProps) {
    super(scope, id);
    const { name, database, namespace, users, scraper } = props;
    const { backups, deletionProtection } = database;

    const authority = new CertificateAuthority(this, "Authority", {
      commonName: `${name} database`,
      protect: deletionProtection,
    });
    const password = new Password(this, "Administrator", { length: 40, special: false });
    const secrets = [
      new SecretV1(this, "AuthoritySecret", {
        metadata: { name: authoritySecretOf(name), namespace },
        data: { "ca.crt": authority.certificate, "ca.key": authority.privateKey },
      }),
      new SecretV1(this, "AdministratorSecret", {
        metadata: { name: administratorSecretOf(name), namespace },
        type: "kubernetes.io/basic-auth",
        data: { username: ADMINISTRATOR, password: password.result },
      }),
      ...(backups ? [this.storageSecret(props, backups)] : []),
    ];
    new ManifestRelease(this, "Resource", {
      name,
      namespace,
      objects: [
        databasePolicy(name, users, scraper, backups ? portOf(backups.endpoint) : undefined),
        ...(backups ? backupObjects(namespace, name, backups, deletionProtection) : []),
        clusterObject(namespace, name, database),
      ],
      protect: deletionProtection,
      dependsOn: [...props.dependsOn, ...secrets],
    });

    this.authority = authority.certificate;
    this.password = password.result;
  }

  private storageSecret(
    { name, namespace }: PostgresDatabaseProps,
    { accessKeyId, secretAccessKey }: NonNullable<PostgresCluster["backups"]>,
  ): ITerraformDependable {
    return variableSecret(this, "StorageSecret", {
      metadata: { name: storageSecretOf(name), namespace },
      data: {
        [STORAGE_KEYS.id]: secretVariable(this, accessKeyId, `Access key of the backups of database ${name}`),
        [STORAGE_KEYS.secret]: secretVariable(this, secretAccessKey, `Its secret, of database ${name}`),
      },
    });
  }
}
