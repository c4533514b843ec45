import { z } from "zod";
import { choice, expected, integer, record, text } from "../../schema/primitives";
import { bucket } from "./state";

/**
 * 6 to 30 lower-case letters, digits and dashes, and none of the words that Google keeps for itself
 * (https://cloud.google.com/resource-manager/docs/creating-managing-projects#before_you_begin).
 */
const PROJECT = /^(?!.*(?:google|ssl|null|undefined))[a-z][a-z0-9-]{4,28}[a-z0-9]$/;

/** A principal as IAM writes it (https://cloud.google.com/iam/docs/principal-identifiers). */
const member = text(
  "a user, group or service account",
  "group:platform@example.com",
  /^(?:user|group|serviceAccount):[^\s@:]+@[a-z0-9.-]+\.[a-z]+$/,
);

/** Makes the project itself, before everything else: `bootstrap-<environment>`. */
const bootstrap = record({
  /** Who pays; `gcloud billing accounts list` shows it. */
  billingAccount: text(
    "the billing account that pays for the project",
    "000000-000000-000000",
    /^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$/,
  ),
  /** Where the project belongs. @default - to no organization */
  parent: text(
    "an organization or folder",
    "organizations/123456789012",
    /^(?:organizations|folders)\/\d+$/,
  ).optional(),
  /** Who applies everything else, with the roles that it takes, and no owner's. */
  administrators: z
    .array(member, expected("a list of users, groups and service accounts", ["group:platform@example.com"]))
    .min(1, expected("at least one user, group or service account", ["group:platform@example.com"])),
});

/** The registries of the environment's images, one in every region. */
const registry = record({
  /** How many versions of an image are kept, the newest ones. @default 100 */
  keepImages: integer("the number of versions that are kept", 20, 1000, 100).default(100),
});

/** Writes every database that Google runs as SQL into a bucket once a day: what outlives the project. */
const databaseExports = record({
  /** A bucket that exists already, in another project, with versions: every export replaces the file of the day before. */
  bucket: bucket("example-backups"),
  /** When an export begins, UTC; not while backups do. @default "05:00" */
  time: text("a time of the day", "05:00", /^(?:[01]\d|2[0-3]):[0-5]\d$/).default("05:00"),
});

/** Which GitHub Actions jobs may do what in the project. */
const github = record({
  /**
   * The repository's number, which a name that was given up and taken by a stranger does not have:
   * `gh api repos/example-org/meridian --jq .id`.
   */
  repositoryId: text("the number of the GitHub repository", "123456789", /^\d{1,20}$/),
  /** The protected environment whose jobs apply. @default "production" */
  environment: text("a GitHub environment's name", "production", /^[\w.-]+$/).default("production"),
  /** The branch whose jobs push images. @default "main" */
  branch: text("a branch", "main", /^[\w./-]+$/).default("main"),
});

/** Google keeps them for as long as the project's log bucket says, which is 30 days. */
const sampled = (what: string) =>
  record({
    /** The share that is logged, in percent. @default 100 */
    percent: integer(`the share of ${what} that is logged, in percent`, 1, 100, 100).default(100),
  });

/** The project that everything goes into, and who makes it. */
export const account = record({
  kind: z.literal("gcp"),
  /** The project's id, which is no secret. */
  projectId: text(
    'a project id, 6 to 30 lower-case letters, digits and dashes, without words that Google keeps, as "google" and "ssl"',
    "example-project",
    PROJECT,
  ),
  /** Where the images of all workloads are. */
  registry: registry.prefault({}),
  /**
   * How services sign in to databases that Google runs: by an account of Google's through its proxy, or with passwords. Migrations have
   * passwords either way.
   *
   * @default "identity"
   */
  databaseUsers: choice("identity", "password").default("identity"),
  /** Where databases are written to, outside of the project. @default - nowhere: backups go with the project */
  databaseExports: databaseExports.optional(),
  /** The project itself, made before everything else. @default - the project exists, with billing and its APIs on */
  bootstrap: bootstrap.optional(),
  /** Logs who connected to what, in every region's network. @default - no logs */
  flowLogs: sampled("connections").optional(),
  /** Logs every request that a load balancer answered. @default - as the load balancer's controller has it */
  accessLogs: sampled("requests").optional(),
  /** Which jobs of GitHub Actions get into the project. @default - none does */
  github: github.optional(),
});
