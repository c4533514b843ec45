/** h2spec's cases against the API on the image's Node; docs/api.md says what the failing ones mean. */
import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { buildPrograms, program } from "../../../lab/programs";
import { terminalProgress } from "../../../lab/progress";
import { imageNode } from "../../build/node";
import { Api, PROGRAM, pairFolder, temporaryFolder } from "../support/api";

/** By section, how many cases Node fails by what nghttp2 or Node itself decides, before any code of ours runs. */
const EXPLAINED: Readonly<Record<string, number>> = {
  "http2/5.1": 4, // frames on a closed stream are ignored instead of answered with an error
  "http2/5.1.1": 1, // so is a stream with a smaller number
  "http2/5.3.1": 1, // PRIORITY is ignored, which RFC 9113 deprecates
  "http2/6.3": 1, // the same
  "http2/6.7": 1, // an acknowledgement of no ping ends the connection
  "http2/6.9.1": 1, // a window beyond 2^31-1 on a stream ends the connection instead of the stream
};

/** Failing cases by section. */
function failures(report: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  const cases = report.matchAll(
    /<testcase package="([^"]*)" classname="[^"]*"[^>]*?(?:\/>|>([\s\S]*?)<\/testcase>)/g,
  );
  for (const [, section = "", content = ""] of cases) {
    if (/<failure|<error/.test(content)) {
      found[section] = (found[section] ?? 0) + 1;
    }
  }
  return found;
}

beforeAll(() => buildPrograms(terminalProgress, ["h2spec"]));

it("fails no case but those that are explained", async () => {
  const api = await Api.start(["--idle-timeout=30s"], pairFolder(), {}, [PROGRAM], imageNode());
  const file = path.join(temporaryFolder(), "report.xml");
  // An answer that takes a while: some cases send a wrong frame behind a request, and look at what comes next.
  const target = ["-h", "localhost", "-p", String(api.port), "-P", "/?wait=300ms"];
  const args = ["-t", "-k", ...target, "-o", "2", "-j", file];
  const output = await new Promise<string>((resolve) =>
    execFile(program("h2spec"), args, { maxBuffer: 1e8 }, (_error, stdout) => resolve(stdout)),
  );
  process.stdout.write(`${output.trimEnd().split("\n").at(-1)}\n`);
  const report = fs.readFileSync(file, "utf8");
  expect([...report.matchAll(/<testcase/g)].length).toBeGreaterThan(140);
  for (const [section, count] of Object.entries(failures(report))) {
    expect([section, count <= (EXPLAINED[section] ?? 0) ? "explained" : `${count} failed`]).toEqual([
      section,
      "explained",
    ]);
  }
  expect(await api.metric("api_internal_errors_total")).toBe(0);
  await api.stop();
});
