import { z } from "zod";
import { secretVariable, variable } from "./container";
import { networks } from "./egress";
import {
  byName,
  choice,
  cpu,
  expected,
  flag,
  integer,
  name,
  oneKindOf,
  quantity,
  record,
  text,
  url,
} from "./primitives";

const consumers = z
  .array(name("a service or job", "migrate", 30), expected("a list of services and jobs", ["migrate"]))
  .default([]);

/** Which services and jobs of a workload use a database, each as one of two users. */
const use = record({
  /** May change the schema, which migrations do. @default - none */
  owner: consumers,
  /** Reads and writes rows, and can change no schema. @default - none */
  application: consumers,
});

/** What every kind of database says. */
const common = {
  /** By the name of a workload. */
  usedBy: byName(
    "who uses the database",
    { movies: { owner: ["migrate"], application: ["movies"] } },
    name("a workload's name", "movies", 30),
    use,
  ),
  /** The environment variable that holds the connection, in each of them. @default "DATABASE_URL" */
  variable: variable.default("DATABASE_URL"),
};

/** The least that a database has; a cloud takes the smallest of its machines that has it. */
const size = record({
  /** @default 1 */
  cpu: integer("the number of processors", 1, 96, 1).default(1),
  /** @default 4 */
  memoryGiB: integer("GiB of memory", 1, 768, 4).default(4),
  /** @default 20 */
  storageGiB: integer("GiB of storage", 10, 65_536, 20).default(20),
});

const backups = record({
  /** Days that a backup is kept. @default 7 */
  days: integer("days that a backup is kept", 1, 35, 7).default(7),
  /** When the daily backup begins, UTC. @default "03:00" */
  time: text("a time of the day", "03:00", /^(?:[01]\d|2[0-3]):[0-5]\d$/).default("03:00"),
  /** Whether any moment of these days can be gone back to. @default true */
  pointInTime: flag().default(true),
});

/** What is said of a database that is made. */
const made = {
  ...common,
  /** The one engine whose users the platform knows how to make. */
  engine: z.literal("postgres", {
    error: 'expected "postgres"; a database of another engine is one that exists already, kind "existing"',
  }),
  /** The major version. Schemas belong to who owns the database since 15 (https://www.postgresql.org/docs/15/release-15.html). */
  version: text("a major version of PostgreSQL from 15 on", "17", /^(?:1[5-9]|2\d)$/),
  /**
   * Counts up, by one each time, to give the users of the database other passwords. Those of the generation before stay valid,
   * so that pods that have them serve until they are replaced.
   *
   * @default 1
   */
  passwordGeneration: integer("the generation of the passwords", 1, 1_000_000, 2).default(1),
  /** Processors, memory and storage. */
  size: size.prefault({}),
  /** `regional` outlives the loss of a zone, and costs twice as much. @default "zonal" */
  availability: choice("zonal", "regional").default("zonal"),
  /** What is kept of it, and for how long. */
  backups: backups.prefault({}),
  /** Whether the cloud refuses to delete it, to Terraform as well. @default true */
  deletionProtection: flag().default(true),
};

/** The cloud's own service, reached by private addresses. */
const managed = record({
  kind: z.literal("managed"),
  ...made,
  /** Where it is. @default - in the only region that serves users */
  region: name("a region's name", "eu").optional(),
});

/** What a server inside of a cluster asks for. */
const share = record({
  /** @default "100m" */
  cpu: cpu("requested CPU", "100m").default("100m"),
  /** Requested and limit. @default "512Mi" */
  memory: quantity("requested memory, which is also the limit", "512Mi", "256Mi").default("512Mi"),
  /** @default "10Gi" */
  storage: quantity("the size of the volume", "10Gi", "1Gi").default("10Gi"),
});

/** A bucket that speaks S3: Amazon's, another cloud's, or a server's of one's own. */
const bucket = record({
  destination: text(
    "the bucket and the folder of the backups",
    "s3://backups/movies",
    /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/[\w.-]+)*$/,
  ),
  /** @default - Amazon's */
  endpoint: url("where the bucket's server answers", "https://minio.example.com:9000", {
    schemes: ["https", "http"],
    secrets: "accessKeyId and secretAccessKey name the variables of its credentials",
  }).optional(),
  /** The sensitive Terraform variables that hold the credentials. */
  accessKeyId: secretVariable,
  secretAccessKey: secretVariable,
  days: backups.shape.days,
  time: backups.shape.time,
});

/** Run by an operator in each cluster whose workloads use it, which has data of its own. */
const inCluster = record({
  kind: z.literal("in-cluster"),
  ...common,
  /** The one engine whose users the platform knows how to make. */
  engine: made.engine,
  /** The major version. */
  version: choice("15", "16", "17", "18"),
  passwordGeneration: made.passwordGeneration,
  /** What its servers ask for, and their volumes. */
  size: share.prefault({}),
  /** @default - the cluster's own */
  storageClass: name("a StorageClass", "gp3", 63).optional(),
  /** `regional` is three instances, in three zones where there are as many. @default "zonal" */
  availability: made.availability,
  /** Any moment of these days can be gone back to. @default - none, with a warning */
  backups: bucket.optional(),
  /** Whether Terraform refuses to destroy it. @default true */
  deletionProtection: made.deletionProtection,
});

/** It exists already; Terraform does not make it. */
const existing = record({
  kind: z.literal("existing"),
  ...common,
  /** Where it answers: the NetworkPolicies of those who use it let them go there. */
  networks: networks.min(1, expected("where it answers", [{ kind: "network", cidr: "198.51.100.7/32" }])),
  /** The sensitive Terraform variable that holds the connection of each user, as a URL. */
  urls: record({
    owner: secretVariable.optional(),
    application: secretVariable.optional(),
  }),
});

/** The kinds of databases, for what a cloud can do. */
export const DATABASE_KINDS = ["managed", "existing", "in-cluster"] as const;

export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** A database, and who uses it. */
export const database = oneKindOf("a database", [managed, existing, inCluster]);
