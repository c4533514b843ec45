import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { EnvironmentInput } from "../../config/schema/environment";
import { type Options, rehearse } from "../../rehearsal/rehearse";
import { synthesize } from "../../stacks/synthesis";
import { environment, resourcesOf, synthesizeToMemory } from "../support/synth";

jest.setTimeout(300_000); // Terraform applies a whole environment, twice

type Name = "aws" | "azure";
type Change = (input: EnvironmentInput) => void;

const page = fs.readFileSync(path.join(__dirname, "../../docs/recovery.md"), "utf8");

/** A section of the page, by its title. */
const section = (title: string): string =>
  page
    .split(/^## /m)
    .find((text) => text.startsWith(`${title}\n`))
    ?.split(/^## /m)[0] ?? "";

const workspacesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/`((?:aws|azure)-[a-z0-9-]+)`/g)].map(([, id]) => id as string)),
];

const synth = (name: Name, change?: Change) => synthesizeToMemory([environment(name, change)]).workspaces;
const before = { aws: synth("aws"), azure: synth("azure") };

/** Workspaces that a change adds to, removes from, or makes otherwise. */
function changed(name: Name, change: Change): readonly string[] {
  const after = synth(name, change);
  return [...new Set([...Object.keys(before[name]), ...Object.keys(after)])]
    .filter((id) => JSON.stringify(before[name][id]) !== JSON.stringify(after[id]))
    .sort();
}

it("evacuates a region of aws by one workspace, in which only its dial changes", () => {
  const dial: Change = (input) => {
    input.balancer = {
      kind: "global-accelerator",
      routing: { kind: "nearest", endpoints: { west: { dial: 0 } } },
    };
  };
  expect(changed("aws", dial)).toEqual(["aws-global-lb"]);
  expect(section("Evacuate a region that still answers")).toContain("stacks/aws-global-lb apply");
  const groups = resourcesOf(synth("aws", dial)["aws-global-lb"], "aws_globalaccelerator_endpoint_group");
  expect(
    Object.fromEntries(
      groups.map((group) => [group["endpoint_group_region"], group["traffic_dial_percentage"] ?? 100]),
    ),
  ).toEqual({ "eu-central-1": 100, "eu-west-2": 0 });
});

it("cannot plan the accelerator of aws while a region's bucket is away: the page says what to do instead", () => {
  const regional = synth("aws", (input) => {
    input.state = { kind: "s3", bucket: "example-state", location: "eu-west-1", regional: true };
  });
  const { terraform_remote_state: states = {} } = regional["aws-global-lb"]?.data ?? {};
  const bucketOf = (id: string) => (states[id]?.["config"] as { bucket?: string } | undefined)?.bucket;
  expect(bucketOf("aws-cluster-addons-west")).not.toBe(bucketOf("aws-cluster-addons-central"));
  expect(section("A region is gone")).toContain("update-endpoint-group");
});

it("removes a region of aws that is gone for good by the workspaces that the page names, besides its own", () => {
  const ids = changed("aws", (input) => {
    delete input.regions["west"];
  });
  const named = /only ([^.]*) change\./.exec(section("A region is gone"))?.[1] ?? "";
  const others = [...named.matchAll(/`([a-z-]+)`/g)].map(([, kind]) => `aws-${kind}`);
  expect(ids.filter((id) => !id.endsWith("-west"))).toEqual(others.sort());
});

it("moves the home of aws by the workspaces that the page names", () => {
  const ids = changed("aws", (input) => {
    Object.assign(input.infrastructure, { home: "west" });
  });
  const [first = ""] = section("The home region of `aws` is gone").split("\n2. ");
  expect(ids).toEqual([...workspacesIn(first)].sort());
});

it("builds the edge of azure elsewhere by the workspaces that the page names, besides those of the lost region", () => {
  const ids = changed("azure", (input) => {
    const { eu, us } = input.regions;
    const { lb, ...rest } = eu?.clusters ?? {};
    if (eu && us && lb) [eu.clusters, us.clusters] = [rest, { ...us.clusters, lb }];
  });
  const named = workspacesIn(section("The edge of `azure` is gone"));
  expect(ids.filter((id) => !id.endsWith("-eu"))).toEqual(named.filter((id) => ids.includes(id)).sort());
});

describe("azure, while a region is gone", () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-recovery-"));
  const folder = path.join(root, "cdktf.out");
  const { workspaces } = synthesize([environment("azure")], { outdir: folder, hcl: false });
  afterAll(() => fs.rmSync(root, { recursive: true }));

  /** Monitoring is no part of what users are served. */
  const run = async (more: Partial<Options>) => {
    const report = await rehearse({
      folder,
      environments: [],
      project: path.join(__dirname, "../.."),
      workspaces: workspaces.map(({ id }) => id).filter((id) => !id.includes("-monitoring-")),
      work: path.join(root, "work"),
      ...more,
    });
    return Object.fromEntries(report.workspaces.map(({ workspace, outcome }) => [workspace, outcome]));
  };

  it("brings up everything that serves the others, and goes on where it stopped once the region answers", async () => {
    const lost = await run({
      faults: [{ kind: "fail", type: "azurerm_linux_virtual_machine", workspace: "azure-k3s-node-us" }],
    });
    expect(lost).toMatchObject({ "azure-k3s-node-us": "failed", "azure-api-deploy-us": "skipped" });
    const { "azure-k3s-node-us": _, "azure-api-deploy-us": __, ...others } = lost;
    expect(Object.keys(others)).toContain("azure-global-lb");
    expect(new Set(Object.values(others))).toEqual(new Set(["passed"]));

    expect(new Set(Object.values(await run({})))).toEqual(new Set(["passed"]));
  });
});
