import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { bringUp, type Report, rehearse } from "../../rehearsal/rehearse";
import { upgradeText } from "../../rehearsal/report/upgrade";
import { Upgrade } from "../../rehearsal/upgrade";
import type { Body } from "./defects/output";
import { PROJECT } from "./fixtures/command";
import { writeSynthesized } from "./fixtures/demo";

jest.setTimeout(60_000); // Terraform runs, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "upgrade-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

const GROUP = "${azurerm_resource_group.Group.name}";

/** A network, and a node that reads it; with what a test changes. */
function synthesized(
  name: string,
  change: (workspaces: Record<string, Body>) => void = () => undefined,
): string {
  const workspace = (id: string, content: object) => ({
    terraform: {
      required_providers: {
        azurerm: { source: "hashicorp/azurerm" },
        random: { source: "hashicorp/random" },
      },
      backend: { local: { path: `../../../state/${id}.tfstate` } },
    },
    provider: { azurerm: [{ features: [{}] }] },
    variable: { token: { type: "string", sensitive: true } },
    ...content,
  });
  const workspaces: Record<string, Body> = {
    "demo-network-eu": workspace("demo-network-eu", {
      resource: {
        azurerm_resource_group: { Group: { name: "demo", location: "westeurope" } },
        azurerm_virtual_network: {
          Network: {
            name: "demo",
            location: "westeurope",
            resource_group_name: GROUP,
            address_space: ["10.10.0.0/16"],
          },
        },
        azurerm_public_ip: {
          Address: {
            name: "demo",
            location: "westeurope",
            resource_group_name: GROUP,
            sku: "Standard",
            allocation_method: "Static",
            tags: { team: "a" },
          },
        },
      },
    }),
    "demo-node-eu": workspace("demo-node-eu", {
      resource: {
        random_password: { Admin: { length: 32 } },
        terraform_data: { Used: { input: "${var.token}" } },
      },
    }),
  };
  change(workspaces);
  return writeSynthesized(path.join(temporary, name, "cdktf.out"), workspaces);
}

const base = { environments: [], project: PROJECT };
let before: string;
beforeAll(async () => {
  before = path.join(temporary, "before");
  expect(await bringUp({ ...base, folder: synthesized("earlier"), work: before })).toEqual([]);
});

let count = 0;
async function upgraded(
  change: (workspaces: Record<string, Body>) => void,
  allow: string[] = [],
): Promise<Report> {
  const name = `later-${count++}`;
  const work = path.join(temporary, name, "work");
  fs.cpSync(before, work, { recursive: true });
  return rehearse({
    ...base,
    folder: synthesized(name, change),
    work,
    destroy: false,
    upgrade: new Upgrade(allow),
  });
}

const changesOf = (report: Report) => report.workspaces.flatMap(({ changes = [] }) => changes);
const address = (workspaces: Record<string, Body>) =>
  workspaces["demo-network-eu"].resource.azurerm_public_ip.Address;

it("the same configuration changes nothing, not even where secrets are marked", async () => {
  const report = await upgraded(() => undefined);
  expect(changesOf(report)).toEqual([]);
  expect([report.ok, report.orphans]).toEqual([true, []]);
  expect(upgradeText("main", report)).toBe("upgrade of main\nnothing changes");
});

it("what can be changed is changed", async () => {
  const report = await upgraded((workspaces) => {
    address(workspaces).tags.team = "b";
  });
  expect(changesOf(report)).toEqual([
    { address: "azurerm_public_ip.Address", action: "update", attributes: ["tags"], because: [] },
  ]);
  expect(report.ok).toBe(true);
});

describe("what cannot", () => {
  const LOST = "demo-network-eu/azurerm_public_ip.Address";
  const basic = (workspaces: Record<string, Body>) => {
    address(workspaces).sku = "Basic";
  };

  it("is replaced, and fails the upgrade where something is lost with it", async () => {
    const report = await upgraded(basic);
    expect(report.ok).toBe(false);
    expect(changesOf(report)).toEqual([
      expect.objectContaining({
        action: "replace",
        because: ["sku"],
        loses: expect.stringMatching(/^the address that users/),
      }),
    ]);
    expect(report.workspaces[0]?.findings).toEqual([
      expect.objectContaining({
        step: "upgrade",
        rule: "loss",
        address: "azurerm_public_ip.Address",
        summary: expect.stringMatching(/^is replaced because of sku, and with it goes the address/),
        detail: `if that is meant, allow it: --allow ${LOST}`,
      }),
    ]);
    expect(upgradeText("main", report)).toMatch(
      /demo-network-eu: 1 replaced\n {2}azurerm_public_ip.Address: replaced \(sku\)/,
    );
  });

  it("may go where it is allowed by its full name", async () => {
    const report = await upgraded(basic, [LOST]);
    expect(report.ok).toBe(true);
    expect(report.workspaces[0]?.findings).toEqual([
      expect.objectContaining({ rule: "loss", accepted: "allowed by --allow" }),
    ]);
  });

  it("may not go where something else is allowed, and that is said", async () => {
    const report = await upgraded(basic, ["azurerm_public_ip.Address"]);
    expect(report.ok).toBe(false);
    expect(report.unusedAllowances).toEqual(["azurerm_public_ip.Address"]);
  });
});

