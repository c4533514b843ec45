import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { InputError } from "../../../rehearsal/input-error";
import { Mirror } from "../../../rehearsal/providers/mirror";
import { rehearse } from "../../../rehearsal/rehearse";
import { useCacheIn } from "../fixtures/cache";
import { demoProject, writeSynthesized } from "../fixtures/demo";
import { PLATFORM, writeProgram } from "../fixtures/program";

jest.setTimeout(60_000); // Terraform runs, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "real-providers-"));
const project = demoProject(temporary);
useCacheIn(temporary);
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

let count = 0;
const folderWith = (name: string, terraform: object = {}): string =>
  writeSynthesized(path.join(temporary, `${count++}/cdktf.out`), {
    "demo-one": {
      terraform: {
        required_providers: { demo: { source: "example/demo", ...terraform } },
        backend: { local: { path: "../../../state/demo-one.tfstate" } },
      },
      resource: { demo_everything: { it: { name, listed: [{ asked: "a" }] } } },
    },
  });

const mirrorOf = (...versions: string[]) => {
  const providers = path.join(temporary, `mirror-${count++}`);
  const asked = versions.map((version) => writeProgram(providers, version));
  return { providers, asked: asked[0] as () => number };
};

const run = (folder: string, providers: string) =>
  rehearse({ folder, environments: [], project, providers, destroy: false });

it("the provider's own program says what it does not take, beside what the emulated life finds", async () => {
  const { providers } = mirrorOf("1.2.3");
  const report = await run(folderWith("refused", { version: "~> 1.2" }), providers);
  expect(report.workspaces[0]).toMatchObject({ outcome: "failed", applied: 1, real: ["demo 1.2.3"] });
  expect(report.workspaces[0]?.findings).toEqual([
    expect.objectContaining({
      step: "real validate",
      rule: "terraform",
      address: "demo_everything.it",
      summary: "Invalid name",
      detail: "the program itself says so",
    }),
  ]);
});

it("is not asked again until the workspace or the mirror changes", async () => {
  const { providers, asked } = mirrorOf("1.2.3");
  const folder = folderWith("taken");
  expect((await run(folder, providers)).ok).toBe(true);
  expect(asked()).toBe(1);
  expect((await run(folder, providers)).ok).toBe(true);
  expect(asked()).toBe(1);
  expect((await run(folderWith("taken too"), providers)).ok).toBe(true);
  expect(asked()).toBe(2);
  writeProgram(providers, "1.2.4");
  expect((await run(folder, providers)).workspaces[0]?.real).toEqual(["demo 1.2.4"]);
  expect(asked()).toBe(3);
});

it("what was refused is asked again: nobody should have to trust a cache about an error", async () => {
  const { providers, asked } = mirrorOf("1.2.3");
  const folder = folderWith("refused");
  await run(folder, providers);
  await run(folder, providers);
  expect(asked()).toBe(2);
});

it("a provider that the mirror lacks is emulated, and the report says so", async () => {
  const { providers } = mirrorOf("1.2.3");
  const report = await run(folderWith("refused", { version: "2.0.0" }), providers);
  expect(report.ok).toBe(true);
  expect(report.missingProviders).toEqual(["demo 2.0.0: the mirror has 1.2.3"]);
});

it.each([
  [
    "that does not exist",
    () => path.join(temporary, "nowhere"),
    /^--providers .*nowhere: no such folder; make one with/,
  ],
  [
    "that holds no provider",
    () => fs.mkdtempSync(path.join(temporary, "empty-")),
    /holds no provider for \w+_\w+, as <host>/,
  ],
])("refuses a mirror %s", (_, folder, says) => {
  expect(() => Mirror.open(folder())).toThrow(InputError);
  expect(() => Mirror.open(folder())).toThrow(says);
});

it("finds packed providers, of this machine's kind only, the newest first", () => {
  const folder = fs.mkdtempSync(path.join(temporary, "packed-"));
  const there = path.join(folder, "registry.terraform.io/hashicorp/tls");
  fs.mkdirSync(there, { recursive: true });
  for (const [version, platform] of [
    ["4.0.6", PLATFORM],
    ["4.1.0", PLATFORM],
    ["4.2.0", "plan9_mips"],
  ]) {
    fs.writeFileSync(path.join(there, `terraform-provider-tls_${version}_${platform}.zip`), "");
  }
  const address = "registry.terraform.io/hashicorp/tls";
  const find = (version?: string) =>
    Mirror.open(folder).find({ address, resources: [], data: [], ...(version ? { version } : {}) });
  expect(find()).toEqual({ address, version: "4.1.0" });
  expect(find("4.0.6")).toEqual({ address, version: "4.0.6" });
  expect(find("4.2.0")).toBe("tls 4.2.0: the mirror has 4.0.6, 4.1.0");
});
