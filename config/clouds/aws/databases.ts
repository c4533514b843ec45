import { databasesOfKind } from "../../databases";
import { regionOf } from "../../places";
import type { Problem, Rule } from "../../problem";

/** A class of machines of RDS, and what it has. */
interface InstanceClass {
  readonly name: string;
  readonly cpu: number;
  readonly memoryGiB: number;
}

const of = (family: string, sizes: Readonly<Record<string, readonly [number, number]>>) =>
  Object.entries(sizes).map(([size, [cpu, memoryGiB]]) => ({ name: `db.${family}.${size}`, cpu, memoryGiB }));

/**
 * Machines for PostgreSQL, those of a price in a row before dearer ones
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html).
 */
const CLASSES: readonly InstanceClass[] = [
  ...of("t4g", { small: [2, 2], medium: [2, 4], large: [2, 8] }),
  ...of("r7g", { large: [2, 16] }),
  ...of("m7g", { xlarge: [4, 16] }),
  ...of("r7g", { xlarge: [4, 32] }),
  ...of("m7g", { "2xlarge": [8, 32] }),
  ...of("r7g", { "2xlarge": [8, 64] }),
  ...of("m7g", { "4xlarge": [16, 64] }),
  ...of("r7g", { "4xlarge": [16, 128] }),
  ...of("m7g", { "8xlarge": [32, 128] }),
  ...of("r7g", { "8xlarge": [32, 256] }),
  ...of("m7g", { "12xlarge": [48, 192] }),
  ...of("r7g", { "12xlarge": [48, 384] }),
  ...of("m7g", { "16xlarge": [64, 256] }),
  ...of("r7g", { "16xlarge": [64, 512] }),
];

type Size = Pick<InstanceClass, "cpu" | "memoryGiB">;

/** The cheapest class that has what is asked for, if there is one. */
export const instanceClassOf = ({ cpu, memoryGiB }: Size): string | undefined =>
  CLASSES.find((each) => each.cpu >= cpu && each.memoryGiB >= memoryGiB)?.name;

/** The least that RDS gives (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#gp3-storage). */
const SMALLEST_STORAGE_GIB = 20;

/** Where it is not known here by which CA RDS proves itself. */
export const WITHOUT_AUTHORITY: readonly string[] = ["ap-southeast-5", "ca-west-1", "il-central-1"];

const databasesFitRds: Rule = (environment) =>
  databasesOfKind(environment, "managed").flatMap(([name, database]): Problem[] => {
    const network = environment.regions[regionOf(environment, database)]?.network;
    if (network?.kind !== "aws") return [];
    const at = (...path: string[]) => ["databases", name, ...path];
    const { size } = database;
    return [
      ...(size.storageGiB < SMALLEST_STORAGE_GIB
        ? [
            {
              path: at("size", "storageGiB"),
              message: `RDS makes no database of less than ${SMALLEST_STORAGE_GIB} GiB; expected ${SMALLEST_STORAGE_GIB} or more, got ${size.storageGiB}`,
            },
          ]
        : []),
      ...(instanceClassOf(size) === undefined
        ? [
            {
              path: at("size"),
              message: `no machine of RDS has ${size.cpu} processors and ${size.memoryGiB} GiB; expected at most 64 and 512, such as { "cpu": 4, "memoryGiB": 16 }`,
            },
          ]
        : []),
      ...(network.zones < 2
        ? [
            {
              path: at("kind"),
              message: `RDS wants subnets in two zones, and region "${regionOf(environment, database)}" has one; expected zones 2 or more there`,
            },
          ]
        : []),
      ...(WITHOUT_AUTHORITY.includes(network.location)
        ? [
            {
              path: at("region"),
              message: `by which CA RDS proves itself in ${network.location} is not known here; expected a region elsewhere, such as in "ca-central-1"`,
            },
          ]
        : []),
    ];
  });

/** What must hold of databases that RDS makes. */
export const rdsRules: readonly Rule[] = [databasesFitRds];
