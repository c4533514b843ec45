import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { loadEnvironments } from "../../config/load";
import { synthesize } from "../../stacks/synthesis";
import { environment } from "../support/synth";

const root = path.join(__dirname, "../..");

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-synthesis-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const outdir = () => path.join(folder, "cdktf.out");
const stacks = () => fs.readdirSync(path.join(outdir(), "stacks"));

describe("synthesis", () => {
  it("keeps what terraform init left in a workspace", () => {
    synthesize([environment("local")], { outdir: outdir() });
    const lock = path.join(outdir(), "stacks/local-pki/.terraform.lock.hcl");
    fs.writeFileSync(lock, "# kept");
    synthesize([environment("local")], { outdir: outdir() });
    expect(fs.readFileSync(lock, "utf8")).toBe("# kept");
  });

  it("replaces the other format's file", () => {
    synthesize([environment("local")], { outdir: outdir() });
    synthesize([environment("local")], { outdir: outdir(), hcl: true });
    const files = fs.readdirSync(path.join(outdir(), "stacks/local-pki"));
    expect(files).toContain("cdk.tf");
    expect(files).not.toContain("cdk.tf.json");
  });

  it("leaves the output as it was when it fails, and nothing beside it", () => {
    synthesize([environment("local")], { outdir: outdir() });
    const before = fs.readFileSync(path.join(outdir(), "manifest.json"), "utf8");
    const twice = [environment("local"), environment("local")]; // two workspaces of one name
    expect(() => synthesize(twice, { outdir: outdir() })).toThrow(
      /already a Construct with name 'local-pki'/,
    );
    expect(fs.readFileSync(path.join(outdir(), "manifest.json"), "utf8")).toBe(before);
    expect(fs.readdirSync(folder).sort()).toEqual(["cdktf.out", "state"]);
  });

  it("lets nobody else read local state", () => {
    synthesize([environment("local")], { outdir: outdir() });
    expect(fs.statSync(path.join(folder, "state")).mode & 0o777).toBe(0o700);
  });
});

describe("main.ts", () => {
  const run = (variables: Record<string, string>) =>
    spawnSync(process.execPath, ["--import", "tsx", "main.ts"], {
      cwd: root,
      env: { ...process.env, CDKTF_OUTDIR: outdir(), ...variables },
      encoding: "utf8",
    });

  it("writes what npm run synth writes", () => {
    expect(run({ ENVIRONMENT: "local" })).toMatchObject({ status: 0 });
    const other = path.join(folder, "other");
    synthesize(loadEnvironments(["local"]), { outdir: other });
    for (const id of stacks()) {
      const file = path.join("stacks", id, "cdk.tf.json");
      expect(fs.readFileSync(path.join(outdir(), file), "utf8")).toBe(
        fs.readFileSync(path.join(other, file), "utf8"),
      );
    }
  });

  it("ends with exit code 1 and one message on a mistake, without a stack trace or an output folder", () => {
    const { status, stderr } = run({ ENVIRONMENT: "mars" });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^ENVIRONMENT: 1 problem\n {2}no environment "mars"; expected one or more of .+\n$/,
    );
    expect(fs.existsSync(outdir())).toBe(false);
  });
});
