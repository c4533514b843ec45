import { environments } from "../../config/environments";
import type { Report } from "../../rehearsal/rehearse";
import { rehearseCommand } from "./fixtures/command";

describe.each(Object.keys(environments))("environment %s", (environment) => {
  let report: Report;
  let code: number | null;

  beforeAll(async () => {
    const ended = await rehearseCommand([environment, "--json"]);
    if (!ended.stdout) throw new Error(ended.stderr);
    report = JSON.parse(ended.stdout) as Report;
    code = ended.code;
  }, 120_000);

  it("goes up, stays as it is, goes down, and shows no secret outside of state", () => {
    expect(
      report.workspaces.flatMap(({ workspace, findings }) =>
        findings.map((finding) => ({ workspace, ...finding })),
      ),
    ).toEqual([]);
    expect(report.workspaces.length).toBeGreaterThan(0);
    for (const workspace of report.workspaces) {
      expect(workspace).toMatchObject({
        outcome: "passed",
        drift: [],
        destroyed: expect.stringMatching(/^(yes|refused)/),
      });
      expect(workspace.applied).toBe(workspace.planned);
    }
  });

  it("is reported by the command's exit code", () => expect(code).toBe(0));
});
