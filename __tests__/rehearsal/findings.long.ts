import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Options, type Report, rehearse } from "../../rehearsal/rehearse";
import { PROJECT } from "./fixtures/command";
import { writeSynthesized } from "./fixtures/demo";

jest.setTimeout(60_000); // Terraform runs, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "findings-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

const terraform = (id: string) => ({
  required_providers: { azurerm: { source: "hashicorp/azurerm" } },
  backend: { local: { path: `../../../state/${id}.tfstate` } },
});
const group = (name: string) => ({ name, location: "westeurope" });
const network = (name: string, cidr: string) => ({
  name,
  location: "westeurope",
  resource_group_name: "${azurerm_resource_group.Group.name}",
  address_space: [cidr],
});

/** Two workspaces, the second on the first; both with values that a cloud would refuse. */
const folder = writeSynthesized(
  path.join(temporary, "cdktf.out"),
  {
    "demo-network-eu": {
      terraform: terraform("demo-network-eu"),
      provider: { azurerm: [{ features: [{}] }] },
      resource: {
        azurerm_resource_group: { Group: group("demo.") },
        azurerm_virtual_network: { Network: network("demo-network", "10.10.0.1/16") },
      },
      output: { group: { value: "${azurerm_resource_group.Group.name}" } },
    },
    "demo-node-eu": {
      terraform: terraform("demo-node-eu"),
      provider: { azurerm: [{ features: [{}] }] },
      data: {
        terraform_remote_state: {
          network: { backend: "local", config: { path: "../../../state/demo-network-eu.tfstate" } },
        },
      },
      resource: {
        azurerm_virtual_network: {
          Network: {
            ...network("demo-node", "10.20.0.1/16"),
            resource_group_name: "${data.terraform_remote_state.network.outputs.group}",
          },
        },
      },
    },
  },
  { "demo-node-eu": ["demo-network-eu"] },
);

const run = (options: Partial<Options> = {}) =>
  rehearse({ folder, environments: [], project: PROJECT, ...options });

const of = (report: Report, id: string) => report.workspaces.find(({ workspace }) => workspace === id);

describe("what a cloud would refuse", () => {
  let report: Report;
  beforeAll(async () => {
    report = await run();
  });

  it("is found everywhere at once, each thing once", () => {
    expect(report.ok).toBe(false);
    expect(
      report.workspaces.flatMap(({ workspace, findings }) => findings.map(({ rule }) => [workspace, rule])),
    ).toEqual([
      ["demo-network-eu", "azurerm_resource_group/name"],
      ["demo-network-eu", "azurerm_virtual_network/address_space"],
      ["demo-node-eu", "azurerm_virtual_network/address_space"],
    ]);
  });

  it("is told with address, place, lines and source", () => {
    expect(of(report, "demo-node-eu")?.findings).toEqual([
      {
        step: "validate",
        rule: "azurerm_virtual_network/address_space",
        severity: "error",
        summary: expect.stringMatching(/^address_space: '10\.20\.0\.1\/16' is not a network such as/),
        detail: "",
        source: expect.stringMatching(/^https:\/\/learn\.microsoft\.com\//),
        address: "azurerm_virtual_network.Network",
        file: "stacks/demo-node-eu/cdk.tf.json",
        snippet: expect.objectContaining({ code: expect.stringContaining('"10.20.0.1/16"') }),
      },
    ]);
  });

  it("fails the workspace, and all is taken down all the same", () => {
    expect(of(report, "demo-network-eu")).toMatchObject({
      outcome: "failed",
      step: "validate",
      destroyed: "yes",
    });
  });
});

it("what is accepted does not fail a rehearsal, and keeps its reason", async () => {
  const exceptions = path.join(temporary, "exceptions.yaml");
  const entry = (rule: string) =>
    `  - rule: ${rule}\n    reason: Azure takes it in this subscription\n    until: 2999-12-31\n`;
  const rules = ["azurerm_resource_group/name", "azurerm_virtual_network/address_space", "secret"];
  fs.writeFileSync(exceptions, `exceptions:\n${rules.map(entry).join("")}`);
  const report = await run({ exceptions });
  expect(report.ok).toBe(true);
  expect(report.workspaces.flatMap(({ findings }) => findings)).toEqual(
    Array(3).fill(expect.objectContaining({ accepted: "Azure takes it in this subscription" })),
  );
  expect(report.exceptions).toMatchObject({ unused: [{ rule: "secret" }], expired: [] });
});

it("what the team does not allow is found, and an exception accepts it", async () => {
  const exceptions = path.join(temporary, "exceptions.yaml");
  const entry = (rule: string) =>
    `  - rule: ${rule}\n    reason: the team knows of it\n    until: 2999-12-31\n`;
  const rules = ["azurerm_resource_group/name", "azurerm_virtual_network/address_space", "policy/tags"];
  const policies = { tags: ["team"] };
  fs.writeFileSync(exceptions, `exceptions:\n${rules.slice(0, 2).map(entry).join("")}`);
  const refused = await run({ exceptions, policies });
  expect(refused.ok).toBe(false);
  const found = refused.workspaces.flatMap(({ findings }) => findings.filter((each) => !each.accepted));
  expect(found[0]).toMatchObject({ rule: "policy/tags", step: "plan", source: "policies.yaml" });
  fs.writeFileSync(exceptions, `exceptions:\n${rules.map(entry).join("")}`);
  expect((await run({ exceptions, policies })).ok).toBe(true);
});

it("an error of Terraform comes with its lines and with what is in them", async () => {
  const broken = writeSynthesized(path.join(temporary, "broken/cdktf.out"), {
    "demo-one": {
      terraform: terraform("demo-one"),
      provider: { azurerm: [{ features: [{}] }] },
      variable: { places: { type: "list(string)", default: ["westeurope"] } },
      resource: { azurerm_resource_group: { Group: { name: "demo", location: "${var.places.first}" } } },
    },
  });
  const { workspaces } = await rehearse({ folder: broken, environments: [], project: PROJECT });
  expect(workspaces[0]?.findings).toEqual([
    expect.objectContaining({
      rule: "terraform",
      address: "azurerm_resource_group.Group",
      summary: "Unsupported attribute",
      snippet: expect.objectContaining({
        line: expect.any(Number),
        context: expect.stringContaining("azurerm_resource_group.Group"),
        code: expect.stringContaining("var.places.first"),
        values: [{ traversal: "var.places", statement: expect.stringContaining("list of string") }],
      }),
    }),
  ]);
});

it("what came out differently when it was synthesized again is found, with both", async () => {
  const again = path.join(temporary, "again");
  fs.cpSync(folder, again, { recursive: true });
  const file = path.join(again, "stacks/demo-network-eu/cdk.tf.json");
  fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("westeurope", "WestEurope"));
  const report = await run({ again: Promise.resolve(again), workspaces: ["demo-network-eu"] });
  expect(of(report, "demo-network-eu")?.findings[0]).toMatchObject({
    step: "synthesis",
    rule: "deterministic",
    file: "stacks/demo-network-eu/cdk.tf.json",
    snippet: { code: 'first "location": "westeurope"\nagain "location": "WestEurope"' },
  });
});
