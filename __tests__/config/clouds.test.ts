import { clouds, everyCloud } from "../../config/clouds";
import type { Cloud } from "../../config/clouds/cloud";
import { deliveredByTerraform } from "../support/aws";

const all: readonly (readonly [string, Cloud])[] = Object.entries(clouds);

describe.each(all)("%s", (name, cloud) => {
  it("is called as its account is", () => {
    expect(cloud.account.shape.kind.value).toBe(name);
  });
});

it("gives every kind of everything one owner", () => {
  const kinds = everyCloud("clusters").map(({ schema }) => schema.shape.kind.value);
  expect(new Set(kinds).size).toBe(kinds.length);
});

describe("the rules of one cloud say nothing of another", () => {
  it("takes a VPC where K3s would have its pods", () => {
    expect(() =>
      deliveredByTerraform(({ regions }) => {
        Object.assign(regions["west"]?.network as object, { cidr: "10.42.0.0/16" });
      }),
    ).not.toThrow();
  });

  it("takes more clusters of EKS than Azure's networks have room for", () => {
    expect(() =>
      deliveredByTerraform(({ regions }) => {
        for (let n = 0; n < 17; n++)
          Object.assign(regions["west"]?.clusters as object, { [`west-${n}`]: { kind: "eks", role: "api" } });
      }),
    ).not.toThrow();
  });
});
