import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkOut } from "../../../benchmarks/scale/checkout";
import { loadEnvironments } from "../../../config/load";
import { synthesize } from "../../../stacks/synthesis";
import { filesBelow } from "../../support/files";
import { environment } from "../../support/synth";

const root = path.join(__dirname, "../../..");
const local = environment("local");
const azure = environment("azure");

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-install-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const outdir = () => path.join(folder, "cdktf.out");
const inOutdir = (file: string) => path.join(outdir(), file);
const stacks = () => fs.readdirSync(inOutdir("stacks")).sort();
const listed = () =>
  Object.keys(JSON.parse(fs.readFileSync(inOutdir("manifest.json"), "utf8")).stacks).sort();

/** Only a file that says who wrote it makes anything in the folder ours. */
const mark = (workspaces: Record<string, string>) => {
  fs.mkdirSync(inOutdir("stacks"), { recursive: true });
  fs.writeFileSync(inOutdir(".meridian.json"), JSON.stringify({ workspaces }));
};

describe("a synthesis of some environments", () => {
  it("leaves the others' workspaces, with what Terraform keeps in them, and says so", () => {
    synthesize([local, azure], { outdir: outdir() });
    const before = stacks();
    fs.writeFileSync(inOutdir("stacks/azure-pki/.terraform.lock.hcl"), "# kept");
    const { kept } = synthesize([local], { outdir: outdir() });
    expect(stacks()).toEqual(before);
    expect(listed()).toEqual(before);
    expect(fs.readFileSync(inOutdir("stacks/azure-pki/.terraform.lock.hcl"), "utf8")).toBe("# kept");
    expect(Object.keys(kept).sort()).toEqual(before.filter((id) => id.startsWith("azure-")));
    expect(new Set(Object.values(kept))).toEqual(new Set(["azure"]));
  });

  it("writes what a synthesis of all writes, whatever was there", () => {
    synthesize([local, azure], { outdir: outdir() });
    const together = filesBelow(outdir());
    synthesize([azure], { outdir: outdir() });
    synthesize([local], { outdir: outdir() });
    expect(filesBelow(outdir())).toEqual(together);
  });

  it("does not leave JSON where cdktf would take it for HCL", () => {
    synthesize([local, azure], { outdir: outdir() });
    const before = filesBelow(outdir());
    expect(() => synthesize([local], { outdir: outdir(), hcl: true })).toThrow(
      /^--hcl: 1 problem\n {2}the output folder holds azure in JSON/,
    );
    expect(filesBelow(outdir())).toEqual(before);
    synthesize([local, azure], { outdir: outdir(), hcl: true });
    synthesize([local], { outdir: outdir() }); // the CLI leaves HCL alone then
    expect(fs.existsSync(inOutdir("stacks/azure-pki/cdk.tf"))).toBe(true);
  });
});

describe("a workspace that is no longer produced", () => {
  it("is removed if the marker lists it for an environment in question, and only then", () => {
    mark({ "local-gone": "local", "azure-gone": "azure" });
    for (const name of ["local-gone", "azure-gone", "local-mine"]) fs.mkdirSync(inOutdir(`stacks/${name}`));
    synthesize([local], { outdir: outdir() });
    expect(stacks()).not.toContain("local-gone");
    expect(stacks()).toEqual(expect.arrayContaining(["azure-gone", "local-mine"]));
  });

  it("is never removed outside the folder, whatever the marker says", () => {
    mark({ "../../precious": "local" });
    fs.mkdirSync(path.join(folder, "precious"));
    expect(() => synthesize([local], { outdir: outdir() })).toThrow(
      /\.meridian\.json: 1 problem\n {2}cannot be/,
    );
    expect(fs.existsSync(path.join(folder, "precious"))).toBe(true);
  });
});

describe("a synthesis that fails while it replaces", () => {
  it("puts back what it has replaced already", () => {
    mark({ "local-gone": "local" });
    fs.mkdirSync(inOutdir("stacks/local-pki"));
    fs.writeFileSync(inOutdir("stacks/local-pki/cdk.tf.json"), "the last one");
    fs.mkdirSync(inOutdir("stacks/local-gone"));
    fs.writeFileSync(inOutdir("stacks/local-monitoring-us"), "a person's file, in the way");
    const before = filesBelow(folder);
    expect(() => synthesize([local], { outdir: outdir() })).toThrow(
      /local-monitoring-us.*: 1 problem\n {2}a file is where a folder is expected \(ENOTDIR\); the workspaces are as/,
    );
    expect(filesBelow(folder)).toEqual(before);
    expect(stacks()).toContain("local-gone");
    expect(fs.readdirSync(outdir()).sort()).toEqual([".meridian.json", "stacks"]);
  });
});

