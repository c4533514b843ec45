import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group";
import { Construct } from "constructs";
import { RDS_AUTHORITY } from "./rds-authority";

export interface PostgresInstanceProps {
  /** Begins the names of its parts; unique in the account's region. */
  readonly name: string;

  /** The database that is made in it. */
  readonly database: string;

  /** Major version of PostgreSQL: `17`. */
  readonly version: string;

  /** `db.t4g.medium`. */
  readonly instanceClass: string;

  readonly storageGiB: number;

  /** Whether a second machine in another zone follows, and takes over when the first is lost. */
  readonly regional: boolean;

  /** Days that backups are kept, within which any moment can be gone back to, and when the daily one begins (`03:00`, UTC). */
  readonly backups: { readonly days: number; readonly time: string };

  /** Whether roles of IAM sign in by tokens. */
  readonly identities: boolean;

  /** Whether AWS refuses to delete it. */
  readonly deletionProtection: boolean;

  /** Name of the group of private subnets, and id of the security group, that it is in. */
  readonly subnetGroup: string;
  readonly securityGroupId: string;

  /** Whether Terraform refuses to destroy it. */
  readonly protect: boolean;
}

/** Who makes the other users; `admin` is a word of PostgreSQL's own at RDS. */
export const ADMINISTRATOR = "platform";

/**
 * PostgreSQL by RDS: private, encrypted, reached by TLS alone. Its administrator's password is RDS' own, in Secrets Manager, where
 * RDS gives it another value every seven days
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html). What is destroyed leaves a last snapshot.
 */
export class PostgresInstance extends Construct {
  readonly host: string;

  /** ARN of the secret with the administrator's name and password. */
  readonly secretArn: string;

  /** The server's id for policies, which its name is not. */
  readonly resourceId: string;

  constructor(scope: Construct, id: string, props: PostgresInstanceProps) {
    super(scope, id);
    const { name, version, backups } = props;

    const parameters = new DbParameterGroup(this, "Parameters", {
      name: `${name}-${version}`,
      description: `PostgreSQL ${version} of ${name}`,
      family: `postgres${version}`,
      parameter: [{ name: "rds.force_ssl", value: "1" }],
      lifecycle: { createBeforeDestroy: true }, // another version needs another one before the old is free
    });
    const instance = new DbInstance(this, "Resource", {
      identifier: name,
      engine: "postgres",
      engineVersion: version,
      autoMinorVersionUpgrade: true,
      parameterGroupName: parameters.name,
      instanceClass: props.instanceClass,
      allocatedStorage: props.storageGiB,
      storageType: "gp3",
      storageEncrypted: true,
      dbName: props.database,
      username: ADMINISTRATOR,
      manageMasterUserPassword: true,
      caCertIdentifier: RDS_AUTHORITY,
      dbSubnetGroupName: props.subnetGroup,
      vpcSecurityGroupIds: [props.securityGroupId],
      ...(props.identities ? { iamDatabaseAuthenticationEnabled: true } : {}),
      publiclyAccessible: false,
      multiAz: props.regional,
      backupRetentionPeriod: backups.days,
      backupWindow: windowFrom(backups.time),
      maintenanceWindow: `sun:${hoursAfter(backups.time, 2)}-sun:${hoursAfter(backups.time, 3)}`,
      copyTagsToSnapshot: true,
      deletionProtection: props.deletionProtection,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: `${name}-final`,
      ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    });

    this.resourceId = instance.resourceId;
    this.host = instance.address;
    this.secretArn = instance.masterUserSecret.get(0).secretArn;
  }
}

/** An hour of the day from one on. */
const windowFrom = (time: string): string => `${time}-${hoursAfter(time, 1)}`;

function hoursAfter(time: string, hours: number): string {
  const [hour = "0", minute = "00"] = time.split(":");
  return `${String((Number(hour) + hours) % 24).padStart(2, "0")}:${minute}`;
}
