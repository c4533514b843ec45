import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Finding } from "../../commands/verify/checks";
import { run } from "../rehearsal/fixtures/command";
import { allRegionsUp, pki } from "./support/platform";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-verify-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

test("npm run verify finds nothing wrong with the running platform", async () => {
  await allRegionsUp();
  const ca = path.join(folder, "ca.pem");
  fs.writeFileSync(ca, pki.ca);
  const args = ["runner/run.cjs", "commands/verify.ts", "local", "--json", "--ca", ca];
  const { code, stdout, stderr } = await run(process.execPath, args, { MERIDIAN_OVERLAYS: "none" });
  const { findings } = JSON.parse(stdout || `{"findings":[{"seen":${JSON.stringify(stderr)}}]}`) as {
    findings: readonly Finding[];
  };
  expect(findings.filter(({ result }) => result !== "passed" && result !== "skipped")).toEqual([]);
  expect(code).toBe(0);
  expect(
    findings.find(({ check, target }) => target === "entry" && check === "regions in turn")?.result,
  ).toBe("passed");
});
