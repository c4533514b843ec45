import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Policies } from "../../delivery/plan/policies";

const project = fs.mkdtempSync(path.join(os.tmpdir(), "policies-"));
afterAll(() => fs.rmSync(project, { recursive: true, force: true }));

const address = "azurerm_public_ip.Address";

/** What `terraform show -json` says of a plan. */
const planned = (after: object, unknown: object = {}, actions = ["create"]) =>
  JSON.stringify({
    resource_changes: [
      {
        address,
        mode: "managed",
        type: "azurerm_public_ip",
        change: {
          actions,
          after: {
            name: "a",
            location: "westeurope",
            sku: "Standard",
            allocation_method: "Static",
            ...after,
          },
          after_unknown: unknown,
        },
      },
    ],
  });

const judge =
  (plan: string, today = "2030-01-01") =>
  () =>
    Policies.of(project, today).refuseViolations("azure-network-eu", plan);

it("what the rehearsal's rules refuse blocks a plan, with rule and source", () => {
  expect(judge(planned({ allocation_method: "Sometimes" }))).toThrow(
    /^azurerm_public_ip\.Address: .*Sometimes.* \(rule azurerm_public_ip\/allocation_method, see https:/,
  );
});

it.each([
  ["good values", planned({})],
  ["a value that is not known yet", planned({ allocation_method: null }, { allocation_method: true })],
  ["something that is destroyed", planned({ allocation_method: "Sometimes" }, {}, ["delete"])],
])("%s block nothing", (_, plan) => {
  expect(judge(plan)).not.toThrow();
});

it("an exception accepts one, up to its last day", () => {
  const exception = [
    "exceptions:",
    "  - rule: azurerm_public_ip/allocation_method",
    "    workspace: azure-network-*",
    "    reason: the vendor takes the word since last week",
    "    until: 2030-01-31",
  ];
  fs.writeFileSync(path.join(project, "exceptions.yaml"), exception.join("\n"));
  const bad = planned({ allocation_method: "Sometimes" });
  expect(judge(bad, "2030-01-31")).not.toThrow();
  expect(judge(bad, "2030-02-01")).toThrow("azurerm_public_ip/allocation_method");
  fs.rmSync(path.join(project, "exceptions.yaml"));
});

describe("what a team chooses, in policies.yaml", () => {
  const write = (file: string, ...lines: string[]) =>
    fs.writeFileSync(path.join(project, file), lines.join("\n"));
  afterEach(() => {
    for (const file of ["policies.yaml", "exceptions.yaml"])
      fs.rmSync(path.join(project, file), { force: true });
  });

  it.each([
    ["tags: [team]", { tags: null }, "tags lacks team; expected team, each with a value"],
    ["tags: [team, cost]", { tags: { team: "" } }, "tags lack team, cost"],
    ["tags: [team]", { tags: {}, tags_all: { cost: "a" } }, "tags_all lacks team"],
    ["locations: [northeurope, us-*]", {}, "location is westeurope; expected one of northeurope, us-*"],
    ["sizes: ['Standard_B*']", { os: [{ size: "Standard_D2" }] }, "os.size is Standard_D2"],
    [
      "deletionProtection: required",
      { settings: [{ deletion_protection: false }] },
      "settings.deletion_protection is false",
    ],
    [
      "deletionProtection: required",
      { deletion_protection: null },
      "deletion_protection is null; expected true",
    ],
  ])("%s refuses %j", (policy, after, says) => {
    write("policies.yaml", policy);
    expect(judge(planned(after))).toThrow(`${address}: ${says}`);
  });

  it.each([
    ["tags: [team]", { tags: { team: "a" } }, {}],
    ["tags: [team]", { tags: null }, { tags: true }],
    ["tags: [team]", {}, {}],
    ["locations: [West Europe]", {}, {}],
    ["sizes: ['Standard_B*']", { os: [{ size: "Standard_B2s" }], types: ["large"] }, {}],
    ["deletionProtection: required", { deletion_protection: null }, { deletion_protection: true }],
  ])("%s allows %j, not known: %j", (policy, after, unknown) => {
    write("policies.yaml", policy);
    expect(judge(planned(after, unknown))).not.toThrow();
  });

  it("an exception accepts what a policy refuses, up to its day", () => {
    write("policies.yaml", "locations: [northeurope]");
    write(
      "exceptions.yaml",
      "exceptions:",
      "  - { rule: policy/locations, reason: moved with the next release, until: 2030-01-31 }",
    );
    expect(judge(planned({}), "2030-01-31")).not.toThrow();
    expect(judge(planned({}), "2030-02-01")).toThrow("policy/locations");
  });

  it("a file that is not sound is refused with everything that is wrong", () => {
    write("policies.yaml", "tags: team", "deletionProtection: on", "sizes: []");
    expect(judge(planned({}))).toThrow(
      /policies\.yaml: 3 problems\n {2}tags: expected a list of tags, such as \[team, cost-centre\]\n {2}sizes: expected at least one[^\n]*\n {2}deletionProtection: expected "required"/,
    );
  });
});
