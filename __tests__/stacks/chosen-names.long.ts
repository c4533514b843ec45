import "../../stacks/workspace/creation-traces"; // else every token keeps the text of its stack
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { App, TerraformElement } from "cdktf";
import { AWS_REGIONS } from "../../config/clouds/aws/regions";
import { parseEnvironment } from "../../config/parse";
import { TAKEN_VARIABLES } from "../../config/schema/container";
import type { EnvironmentInput } from "../../config/schema/environment";
import { definePlatform } from "../../stacks/platform";
import { environments } from "../fixtures/environments";

type Regions = EnvironmentInput["regions"];
type Workloads = EnvironmentInput["workloads"];

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-names-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Every construct id in the output of an environment that a person could choose as a name too, in small letters. */
function idsIn(input: EnvironmentInput): readonly string[] {
  const app = new App({ outdir: path.join(folder, "unused") });
  definePlatform(app, parseEnvironment(input, input.name));
  const ids = app.node.findAll().map(({ node }) => node.id.toLowerCase());
  return [...new Set(ids)].filter((id) => /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,29}$/.test(id));
}

/** Regions and clusters by these names: an `api` cluster in each, and the edge in the first where there is one. */
function regionsCalled(names: readonly string[], regions: Regions): Regions {
  const clusters = Object.values(regions).flatMap((region) => Object.values(region.clusters));
  const [api] = clusters.filter(({ role }) => role === "api");
  const [edge] = clusters.filter(({ role }) => role === "edge");
  const { network } = Object.values(regions)[0] ?? {};
  const [edgeName, ...others] = names;
  const called = (name: string, cluster: typeof api, address: number) =>
    cluster && {
      [name]:
        cluster.kind === "existing"
          ? { ...cluster, host: `api.${name}`, address: `192.168.56.${address}` }
          : cluster,
    };
  return Object.fromEntries(
    others.map((name, index) => [
      name,
      {
        ...(network === undefined
          ? {}
          : { network: { ...network, ...placeOf(network.kind, index), cidr: `10.${64 + index}.0.0/16` } }),
        clusters: {
          ...called(others[(index + 1) % others.length] as string, api, index + 10),
          ...(index === 0 && edge ? called(edgeName as string, edge, 9) : {}),
        },
      },
    ]),
  ) as Regions;
}

/** With other regions, of which the first is home where the cloud has one. */
function withRegions(input: EnvironmentInput, names: readonly string[]): EnvironmentInput {
  const regions = regionsCalled(names, input.regions);
  const { infrastructure } = input;
  const [home] = Object.keys(regions);
  return {
    ...input,
    regions,
    infrastructure: infrastructure.kind === "aws" ? { ...infrastructure, home } : infrastructure,
  };
}

function placeOf(kind: string, index: number) {
  if (kind === "aws") return { location: AWS_REGIONS[index], zones: 2 };
  if (kind !== "gcp") return {};
  const services = `172.${16 + (index % 16)}.${16 * Math.floor(index / 16)}.0/20`;
  return { pods: `10.${128 + index}.0.0/16`, services };
}

/** Workloads by these names, the first with a service by each of them, and all with a secret in a variable by each. */
function workloadsCalled(names: readonly string[], [workload]: Workloads): Workloads {
  const [service] = workload?.services ?? [];
  if (!workload || !service) throw new Error("the environment has no service");
  const { canary: _, ...internal } = { ...service, exposure: "none" as const };
  const variables = names.filter((name) => !name.includes("-") && !TAKEN_VARIABLES.test(name));
  const secrets = Object.fromEntries(variables.map((name) => [`SECRET_${name.toUpperCase()}`, name]));
  return names.map((name, index) => ({
    ...workload,
    name,
    namespace: `a-${name}`,
    services: (index === 0 ? names : [name]).map((each) => ({
      ...(index === 0 && each === name ? service : internal),
      name: each,
      secrets,
    })),
  }));
}

/** What has the address of something else in its workspace: it would be lost when that is written. */
function lost(input: EnvironmentInput): readonly string[] {
  const app = new App({ outdir: path.join(folder, "unused") });
  definePlatform(app, parseEnvironment(input, input.name));
  return app.node.children.flatMap((stack) => {
    const taken = new Set<string>();
    return stack.node.findAll().flatMap((element) => {
      const address = addressOf(element);
      if (address === undefined || !taken.has(address)) taken.add(address ?? "");
      else return [`${address} in ${stack.node.id}`];
      return [];
    });
  });
}

function addressOf(element: unknown): string | undefined {
  if (!TerraformElement.isTerraformElement(element)) return undefined;
  const { terraformResourceType = element.constructor.name } = element as { terraformResourceType?: string };
  return `${terraformResourceType}.${element.friendlyUniqueId}`;
}

describe.each(Object.entries(environments))(
  "in %s no name is taken by the platform's constructs",
  (_, shipped) => {
    const input = structuredClone(shipped) as EnvironmentInput;
    if (input.balancer.kind === "traefik") input.balancer.routing = { kind: "round-robin" };
    for (const region of Object.values(input.regions)) delete region.countries;
    let ids: readonly string[];
    beforeAll(() => {
      ids = idsIn(input);
    });

    it("no region's and no cluster's", () => {
      const short = ids.filter((id) => id.length <= 12 && !id.endsWith("-private"));
      expect(short.length).toBeGreaterThan(10);
      for (let from = 0; from < short.length; from += AWS_REGIONS.length) {
        const names = short.slice(from, from + AWS_REGIONS.length);
        expect(lost(withRegions(input, names))).toEqual([]);
      }
    });

    it("no workload's, no service's and no secret's", () => {
      expect(ids.length).toBeGreaterThan(20);
      const workloads = workloadsCalled(ids, input.workloads);
      expect(lost({ ...withRegions(input, ["lb", "eu"]), workloads })).toEqual([]);
    });
  },
);
