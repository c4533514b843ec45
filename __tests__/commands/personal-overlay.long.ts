import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkOut } from "../../benchmarks/scale/checkout";
import { filesBelow } from "../support/files";

const { app } = JSON.parse(fs.readFileSync(path.join(__dirname, "../../cdktf.json"), "utf8")) as {
  app: string;
};

/** A copy of the checkout, without a team's overlays, in which one person tries something: `local` and `aws` lose a region. */
let folder: string;
let committed: Readonly<Record<string, string>>;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-personal-"));
  checkOut(folder);
  const environments = path.join(folder, "config/environments");
  for (const file of fs.readdirSync(environments).filter((name) => /^\w+\.overlay\.ts$/.test(name)))
    fs.rmSync(path.join(environments, file));
  const overlay = (name: string, text: string) =>
    fs.writeFileSync(path.join(environments, `${name}.user.ts`), text);
  overlay("local", "export default { regions: { us: null } };");
  overlay("aws", 'export default { regions: { west: null }, gitops: { repository: { branch: "mine" } } };');
  committed = filesBelow(folder);
}, 60_000);
afterAll(() => fs.rmSync(folder, { recursive: true }));

function run(line: string) {
  const env = { ...process.env, MERIDIAN_OVERLAYS: "all", NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync("bash", ["-c", line], { cwd: folder, encoding: "utf8", env });
  return { status, stdout, stderr };
}

const IN_USE = "config/environments/local.user.ts is in use: only you have it\n";

it("npm run graph prints what is in use, and writes nothing of it", () => {
  const { status, stdout, stderr } = run("npm run -s graph -- local");
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: `${IN_USE}nothing is written of local while config/environments/local.user.ts is in use\n`,
  });
  expect(stdout).toContain("local_api_deploy_eu");
  expect(stdout).not.toContain("local_api_deploy_us");
  expect(filesBelow(folder)).toEqual(committed);
}, 60_000);

it("npm run gitops leaves it out, and says so", () => {
  const { status, stderr } = run("npm run -s gitops -- aws");
  expect(stderr).toMatch(/^config\/environments\/aws\.user\.ts is ignored: only you have it\n/);
  expect(status).toBe(0);
  expect(filesBelow(folder)).toEqual(committed);
}, 60_000);

it("npm run synth, and what cdktf runs, name it", () => {
  const synth = run("npm run -s synth -- local");
  expect({ status: synth.status, stderr: synth.stderr }).toEqual({ status: 0, stderr: IN_USE });
  expect(synth.stdout).not.toContain("local-api-deploy-us");
  expect(run(app).stderr).toContain(IN_USE);
}, 60_000);

it("npm run rehearse names it, and rehearses with it", () => {
  const { status, stdout, stderr } = run("npm run -s rehearse -- local --json");
  expect(stderr).toContain(IN_USE);
  const { workspaces } = JSON.parse(stdout) as { workspaces: readonly { workspace: string }[] };
  expect(workspaces.map(({ workspace }) => workspace)).not.toContain("local-api-deploy-us");
  expect(status).toBe(0);
}, 120_000);

it("npm run rehearse tells where a shipped file throws, as synth does, and shows no trace", () => {
  const file = path.join(folder, "config/environments/local.ts");
  const shipped = fs.readFileSync(file, "utf8");
  fs.appendFileSync(file, 'throw new Error("no such zone");\n');
  const { status, stdout, stderr } = run("npm run -s rehearse -- local");
  fs.writeFileSync(file, shipped);
  expect(stderr).toMatch(/^config\/environments\/local\.ts:\d+:\d+: no such zone$/m);
  expect(stderr).not.toMatch(/^ +at /m);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
}, 60_000);
