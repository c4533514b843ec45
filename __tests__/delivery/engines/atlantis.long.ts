import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { atlantis } from "../../../delivery/engines/atlantis";
import { platform } from "./fixture";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-atlantis-"));
const program = path.join(folder, "parse");
let text: string;

beforeAll(async () => {
  const built = spawnSync("go", ["build", "-o", program, "."], {
    cwd: path.join(__dirname, "atlantis-parser"),
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(built.error?.message ?? built.stderr);
  ({ text } = atlantis(await platform(path.join(folder, "cdktf.out"))));
}, 300_000);

afterAll(() => fs.rmSync(folder, { recursive: true }));

const parsed = (input: string) => spawnSync(program, { input, encoding: "utf8" });

it("Atlantis' own reader understands the order as it was meant", () => {
  const { stdout, stderr } = parsed(text);
  expect(stderr).toBe("");
  const [balancer] = JSON.parse(stdout);
  expect(balancer).toMatchObject({
    Name: "demo-lb",
    Workspace: "demo-lb",
    WorkflowName: "meridian",
    ExecutionOrderGroup: 4,
    DependsOn: ["demo-network-eu", "demo-network-us", "demo-node-us"],
  });
});

it.each([
  ["a project twice", (yaml: string) => yaml.replaceAll("demo-node-us", "demo-node-eu")],
  ["a key that it does not know", (yaml: string) => yaml.replaceAll("depends_on", "depends")],
  [
    "a workflow that is not there",
    (yaml: string) => yaml.replaceAll("workflow: meridian", "workflow: other"),
  ],
])("and refuses %s", (_, broken) => {
  expect(parsed(broken(text)).status).toBe(1);
});
