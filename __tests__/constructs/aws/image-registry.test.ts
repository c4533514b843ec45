import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrReplicationConfiguration } from "@cdktf/provider-aws/lib/ecr-replication-configuration";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { Testing } from "cdktf";
import { ImageRegistry, type ImageRegistryProps } from "../../../constructs/aws/image-registry";

const synth = (props: Partial<ImageRegistryProps>) =>
  Testing.synthScope((scope) => {
    new ImageRegistry(scope, "Registry", {
      accountId: "000000000000",
      repositories: ["meridian/api", "meridian/store"],
      home: "eu-central-1",
      copies: ["eu-west-2", "us-east-1"],
      keepImages: 5,
      ...props,
    });
  });

const count = (synthesized: string, type: string): number =>
  Object.keys(JSON.parse(synthesized).resource[type] ?? {}).length;

it("has every repository in every region, before anything is copied there", () => {
  const synthesized = synth({});
  expect(count(synthesized, EcrRepository.tfResourceType)).toBe(6);
  const [replication] = Object.values<{ depends_on: string[] }>(
    JSON.parse(synthesized).resource[EcrReplicationConfiguration.tfResourceType],
  );
  expect(replication?.depends_on).toHaveLength(6);
});

it("copies nothing where there is one region", () => {
  const synthesized = synth({ copies: [] });
  expect(count(synthesized, EcrRepository.tfResourceType)).toBe(2);
  expect(synthesized).not.toContain(EcrReplicationConfiguration.tfResourceType);
});

interface Rule {
  readonly rulePriority: number;
  readonly selection: {
    readonly tagStatus: "tagged" | "untagged" | "any";
    readonly tagPatternList?: readonly string[];
    readonly countType: "imageCountMoreThan" | "sinceImagePushed";
    readonly countNumber: number;
  };
}

interface Image {
  readonly name: string;
  readonly tags: readonly string[];
  /** Days since it was pushed. */
  readonly age: number;
}

const selects = ({ tagStatus, tagPatternList = [] }: Rule["selection"], { tags }: Image): boolean => {
  if (tagStatus === "any") return true;
  if (tagStatus === "untagged") return tags.length === 0;
  return tagPatternList.every((pattern) =>
    tags.some((tag) => new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(tag)),
  );
};

/** As ECR decides: rules mark by themselves, and the first rule that selects an image is the one that may remove it. */
function kept(rules: readonly Rule[], images: readonly Image[]): string[] {
  const ordered = [...rules].sort((one, other) => one.rulePriority - other.rulePriority);
  const marks = (rule: Rule): readonly Image[] => {
    const selected = images
      .filter((image) => selects(rule.selection, image))
      .sort((one, other) => one.age - other.age);
    const { countType, countNumber } = rule.selection;
    return countType === "imageCountMoreThan"
      ? selected.slice(countNumber)
      : selected.filter(({ age }) => age > countNumber);
  };
  return images
    .filter((image) => {
      const first = ordered.find(({ selection }) => selects(selection, image));
      return first === undefined || !marks(first).includes(image);
    })
    .map(({ name }) => name);
}

describe("what goes", () => {
  const rulesOf = (keepImages: number): readonly Rule[] => {
    const policies = Object.values<{ policy: string }>(
      JSON.parse(synth({ keepImages })).resource[EcrLifecyclePolicy.tfResourceType],
    );
    return JSON.parse(policies[0]?.policy ?? "{}").rules;
  };
  const pushes = (count: number): Image[] =>
    Array.from({ length: count }, (_, index) => ({ name: `push ${index}`, tags: [`c${index}`], age: index }));

  it("is not the image that runs, though none of the next deliveries were promoted", () => {
    const running = { name: "running", tags: ["abc"], age: 400 };
    expect(kept(rulesOf(100), [...pushes(99), running])).toContain("running");
    expect(kept(rulesOf(100), [...pushes(100), running])).not.toContain("running");
  });

  it("is never an image that is marked as running", () => {
    const running = { name: "running", tags: ["abc", "running-west"], age: 400 };
    expect(kept(rulesOf(20), [...pushes(200), running])).toContain("running");
  });

  it("is what has no tag, after two weeks", () => {
    const leftovers = [13, 15].map((age) => ({ name: `${age} days`, tags: [], age }));
    expect(kept(rulesOf(100), leftovers)).toEqual(["13 days"]);
  });
});
