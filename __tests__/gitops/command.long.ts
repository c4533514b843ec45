import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkOut } from "../../benchmarks/scale/checkout";

describe("npm run gitops", () => {
  /** A copy of the project as it was before the first delivery. */
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-gitops-"));
  beforeAll(() => {
    checkOut(copy);
    fs.rmSync(path.join(copy, "deploy"), { recursive: true });
  });
  afterAll(() => fs.rmSync(copy, { recursive: true }));

  const run = (...args: string[]) =>
    spawnSync("node", ["--import", "tsx", "commands/gitops.ts", ...args], {
      cwd: copy,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });

  it("says which files it writes", () => {
    const { status, stderr } = run("aws", "--shipped");
    expect(stderr).toContain("deploy/aws/versions/kustomization.yaml: written\n");
    expect(status).toBe(0);
  });

  it("says how many files it looked at, and refuses to let clusters follow an image that nobody has pushed", () => {
    const { status, stderr } = run("aws", "--check");
    expect(stderr).toMatch(/aws: \d+ files, 0 differs, 0 is not needed any more/);
    expect(stderr).toContain(
      "error deploy/aws/versions/kustomization.yaml: meridian/api: no image has been pushed yet; expected a digest",
    );
    expect(status).toBe(1);
  });

  it("takes that for the beginning where it is asked about the project as shipped", () => {
    const { status, stderr } = run("aws", "--check", "--shipped");
    expect(stderr).toContain("before a delivery deploy/aws/versions/kustomization.yaml");
    expect(status).toBe(0);
  });

  it("explains itself, and knows the environments", () => {
    expect(run("--help").stdout).toContain("deploy/<environment>/<cluster>/");
    const unknown = run("nowhere");
    expect(unknown.stderr).toContain('no environment "nowhere"');
    expect(unknown.stderr).not.toContain("    at ");
    expect(unknown.status).toBe(1);
  });
});
