import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.join(__dirname, "../..");

it("what is committed below deploy/ is what 'npm run gitops' writes", () => {
  const args = ["runner/run.cjs", "commands/gitops.ts", "--check", "--shipped"];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toMatchObject({ status: 0 });
}, 60_000);
