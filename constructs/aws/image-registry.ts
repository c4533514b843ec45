import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrReplicationConfiguration } from "@cdktf/provider-aws/lib/ecr-replication-configuration";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { Construct } from "constructs";
import { idsFor } from "../chosen";
import type { Statement } from "./policy";

/** Days that an image without a tag is kept: what an interrupted push leaves. */
const UNTAGGED_DAYS = 14;

/** The most that a rule can count. */
const ALL = 10_000;

/**
 * What goes, by ECR's own rules. They count or look at age, and know nothing of what runs; but an image whose tag a rule of
 * higher priority names is out of reach for the others
 * (https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html#lifecycle-policy-howitworks).
 */
const lifecycleRules = (keepImages: number) => [
  {
    rulePriority: 1,
    description: "keep what is marked as running",
    selection: {
      tagStatus: "tagged",
      tagPatternList: ["running-*"],
      countType: "imageCountMoreThan",
      countNumber: ALL,
    },
    action: { type: "expire" },
  },
  {
    rulePriority: 2,
    description: `remove what has no tag after ${UNTAGGED_DAYS} days`,
    selection: {
      tagStatus: "untagged",
      countType: "sinceImagePushed",
      countUnit: "days",
      countNumber: UNTAGGED_DAYS,
    },
    action: { type: "expire" },
  },
  {
    rulePriority: 3,
    description: `keep the ${keepImages} newest images`,
    selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: keepImages },
    action: { type: "expire" },
  },
];

/** What pulls images of some repositories in one region. */
export const pullStatements = (from: {
  readonly accountId: string;
  readonly location: string;
  readonly repositories: readonly string[];
}): readonly Statement[] => [
  { Sid: "SignIn", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" }, // it knows no resources
  {
    Sid: "Pull",
    Effect: "Allow",
    Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    Resource: from.repositories.map(
      (name) => `arn:aws:ecr:${from.location}:${from.accountId}:repository/${name}`,
    ),
  },
];

export interface ImageRegistryProps {
  readonly accountId: string;

  /** Names of the repositories. */
  readonly repositories: readonly string[];

  /** The AWS region that images are pushed to. */
  readonly home: string;

  /** The AWS regions that get a copy. */
  readonly copies: readonly string[];

  /** How many images of a repository are kept. */
  readonly keepImages: number;
}

/**
 * Repositories in every region, so that none depends on another when a pod starts. What is pushed at home is copied to
 * the others. A tag never moves, every image is scanned when it arrives, and old ones go.
 */
export class ImageRegistry extends Construct {
  constructor(scope: Construct, id: string, props: ImageRegistryProps) {
    super(scope, id);
    const { repositories, home, copies } = props;

    // A copy would make a repository by itself, with AWS' defaults instead of these.
    const ids = idsFor(repositories, (name) => name.replaceAll("/", "-"));
    const made = [home, ...copies].flatMap((location) => {
      const place = new Construct(this, location);
      return [...ids].map(([name, id]) =>
        this.repository(new Construct(place, id), name, location, props.keepImages),
      );
    });
    if (copies.length === 0) return;
    new EcrReplicationConfiguration(this, "Replication", {
      region: home,
      replicationConfiguration: {
        rule: [
          {
            destination: copies.map((region) => ({ region, registryId: props.accountId })),
            repositoryFilter: repositories.map((filter) => ({ filter, filterType: "PREFIX_MATCH" })),
          },
        ],
      },
      dependsOn: made,
    });
  }

  private repository(scope: Construct, name: string, region: string, keepImages: number): EcrRepository {
    const repository = new EcrRepository(scope, "Resource", {
      name,
      region,
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [{ encryptionType: "AES256" }],
      forceDelete: false, // images are not Terraform's to lose
    });
    new EcrLifecyclePolicy(scope, "Lifecycle", {
      repository: repository.name,
      region,
      policy: JSON.stringify({ rules: lifecycleRules(keepImages) }),
    });
    return repository;
  }
}
