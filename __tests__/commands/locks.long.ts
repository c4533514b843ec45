import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { lockProblems, PLATFORMS, writeLock } from "../../commands/provider-locks";
import { synthesize } from "../../stacks/synthesis";
import { environment } from "../support/synth";

const local = environment("local");
const REAL = process.env["MERIDIAN_PROVIDERS"];
const PROVIDERS = ["tls/4.1.0", "helm/3.1.1", "kubernetes/2.38.0", "random/3.7.2"];

let checkout: string;
let made: string;
beforeAll(() => {
  made = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-mirror-"));
  for (const [provider, platform] of PROVIDERS.flatMap((each) =>
    PLATFORMS.map((on) => [each, on] as const),
  )) {
    const folder = path.join(made, "registry.terraform.io/hashicorp", provider, platform);
    fs.mkdirSync(folder, { recursive: true });
    const program = path.join(folder, `terraform-provider-${provider.replace(/\/.*/, "")}`);
    fs.writeFileSync(program, `#!/bin/sh\necho ${provider} on ${platform}; exit 1\n`, { mode: 0o755 });
  }
});
afterAll(() => fs.rmSync(made, { recursive: true }));
beforeEach(() => {
  checkout = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-locked-"));
});
afterEach(() => fs.rmSync(checkout, { recursive: true }));

const outdir = () => path.join(checkout, "cdktf.out");
const workspace = (id: string, ...file: string[]) => path.join(outdir(), "stacks", id, ...file);

/** Terraform's own judgement: it installs from a mirror, and changes no lock. */
function init(id: string, mirror: string) {
  const config = path.join(checkout, "terraform.rc");
  const include = `filesystem_mirror {\n path = "${mirror}"\n }`;
  fs.writeFileSync(config, `provider_installation {\n ${include}\n}\n`);
  const env = { ...process.env, TF_CLI_CONFIG_FILE: config, CHECKPOINT_DISABLE: "1" };
  const args = ["init", "-lockfile=readonly", "-backend=false", "-no-color", "-input=false"];
  return spawnSync("terraform", args, { cwd: workspace(id), encoding: "utf8", env });
}

const mirrors: [string, string | undefined, string[]][] = [
  ["of every platform", undefined, PLATFORMS],
  ...(REAL === undefined ? [] : [["of real programs", REAL, ["linux_amd64"]] as [string, string, string[]]]),
];

describe.each(mirrors)("a lock from a mirror %s", (_, real, platform) => {
  const mirror = () => real ?? made;

  it("gives each workspace exactly the providers that it requires, and init passes read-only", () => {
    expect(writeLock(local, checkout, { mirror: mirror(), platform })).toBe(
      "config/locks/local.hcl: helm, kubernetes, random, tls",
    );
    expect(lockProblems(local, checkout)).toEqual([]);
    for (const hcl of [false, true]) {
      expect(synthesize([local], { outdir: outdir(), checkout, hcl }).unlocked).toEqual([]);
      const locked = (id: string) =>
        [
          ...fs.readFileSync(workspace(id, ".terraform.lock.hcl"), "utf8").matchAll(/^provider ".*\/(.*)"/gm),
        ].map(([, name]) => name);
      expect(locked("local-pki")).toEqual(["tls"]);
      expect(locked("local-api-deploy-eu")).toEqual(["helm", "kubernetes"]);
      for (const id of ["local-pki", "local-api-deploy-eu"]) {
        const { status, stderr } = init(id, mirror());
        expect({ id, status, stderr }).toEqual({ id, status: 0, stderr: "" });
      }
    }
  });
});

describe("without every checksum", () => {
  const file = () => path.join(checkout, "config/locks/local.hcl");
  const synthesized = () => synthesize([local], { outdir: outdir(), checkout });

  it("no workspace gets a lock, and what init wrote stays", () => {
    expect(synthesized().unlocked).toEqual(["local"]);
    expect(lockProblems(local, checkout)).toEqual([
      {
        path: [],
        message:
          "config/locks/local.hcl has not every provider that local requires; expected what npm run locks -- local writes",
      },
    ]);
    expect(fs.existsSync(workspace("local-pki", ".terraform.lock.hcl"))).toBe(false);
    fs.writeFileSync(workspace("local-pki", ".terraform.lock.hcl"), "# by init\n");
    synthesized();
    expect(fs.readFileSync(workspace("local-pki", ".terraform.lock.hcl"), "utf8")).toBe("# by init\n");
  });

  it.each<[string, (lock: string) => string]>([
    ["another version", (lock) => lock.replace('"4.1.0"', '"4.1.1"')],
    ["a provider is missing", (lock) => lock.replace(/provider ".*\/tls" \{[\s\S]*?\n\}\n/, "")],
  ])("which includes: %s", (_, change) => {
    writeLock(local, checkout, { mirror: made, platform: ["linux_amd64"] });
    fs.writeFileSync(file(), change(fs.readFileSync(file(), "utf8")));
    expect(synthesized().unlocked).toEqual(["local"]);
  });

  it("init refuses programs that are not those of the lock", () => {
    writeLock(local, checkout, { mirror: made, platform: ["linux_amd64"] });
    fs.writeFileSync(file(), fs.readFileSync(file(), "utf8").replace(/h1:\w/g, "h1:0"));
    synthesized();
    const { status, stderr } = init("local-pki", made);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/checksums/);
  });

  it("what Terraform says is told", () => {
    const empty = path.join(checkout, "empty");
    fs.mkdirSync(empty);
    expect(() => writeLock(local, checkout, { mirror: empty, platform: ["linux_amd64"] })).toThrow(
      /local: 1 problem\n {2}terraform providers lock failed/,
    );
    expect(fs.existsSync(file())).toBe(false);
  });
});
