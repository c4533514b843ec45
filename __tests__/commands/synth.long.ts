import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { workspacesOf } from "../../commands/workspaces";
import { loadEnvironments } from "../../config/load";

const root = path.join(__dirname, "../..");

/** How many workspaces the shipped environments have. */
const count = (...names: readonly string[]) => loadEnvironments(names).flatMap(workspacesOf).length;

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-test-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const synth = (...args: readonly string[]) =>
  spawnSync("npm", ["run", "-s", "synth", "--", ...args, "--outdir", path.join(folder, "cdktf.out")], {
    cwd: root,
    env: { ...process.env, MERIDIAN_OVERLAYS: "none", NO_COLOR: "1" },
    encoding: "utf8",
  });

describe("npm run synth", () => {
  it("shows the workspaces and their order within 100 columns, and how long it took", () => {
    const { stdout, status } = synth();
    const lines = stdout.replaceAll(folder, "").split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(stdout).toMatch(/^azure-global-lb +\d+ {2}k3s-node-lb/m);
    expect(stdout).toMatch(/^ {2}1\. local-pki, local-monitoring-lb$/m);
    expect(stdout).toMatch(
      new RegExp(`\\n${count()} workspaces in .+cdktf\\.out/stacks, \\d+\\.\\d\\d s\\n$`),
    );
    expect(status).toBe(0);
  });

  it("says which environments it left alone", () => {
    const { stdout } = synth("local");
    expect(stdout).toContain(
      `not synthesized now and as before: the workspaces of aws (${count("aws")}), azure (${count("azure")})`,
    );
  });

  it("tells programs everything with --json", () => {
    const { environments, kept } = JSON.parse(synth("local", "--json").stdout);
    expect(Object.keys(environments)).toEqual(["local"]);
    const { workspaces, order, placeholders } = environments.local;
    expect(workspaces[0]).toMatchObject({ id: "local-pki", dependsOn: [], publishes: expect.any(Array) });
    expect(order.flat().sort()).toEqual(workspaces.map(({ id }: { id: string }) => id).sort());
    expect(placeholders).toEqual([]);
    expect(kept["azure-pki"]).toBe("azure");
  });

  it("says nothing with --quiet, unless something is wrong", () => {
    expect(synth("local", "--quiet")).toMatchObject({ stdout: "", stderr: "", status: 0 });
    const { stdout, stderr, status } = synth("moon", "--quiet");
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    expect(stderr).toMatch(
      /^arguments: 1 problem\n {2}no environment "moon"; expected one or more of local, [^\n]+\n$/,
    );
  });

  it("ends in silence when its reader does not wait for all, and with a message when there is no room for it", () => {
    const run = (shell: string) =>
      spawnSync("bash", ["-c", `set -o pipefail; ${shell}`], {
        cwd: root,
        env: { ...process.env, CDKTF_OUTDIR: path.join(folder, "cdktf.out") },
        encoding: "utf8",
      });
    expect(run("node runner/run.cjs commands/synth.ts --json | true")).toMatchObject({ stderr: "" });
    if (!fs.existsSync("/dev/full")) return;
    const { stderr, status } = run("node runner/run.cjs commands/synth.ts local > /dev/full");
    expect(stderr).toMatch(/^standard output: ENOSPC[^\n]*\n$/);
    expect(status).toBe(1);
  });
});
