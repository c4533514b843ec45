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
