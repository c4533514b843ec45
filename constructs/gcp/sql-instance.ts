import { SqlDatabase } from "@cdktf/provider-google/lib/sql-database";
import { SqlDatabaseInstance } from "@cdktf/provider-google/lib/sql-database-instance";
import { SqlUser } from "@cdktf/provider-google/lib/sql-user";
import { Id } from "@cdktf/provider-random/lib/id";
import { Password } from "@cdktf/provider-random/lib/password";
import { Construct } from "constructs";
import { useRandom } from "../random-provider";

export interface SqlInstanceProps {
  /** Begins its name; a deleted one is refused for a week, so that something random ends it. */
  readonly name: string;
  readonly projectId: string;
  /** Google's name of the region. */
  readonly location: string;
  /** The one database that the platform uses in it. */
  readonly database: string;
  /** The major version of PostgreSQL. */
  readonly version: string;
  /** `db-custom-2-7680`. */
  readonly tier: string;
  readonly storageGiB: number;
  readonly availability: "zonal" | "regional";
  readonly backups: { readonly days: number; readonly time: string; readonly pointInTime: boolean };
  /** Whether Google and Terraform refuse to delete it. */
  readonly deletionProtection: boolean;
  readonly protect: boolean;
  /** Whether accounts of Google's sign in to it. */
  readonly identities: boolean;
}

/** Upgrades are on Sundays at four, UTC. */
const MAINTENANCE = { day: 7, hour: 4, updateTrack: "stable" };

/** Days of the log that a moment is gone back to by; ENTERPRISE keeps a week. */
const MOST_LOG_DAYS = 7;

export const ADMINISTRATOR = "administrator";

/**
 * A PostgreSQL server of Cloud SQL with one database and one administrator, who is no superuser: Google keeps those to itself. It
 * has no address of its own; a network reaches it through Private Service Connect.
 */
export class SqlInstance extends Construct {
  readonly instance: SqlDatabaseInstance;
  /** The administrator's; sensitive. */
  readonly password: string;
  /** The CAs that prove the server's name, PEM: certificates, though the provider hides them. */
  readonly authority: string;

  constructor(scope: Construct, id: string, props: SqlInstanceProps) {
    super(scope, id);
    useRandom(this);
    const suffix = new Id(this, "Suffix", { byteLength: 3 });
    const { days, time, pointInTime } = props.backups;
    this.instance = new SqlDatabaseInstance(this, "Resource", {
      name: `${props.name}-${suffix.hex}`,
      region: props.location,
      databaseVersion: `POSTGRES_${props.version}`,
      deletionProtection: props.deletionProtection,
      settings: {
        edition: "ENTERPRISE",
        tier: props.tier,
        availabilityType: props.availability.toUpperCase(),
        diskType: "PD_SSD",
        diskSize: props.storageGiB,
        diskAutoresize: true,
        deletionProtectionEnabled: props.deletionProtection,
        backupConfiguration: {
          enabled: true,
          startTime: time,
          pointInTimeRecoveryEnabled: pointInTime,
          transactionLogRetentionDays: Math.min(days, MOST_LOG_DAYS),
          backupRetentionSettings: { retainedBackups: days, retentionUnit: "COUNT" },
        },
        maintenanceWindow: MAINTENANCE,
        insightsConfig: {
          queryInsightsEnabled: true,
          recordApplicationTags: true,
          recordClientAddress: false,
        },
        ...(props.identities
          ? { databaseFlags: [{ name: "cloudsql.iam_authentication", value: "on" }] }
          : {}),
        ipConfiguration: {
          ipv4Enabled: false,
          sslMode: "ENCRYPTED_ONLY",
          // Its certificates are for the server's name, which those of a CA for each instance are not
          // (https://cloud.google.com/sql/docs/postgres/configure-ssl-instance#server-identity).
          serverCaMode: "GOOGLE_MANAGED_CAS_CA",
          pscConfig: [{ pscEnabled: true, allowedConsumerProjects: [props.projectId] }],
        },
      },
      lifecycle: {
        ignoreChanges: ["settings[0].disk_size"], // it grows by itself
        ...(props.protect ? { preventDestroy: true } : {}),
      },
    });
    new SqlDatabase(this, "Database", {
      instance: this.instance.name,
      name: props.database,
      deletionPolicy: "ABANDON", // it goes with the instance, and its owner is not the administrator
    });
    const password = new Password(this, "Password", { length: 40, special: false });
    new SqlUser(this, "Administrator", {
      instance: this.instance.name,
      name: ADMINISTRATOR,
      passwordWo: password.result,
      passwordWoVersion: 1,
      deletionPolicy: "ABANDON", // Google deletes no user who owns something
    });
    this.password = password.result;
    this.authority = `\${nonsensitive(join("\\n", ${this.instance.fqn}.server_ca_cert[*].cert))}`;
  }
}
