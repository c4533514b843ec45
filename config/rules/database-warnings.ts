import { databasesOfKind } from "../databases";
import type { Rule } from "../problem";
import { clustersWithRole } from "../topology";

const withoutBackups: Rule = (environment) =>
  databasesOfKind(environment, "in-cluster")
    .filter(([, { backups }]) => backups === undefined)
    .map(([name]) => ({
      path: ["databases", name, "backups"],
      message: `none: what is in it is lost with its volume; { "destination": "s3://backups/${name}", "accessKeyId": "backup_access_key_id", "secretAccessKey": "backup_secret_access_key" } keeps it`,
    }));

/** Nothing replicates between clusters. */
const apart: Rule = (environment) =>
  databasesOfKind(environment, "in-cluster").flatMap(([name, { usedBy }]) => {
    const roles = new Set(
      environment.workloads.filter((workload) => usedBy[workload.name] !== undefined).map(({ role }) => role),
    );
    const clusters = [...roles]
      .flatMap((role) => clustersWithRole(environment, role))
      .map((each) => each.name);
    return clusters.length < 2
      ? []
      : [
          {
            path: ["databases", name, "kind"],
            message: `clusters ${clusters.join(", ")} each have one, with data of its own: users find in one what they left in another only with a database of kind "managed" or "existing"`,
          },
        ];
  });

/** What works of databases inside of clusters, and will hurt. */
export const databaseWarnings: readonly Rule[] = [withoutBackups, apart];
