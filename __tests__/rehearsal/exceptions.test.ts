import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Exceptions } from "../../rehearsal/exceptions";
import type { Finding } from "../../rehearsal/finding";

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "exceptions-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

const written = (yaml: string): string => {
  const file = path.join(fs.mkdtempSync(path.join(temporary, "file-")), "exceptions.yaml");
  fs.writeFileSync(file, yaml);
  return file;
};

const finding: Finding = {
  step: "validate",
  rule: "azurerm_subnet/address_prefixes",
  severity: "error",
  summary: "address_prefixes: '10.10.1.0' is not a network",
  detail: "",
  address: "azurerm_subnet.Nodes",
  file: "stacks/azure-network-eu/cdk.tf.json",
};

const ENTRY = `exceptions:
  - rule: azurerm_subnet/address_prefixes
    workspace: azure-network-*
    address: azurerm_subnet.Nodes
    reason: the subnet is made by hand until the migration is over
    until: 2031-06-30
`;

const read = (today: string) => Exceptions.read(written(ENTRY), today);

it("accepts a finding for a reason, up to and including its day", () => {
  expect(read("2031-06-30").accept("azure-network-eu", finding)).toMatch(/made by hand/);
});

it("accepts it no longer on the day after, and says so", () => {
  const exceptions = read("2031-07-01");
  expect(exceptions.accept("azure-network-eu", finding)).toBeUndefined();
  expect(exceptions.expired).toEqual([expect.objectContaining({ until: "2031-06-30" })]);
});

it.each<[string, string, Partial<Finding>]>([
  ["of another workspace", "azure-dns", {}],
  ["of a workspace whose name only ends so", "my-azure-network-eu", {}],
  ["of another rule", "azure-network-eu", { rule: "azurerm_subnet/name" }],
  ["of another address", "azure-network-eu", { address: "azurerm_subnet.NodesOfOthers" }],
  ["of no address", "azure-network-eu", { address: "" }],
])("accepts no finding %s", (_, workspace, change) => {
  expect(read("2030-01-01").accept(workspace, { ...finding, ...change })).toBeUndefined();
});

it("reports what accepted nothing in a workspace that it is about", () => {
  const exceptions = read("2030-01-01");
  expect(exceptions.unused(["azure-network-us"])).toHaveLength(1);
  expect(exceptions.unused(["local-pki"])).toEqual([]);
  exceptions.accept("azure-network-eu", finding);
  expect(exceptions.unused(["azure-network-us"])).toEqual([]);
});

const entry = (...lines: string[]) => `exceptions:\n  - ${lines.join("\n    ")}\n`;
const WHY = ["reason: nobody else can reach it", "until: 2031-06-30"];

it.each([
  [
    "a rule that does not exist",
    entry("rule: azurerm_subnet/adress_prefixes", ...WHY),
    /exceptions\.0\.rule: no rule "azurerm_subnet\/adress_prefixes"; expected the rule as the report names it/,
  ],
  [
    "a rule of a type that does not exist",
    entry("rule: azurerm_submet/address_prefixes", ...WHY),
    /no rule "azurerm_submet/,
  ],
  [
    "an error of Terraform itself",
    entry("rule: terraform", ...WHY),
    /Terraform's own errors and warnings .* repaired/,
  ],
  [
    "no reason",
    entry("rule: secret", "until: 2031-06-30"),
    /exceptions\.0\.reason: expected why the finding does no harm/,
  ],
  [
    "no day",
    entry("rule: secret", "reason: nobody else can reach it"),
    /exceptions\.0\.until: expected the last day on which it holds, such as/,
  ],
  [
    "a day that is none",
    entry("rule: secret", "reason: nobody else can reach it", "until: 2031-02-30"),
    /exceptions\.0\.until: expected the last day/,
  ],
  ["a misspelt key", entry("rule: secret", "workspaces: local-pki", ...WHY), /exceptions\.0: .*"workspaces"/],
  ["what is no list", "exceptions: all\n", /exceptions: expected a list/],
  ["what is not YAML", "exceptions: [\n", /not YAML/],
])("refuses %s", (_, yaml, says) => expect(() => Exceptions.read(written(yaml))).toThrow(says));

it("reports everything that is wrong in the file at once", () => {
  const file = written(`${ENTRY}  - rule: nothing\n    reason: short\n    until: soon\n`);
  expect(() => Exceptions.read(file)).toThrow(
    /3 problems\n {2}exceptions\.1\.rule.*\n {2}exceptions\.1\.reason.*\n {2}exceptions\.1\.until/,
  );
});

it("refuses a file that is not there", () =>
  expect(() => Exceptions.read(path.join(temporary, "none.yaml"))).toThrow(/none\.yaml: no such file$/));
