import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { environments } from "../../../config/environments";
import { Stage } from "../../../rehearsal/stage";
import { synthesize } from "../../../rehearsal/synthesis/synth";
import { PROJECT, run } from "../fixtures/command";

const CDKTF = path.join(PROJECT, "node_modules/cdktf-cli/bundle/bin/cdktf");

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "cdktf-deploy-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

describe.each(Object.keys(environments))("cdktf, on %s,", (environment) => {
  let stage: Stage;
  let env: Record<string, string>;
  const work = path.join(temporary, environment);

  beforeAll(async () => {
    const folder = path.join(temporary, `${environment}-synth/cdktf.out`);
    await synthesize({ project: PROJECT, environments: [environment], outdir: folder, hcl: false });
    stage = await Stage.open({ folder, environments: [environment], project: PROJECT, work });
    env = await stage.provideAll();
    // The CLI finds its settings and the synthesized folder where it runs.
    const settings = {
      language: "typescript",
      app: "true",
      projectId: "rehearsal",
      sendCrashReports: "false",
    };
    fs.writeFileSync(path.join(work, "cdktf.json"), JSON.stringify(settings));
  }, 60_000);

  afterAll(() => stage.close());

  /** `--skip-provider-lock`: locks are made by asking the public registry, and these providers run already. */
  const cdktf = (verb: "deploy" | "destroy", pattern: string) => {
    const flags = ["--skip-synth", "--auto-approve", "--skip-provider-lock", "--parallelism", "2"];
    return run(process.execPath, [CDKTF, verb, pattern, ...flags], env, undefined, work);
  };

  const resources = () =>
    Object.fromEntries(
      stage.workspaces.map(({ listed, state }) => {
        const { resources } = JSON.parse(fs.readFileSync(state, "utf8")) as { resources: { mode: string }[] };
        return [listed.id, resources.filter(({ mode }) => mode === "managed").length];
      }),
    );

  it("deploys every workspace", async () => {
    const { code, stdout, stderr } = await cdktf("deploy", "*");
    if (code !== 0) throw new Error(stdout + stderr);
    expect(Object.values(resources()).every((count) => count > 0)).toBe(true);
  }, 600_000);

  it("destroys every workspace", async () => {
    const { code, stdout, stderr } = await cdktf("destroy", "*");
    if (code !== 0) throw new Error(stdout + stderr);
    expect(Object.values(resources()).every((count) => count === 0)).toBe(true);
  }, 600_000);
});
