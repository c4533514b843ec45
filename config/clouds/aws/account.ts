import { z } from "zod";
import { operatorCidrs } from "../../schema/operators";
import { choice, expected, integer, name, record, text } from "../../schema/primitives";
import { alarms } from "./alarms";
import { accessLogs, flowLogs } from "./logs";

/** The registry of the environment's images, one in every region. */
const registry = record({
  /**
   * How many images of a repository are kept, the newest ones. A canary that fails leaves the older image running, so the
   * floor is high: an image in use goes only after so many deliveries in a row that were not promoted, and never while it
   * has a tag that begins with `running-`.
   *
   * @default 100
   */
  keepImages: integer("the number of images that are kept", 20, 1000, 100).default(100),
});

/** Which GitHub Actions jobs may do what in the account. */
const github = record({
  /**
   * As the subjects of its jobs' tokens name it. Repositories that were created, renamed or transferred since
   * 15 July 2026, and those that opted in, add the ids of owner and repository: `example-org@123456/meridian@456789`
   * (https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens/).
   */
  repository: text(
    'a GitHub repository, or with the ids that its tokens carry "example-org@123456/meridian@456789"',
    "example-org/meridian",
    /^[\w.-]+(?:\/[\w.-]+|@\d+\/[\w.-]+@\d+)$/,
  ),
  /** The protected environment whose jobs apply. @default "production" */
  environment: text("a GitHub environment's name", "production", /^[\w.-]+$/).default("production"),
  /** The branch whose jobs push images. @default "main" */
  branch: text("a branch", "main", /^[\w./-]+$/).default("main"),
});

/** The account that everything goes into, and who administers its clusters. */
export const account = record({
  kind: z.literal("aws"),
  /** The account that pays; its id is no secret. Terraform refuses to work in any other. */
  accountId: text("an AWS account id of 12 digits", "000000000000", /^\d{12}$/),
  /**
   * The region that holds what belongs to none, such as the registry that images are pushed to: a region that is added, wherever it
   * stands, moves nothing.
   *
   * @default - the only one with a network
   */
  home: name("a region's name", "eu").optional(),
  /** Roles and users who administer the clusters. Without one of them Terraform could not deploy into a cluster. */
  administrators: z
    .array(
      text(
        "the ARN of an IAM role or user, without a session's name",
        "arn:aws:iam::000000000000:role/platform",
        /^arn:aws:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]{1,128}$/,
      ),
      expected("a list of IAM roles and users", ["arn:aws:iam::000000000000:role/platform"]),
    )
    .min(1, expected("at least one IAM role or user", ["arn:aws:iam::000000000000:role/platform"])),
  /** Admits to the Kubernetes API of clusters. */
  operatorCidrs,
  /** The registry of images, in every region. */
  registry: registry.prefault({}),
  /** Lets GitHub's workflows in without stored keys. @default - no CI job gets into the account */
  github: github.optional(),
  /**
   * How services that use a database of RDS as application sign in there: by a password in a Secret, or by tokens that the role of
   * their ServiceAccount signs (`identity`, in clusters of kOps with `serviceAccountRoles`). Owners and jobs have passwords either way.
   *
   * @default "password"
   */
  databaseUsers: choice("password", "identity").default("password"),
  /** Tells people that a region answers no more, from outside of it. @default - no alarms */
  alarms: alarms.optional(),
  /** Keeps who connected to what, through every network and the accelerator. @default - no logs */
  flowLogs: flowLogs.optional(),
  /** Keeps every request that a load balancer answered; one that ends TLS. @default - no logs */
  accessLogs: accessLogs.optional(),
});