describe("in processes of their own", () => {
  const start = (name: string) =>
    spawn(process.execPath, ["runner/run.cjs", "main.ts"], {
      cwd: root,
      env: { ...process.env, ENVIRONMENT: name, CDKTF_OUTDIR: outdir() },
    });
  const ended = async (name: string) => (await once(start(name), "exit"))[0];

  it("two syntheses at once both have their result", async () => {
    expect(await Promise.all(["local", "azure", "local"].map(ended))).toEqual([0, 0, 0]);
    const together = filesBelow(outdir());
    const alone = path.join(folder, "alone/cdktf.out");
    synthesize(loadEnvironments(["local", "azure"]), { outdir: alone });
    expect(together).toEqual(filesBelow(alone));
  }, 60_000);

  it("one that waits keeps what another has written meanwhile", async () => {
    synthesize([local], { outdir: path.join(folder, "first/cdktf.out") });
    fs.mkdirSync(outdir());
    fs.writeFileSync(inOutdir(".meridian.lock"), "held");
    const second = start("azure");
    const hasSynthesized = () =>
      fs.readdirSync(outdir()).some((name) => fs.existsSync(inOutdir(`${name}/manifest.json`)));
    while (!hasSynthesized() && second.exitCode === null) await sleep(10);
    await sleep(100);
    fs.cpSync(path.join(folder, "first/cdktf.out"), outdir(), { recursive: true });
    fs.rmSync(inOutdir(".meridian.lock"));
    await once(second, "exit");
    expect(listed()).toEqual(stacks());
    expect(stacks()).toEqual(expect.arrayContaining(["azure-pki", "local-pki"]));
  }, 60_000);

  it.each(["SIGINT", "SIGKILL"] as const)(
    "what one leaves after %s, the next removes",
    async (signal) => {
      const child = start("local");
      const left = () => fs.existsSync(outdir()) && fs.readdirSync(outdir()).length > 0;
      while (!left() && child.exitCode === null) await sleep(2);
      child.kill(signal);
      await once(child, "exit");
      expect(fs.readdirSync(outdir())).toEqual([expect.stringMatching(/^\.meridian\.staging\./)]);
      synthesize([local], { outdir: outdir() });
      expect(fs.readdirSync(outdir()).sort()).toEqual([".meridian.json", "manifest.json", "stacks"]);
    },
    60_000,
  );
});

describe("npm run synth in a checkout", () => {
  const copy = () => path.join(folder, "checkout");
  beforeEach(() => checkOut(copy()));

  const synth = (options: readonly string[], variables: Record<string, string> = {}) =>
    spawnSync(process.execPath, ["runner/run.cjs", "commands/synth.ts", "local", ...options], {
      cwd: copy(),
      env: { ...process.env, ...variables },
      encoding: "utf8",
    });

  it("loses nothing by a folder that is not its own", () => {
    const before = filesBelow(copy());
    const answers = [
      synth(["--outdir", "."]),
      synth(["--outdir", ""]),
      synth(["--outdir", "stacks"]),
      synth([], { CDKTF_OUTDIR: "." }),
    ];
    for (const { stderr, status } of answers) {
      expect(stderr).toMatch(/^output folder ".*": 1 problem\n {2}.+\n$/);
      expect(status).toBe(1);
    }
    expect(filesBelow(copy())).toEqual(before);
  }, 60_000);

  it("takes an empty CDKTF_OUTDIR as not set, and adopts a cdktf.out from before there were markers", () => {
    const variables = { CDKTF_OUTDIR: "" };
    expect(synth([], variables)).toMatchObject({ status: 0, stderr: "" });
    const made = filesBelow(path.join(copy(), "cdktf.out"));
    fs.rmSync(path.join(copy(), "cdktf.out/.meridian.json"));
    expect(synth([], variables)).toMatchObject({ status: 0, stderr: "" });
    expect(filesBelow(path.join(copy(), "cdktf.out"))).toEqual(made);
  }, 60_000);
});
