/** h2spec's cases against the API, and beside it against Go's server: docs/api.md says what the failing ones mean. */
import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { buildPrograms, program } from "../../../lab/programs";
import { terminalProgress } from "../../../lab/progress";
import { Api, pairFolder, temporaryFolder } from "../support/api";
import { eventually } from "../support/wait";

interface Result {
  readonly passed: number;
  readonly failed: readonly string[];
}

/** Section and description of each failing case. */
function readReport(file: string): Result {
  const cases = [
    ...fs
      .readFileSync(file, "utf8")
      .matchAll(/<testcase package="([^"]*)" classname="([^"]*)"[^>]*?(\/>|>([\s\S]*?)<\/testcase>)/g),
  ];
  const failed = cases.flatMap(([, section, what, , content]) =>
    content?.includes("<failure") || content?.includes("<error") ? [`${section}: ${what}`] : [],
  );
  const skipped = cases.filter(([, , , , content]) => content?.includes("<skipped")).length;
  return { passed: cases.length - failed.length - skipped, failed };
}

async function h2spec(port: number): Promise<Result> {
  const file = path.join(temporaryFolder(), "report.xml");
  const args = ["-t", "-k", "-h", "localhost", "-p", String(port), "-P", "/bench", "-o", "2", "-j", file];
  await new Promise<void>((resolve) => execFile(program("h2spec"), args, () => resolve())); // fails where a case does
  return readReport(file);
}

beforeAll(() => buildPrograms(terminalProgress, ["h2spec"]));

it("the API fails no more cases than are explained", async () => {
  const api = await Api.start(["--idle-timeout=30s"]);
  const { passed, failed } = await h2spec(api.port);
  process.stdout.write(
    `the API, node ${process.version}: ${passed} passed, failed: ${JSON.stringify(failed, null, 2)}\n`,
  );
  expect(passed).toBeGreaterThan(137);
  await api.stop();
});

it("and so does Go", async () => {
  const folder = pairFolder();
  const binary = path.join(temporaryFolder(), "go-api");
  execFileSync("go", ["build", "-o", binary, "."], {
    cwd: path.join(__dirname, "../../../benchmarks/api/go"),
  });
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const args = ["-port", String(port), "-cert", `${folder}/tls.crt`, "-key", `${folder}/tls.key`];
  const go: ChildProcess = spawn(binary, args, { stdio: "ignore" });
  await eventually("Go answers", () => fetchTls(port));
  const { passed, failed } = await h2spec(port);
  process.stdout.write(`Go: ${passed} passed, failed: ${JSON.stringify(failed, null, 2)}\n`);
  go.kill("SIGKILL");
  expect(passed).toBeGreaterThan(137);
});

async function fetchTls(port: number): Promise<boolean> {
  const { ask } = await import("../support/api");
  return ask(port, "/bench").then(
    ({ status }) => status === 200,
    () => false,
  );
}
