import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { InputError } from "../../rehearsal/input-error";
import { type Options, rehearse } from "../../rehearsal/rehearse";
import { PROJECT } from "./fixtures/command";
import { writeSynthesized } from "./fixtures/demo";
import { synthesizePlatform } from "./fixtures/platform";

jest.setTimeout(60_000); // Terraform runs, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "rehearse-input-"));
const folder = path.join(temporary, "cdktf.out");
const before = process.env["PATH"];

beforeAll(() => {
  fs.mkdirSync(folder);
  synthesizePlatform(folder);
});
afterEach(() => {
  process.env["PATH"] = before;
});
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

const refusal = async (options: Partial<Options>): Promise<string> => {
  const leftBefore = left();
  const error = await rehearse({ folder, environments: [], project: PROJECT, ...options }).catch(
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(InputError);
  expect(left()).toEqual(leftBefore);
  return (error as Error).message;
};

/** Temporary folders of this process' rehearsals. */
const left = () => fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith(`rehearsal-${process.pid}-`));

const schemas = (name: string, content: string): string => {
  const made = fs.mkdtempSync(path.join(temporary, "schemas-"));
  fs.writeFileSync(path.join(made, name), content);
  return made;
};

/** A work folder as the first version of the rehearsal left it. */
const older = (): string => {
  const made = fs.mkdtempSync(path.join(temporary, "older-"));
  fs.writeFileSync(path.join(made, ".rehearsal"), "made by a rehearsal; may be deleted\n");
  return made;
};

const fault = (type: string, workspace?: string) => [{ kind: "fail" as const, type, workspace }];

it.each<[string, Partial<Options>, RegExp]>([
  ["an unknown environment", { environments: ["nowhere"] }, /^unknown environment nowhere; known: demo$/],
  [
    "an unknown workspace",
    { faults: fault("azurerm_subnet", "demo-moon") },
    /^unknown workspace demo-moon; known: demo-network-eu, /,
  ],
  [
    "a fault for a type that is not there",
    { faults: fault("azurerm_subnett") },
    /^--fail azurerm_subnett: no such resource here; there are azurerm_linux/,
  ],
  [
    "a folder that was not synthesized",
    { folder: temporary },
    /manifest.json: not a readable cdktf manifest .* run 'npm run synth'$/,
  ],
  [
    "to work in a folder that holds something else",
    { work: temporary },
    /^--work .*: not empty, and no rehearsal made it; name a new or an empty folder$/,
  ],
  [
    "a work folder of another version",
    { work: older() },
    /: made by another version of the rehearsal \(format 1, this one has 3\); name a new folder$/,
  ],
  [
    "a file of exceptions that is not there",
    { exceptions: "/nowhere.yaml" },
    /^--exceptions \/nowhere.yaml: no such file$/,
  ],
  [
    "a mirror that is not there",
    { providers: "/nowhere" },
    /^--providers \/nowhere: no such folder; make one with/,
  ],
  ["no folder of schemas", { schemas: "/nowhere" }, /^--schemas \/nowhere: no such folder$/],
  ["a folder without schemas", { schemas: temporary }, /: no \*.json or \*.json.gz; write one with/],
  ["a corrupt schema file", { schemas: schemas("a.json", "{") }, /a.json: not a readable schema file/],
  [
    "a corrupt compressed schema file",
    { schemas: schemas("a.json.gz", "no gzip") },
    /a.json.gz: not a readable schema file \(incorrect header check\)/,
  ],
  ["a file that holds no schemas", { schemas: schemas("a.json", "{}") }, /a.json: no 'provider_schemas'/],
  [
    "an unsupported provider",
    { folder: writeSynthesized(path.join(temporary, "unsupported"), { "demo-one": {} }) },
    /^provider registry.terraform.io\/example\/demo: unsupported, there is no schema for it; install @cdktf\/provider-demo/,
  ],
])("refuses %s", async (_, options, says) => expect(await refusal(options)).toMatch(says));

/** A folder for the path with a `terraform` that says it is of this version, or with none. */
function pathWith(version?: string): string {
  const made = fs.mkdtempSync(path.join(temporary, "path-"));
  if (version) {
    const answer = JSON.stringify({ terraform_version: version });
    fs.writeFileSync(path.join(made, "terraform"), `#!/bin/sh\necho '${answer}'\n`, { mode: 0o755 });
  }
  return made;
}

it.each([
  [
    "no terraform on the path",
    undefined,
    /^terraform: no such program; install Terraform 1.11 or later, or set MERIDIAN_TERRAFORM$/,
  ],
  ["a Terraform that is too old", "1.10.5", /^terraform 1.10.5 is too old: 1.11 or later is needed$/],
])("refuses %s", async (_, version, says) => {
  process.env["PATH"] = pathWith(version);
  expect(await refusal({})).toMatch(says);
});

it("finds the bindings' blocks where Terraform wants attributes, in HCL", async () => {
  const hcl = path.join(temporary, "hcl");
  fs.mkdirSync(hcl);
  process.env["SYNTH_HCL_OUTPUT"] = "true";
  synthesizePlatform(hcl);
  delete process.env["SYNTH_HCL_OUTPUT"];
  const report = await rehearse({
    folder: hcl,
    environments: [],
    project: PROJECT,
    workspaces: ["demo-network-eu", "demo-network-us", "demo-dns"],
    destroy: false,
  });
  expect(report.workspaces.find(({ workspace }) => workspace === "demo-dns")).toMatchObject({
    step: "validate",
    findings: expect.arrayContaining([
      expect.objectContaining({ summary: "Unsupported block type", file: "stacks/demo-dns/cdk.tf" }),
    ]),
  });
});
