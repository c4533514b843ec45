import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Report, rehearse } from "../../../rehearsal/rehearse";
import { synthesize } from "../../../stacks/synthesis";
import { byFlux } from "../../support/delivery";
import { environment } from "../../support/synth";

jest.setTimeout(120_000);

const project = path.join(__dirname, "../../..");

describe("a workload that changes hands", () => {
  let root: string;
  beforeAll(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-handover-"));
  });
  afterAll(() => fs.rmSync(root, { recursive: true }));

  const run = (name: string, hcl: boolean, shown: ReturnType<typeof byFlux>): Promise<Report> => {
    const folder = path.join(root, name, "cdktf.out");
    synthesize([shown], { outdir: folder, hcl });
    const workspaces = ["local-pki", "local-api-deploy-eu"];
    return rehearse({
      folder,
      environments: [],
      workspaces,
      project,
      work: path.join(root, name, "work"),
      destroy: false,
    });
  };
  const state = (name: string) =>
    fs.readFileSync(path.join(root, name, "work/state/local-api-deploy-eu.tfstate"), "utf8");
  const errors = (report: Report) =>
    report.workspaces.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"));

  it.each([
    ["JSON", false],
    ["HCL", true],
  ])("is forgotten by Terraform, and its release is not destroyed, in %s", async (name, hcl) => {
    expect(errors(await run(name, hcl, environment("local")))).toEqual([]);
    expect(state(name)).toContain('"helm_release"');
    const report = await run(name, hcl, byFlux());
    expect(errors(report)).toEqual([]);
    expect(state(name)).not.toContain('"helm_release"');
    expect(state(name)).toContain('"kubernetes_namespace_v1"');
    // A release that is destroyed would be one change; one that is forgotten is none.
    const deployed = report.workspaces.find(({ workspace }) => workspace === "local-api-deploy-eu");
    expect(deployed).toMatchObject({ planned: 0, applied: 0 });
  });
});
