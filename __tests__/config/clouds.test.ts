import fs from "node:fs";
import path from "node:path";
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

describe("the namespace of a workload", () => {
  it.each([
    ...["default", "kube-system", "monitoring", "traefik", "projectcontour"],
    ...["flux-system", "flagger-system", "cert-manager", "node-exporter", "argocd"],
  ])("cannot be %s, which is taken", (namespace) => {
    expect(() =>
      deliveredByTerraform(({ workloads }) => {
        for (const workload of workloads) workload.namespace = namespace;
      }),
    ).toThrow(`workloads[0].namespace: "${namespace}" belongs to the cluster or the platform`);
  });

  it("cannot be any that a construct makes", () => {
    const made = sources("constructs").flatMap((file) =>
      [...fs.readFileSync(file, "utf8").matchAll(/new Namespace\([^;]*?name: ("[^"]*"|[\w.]+)/g)].map(
        ([, name]) => name,
      ),
    );
    expect(made.length).toBeGreaterThan(5);
    expect(made.filter((name) => name?.startsWith('"'))).toEqual([]);
  });
});

const sources = (room: string): readonly string[] => {
  const folder = path.join(__dirname, "../..", room);
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.join(folder, file));
};
