import { databasesOfKind } from "../../databases";
import { placesOf } from "../../places";
import type { Rule } from "../../problem";
import type { Environment } from "../../schema/environment";

type Size = Extract<Environment["databases"][string], { kind: "managed" }>["size"];

/**
 * Machines of edition ENTERPRISE: one processor, or an even number of them up to 96; for each 0.9 to 6.5 GiB of memory in steps of
 * 256 MiB, and 3.75 GiB at least (https://cloud.google.com/sql/docs/postgres/create-instance#machine-types).
 */
const MOST_PROCESSORS = 96;
const STEP_MIB = 256;

/** The smallest machine that has what is asked for; none where there is none. */
export function tierOf({ cpu, memoryGiB }: Size): string | undefined {
  const asked = Math.max(memoryGiB, 3.75);
  for (let processors = cpu; processors <= MOST_PROCESSORS; processors += 1) {
    if (processors > 1 && processors % 2 === 1) continue;
    if (asked > processors * 6.5) continue;
    const memory = Math.max(asked, processors * 0.9);
    return `db-custom-${processors}-${Math.ceil((memory * 1024) / STEP_MIB) * STEP_MIB}`;
  }
  return undefined;
}

/** https://cloud.google.com/sql/docs/postgres/db-versions */
const VERSIONS = ["15", "16", "17", "18"];

const machinesExist: Rule = (environment) =>
  databasesOfKind(environment, "managed").flatMap(([name, { size, version }]) => [
    ...(tierOf(size) === undefined
      ? [
          {
            path: ["databases", name, "size"],
            message: `edition ENTERPRISE of Cloud SQL has no machine with ${size.cpu} processors and ${size.memoryGiB} GiB; expected at most ${MOST_PROCESSORS} processors and 624 GiB, such as { "cpu": 2, "memoryGiB": 8 }`,
          },
        ]
      : []),
    ...(VERSIONS.includes(version)
      ? []
      : [
          {
            path: ["databases", name, "version"],
            message: `Cloud SQL has no PostgreSQL ${version}; expected one of ${VERSIONS.join(", ")}`,
          },
        ]),
  ]);

/** A database that outlives a zone is of little use to clusters that do not. */
const everybodyIsInOneZone: Rule = (environment) => {
  const zones = placesOf(environment).map((cluster) => (cluster.kind === "gke" ? cluster.zone : undefined));
  const [zone] = zones;
  if (zone === undefined || zones.some((each) => each !== zone)) return [];
  return databasesOfKind(environment, "managed")
    .filter(([, { availability }]) => availability === "regional")
    .map(([name]) => ({
      path: ["databases", name, "availability"],
      message: `"regional" outlives the loss of ${zone}, where all clusters are; better clusters without zone, or "zonal"`,
    }));
};

export const sqlRules: readonly Rule[] = [machinesExist];
export const sqlWarnings: readonly Rule[] = [everybodyIsInOneZone];