it("what is replaced takes along what hangs on it, though that loses nothing", async () => {
  const report = await upgraded((workspaces) => {
    const { resource } = workspaces["demo-network-eu"];
    resource.azurerm_resource_group.Group.name = "other";
  });
  const actions = changesOf(report).map(({ address, action, because }) => [address, action, because]);
  expect(actions).toEqual([
    ["azurerm_public_ip.Address", "replace", ["resource_group_name"]],
    ["azurerm_resource_group.Group", "replace", ["name"]],
    ["azurerm_virtual_network.Network", "replace", ["resource_group_name"]],
  ]);
  expect(report.workspaces[0]?.findings.map(({ address }) => address)).toEqual([
    "azurerm_public_ip.Address",
    "azurerm_resource_group.Group",
  ]);
});

it("a resource that is no longer there is destroyed, with what it holds", async () => {
  const report = await upgraded((workspaces) => delete workspaces["demo-node-eu"].resource.random_password);
  expect(changesOf(report)).toEqual([
    expect.objectContaining({ address: "random_password.Admin", action: "delete" }),
  ]);
  expect(report.workspaces[1]?.findings).toEqual([
    expect.objectContaining({
      rule: "loss",
      summary: "is destroyed, and with it goes the password that others were given",
    }),
  ]);
});

it("a provider that is needed for nothing else is needed to destroy", async () => {
  const report = await upgraded((workspaces) => {
    delete workspaces["demo-node-eu"].resource.random_password;
    delete workspaces["demo-node-eu"].terraform.required_providers.random;
  });
  expect(changesOf(report)).toEqual([expect.objectContaining({ action: "delete" })]);
  expect(report.workspaces[1]?.findings.map(({ rule }) => rule)).toEqual(["loss"]);
});

it("a resource that is moved is neither", async () => {
  const report = await upgraded((workspaces) => {
    const { resource } = workspaces["demo-node-eu"];
    resource.random_password = { Owner: resource.random_password.Admin };
    workspaces["demo-node-eu"].moved = [{ from: "random_password.Admin", to: "random_password.Owner" }];
  });
  expect(changesOf(report)).toEqual([
    expect.objectContaining({
      address: "random_password.Owner",
      previousAddress: "random_password.Admin",
      action: "move",
    }),
  ]);
  expect(report.ok).toBe(true);
});

it("an update of a type that nothing is known of may be a replacement, and that is said", async () => {
  const work = path.join(temporary, "unknown/work");
  const folder = (index: number, asked: string) =>
    writeSynthesized(path.join(temporary, `unknown/${index}/cdktf.out`), {
      "demo-one": { resource: { demo_everything: { it: { name: asked, listed: [{ asked: "a" }] } } } },
    });
  const project = path.join(temporary, "unknown/project");
  fs.mkdirSync(path.join(project, "constructs"), { recursive: true });
  fs.copyFileSync(
    path.join(__dirname, "fixtures/demo.schema.json"),
    path.join(project, "constructs/demo.schema.json"),
  );
  expect(await bringUp({ environments: [], project, folder: folder(1, "a"), work })).toEqual([]);
  const report = await rehearse({
    environments: [],
    project,
    folder: folder(2, "b"),
    work,
    destroy: false,
    upgrade: new Upgrade([]),
  });
  expect(changesOf(report)).toEqual([expect.objectContaining({ action: "update", uncertain: true })]);
  expect(upgradeText("main", report)).toMatch(
    /demo_everything.it: changed, or replaced: what replaces its type is not known/,
  );
});

it("a state that no workspace owns any longer is named, with what lives on in it", async () => {
  const report = await upgraded((workspaces) => delete workspaces["demo-node-eu"]);
  expect(report.orphans).toEqual([
    {
      workspace: "demo-node-eu",
      addresses: ["random_password.Admin", "terraform_data.Used"],
      holds: ["the password that others were given"],
    },
  ]);
  expect(upgradeText("main", report)).toMatch(
    /demo-node-eu: no workspace owns this state any longer; 2 resources live on in it/,
  );
});

it("an earlier configuration that cannot be brought up says why", async () => {
  const folder = synthesized("broken", (workspaces) => {
    workspaces["demo-node-eu"].resource.random_password.Admin.length = "long";
  });
  expect(await bringUp({ ...base, folder, work: path.join(temporary, "broken/work") })).toEqual([
    expect.stringMatching(/^demo-node-eu: Incorrect attribute value type\n/),
  ]);
});
