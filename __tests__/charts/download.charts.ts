import { execFile, execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { buildPrograms, program } from "../../lab/programs";
import { terminalProgress } from "../../lab/progress";
import { ChartFolder } from "./folder";
import { PINNED } from "./releases";

/*
 * `npm run charts` with the real Helm, from a repository on loopback that holds every chart, as a mirror does.
 */
const project = path.join(__dirname, "../..");
const charts = process.env["MERIDIAN_CHARTS"] ?? "";
const root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-mirror-"));
const repository = path.join(root, "repository");

const server = http.createServer((request, response) => {
  const file = path.join(repository, path.basename(request.url ?? ""));
  if (fs.existsSync(file)) response.end(fs.readFileSync(file));
  else response.writeHead(404).end();
});

const download = (folder: string) =>
  promisify(execFile)(
    process.execPath,
    [
      ...["runner/run.cjs", "commands/charts.ts", folder, "--helm", program("helm")],
      ...["--mirror", `http://127.0.0.1:${(server.address() as AddressInfo).port}`],
    ],
    { cwd: project },
  );

beforeAll(async () => {
  await buildPrograms(terminalProgress, ["helm"]);
  fs.mkdirSync(repository);
  for (const { name, version } of PINNED) {
    const args = ["--version", version, "--destination", repository];
    execFileSync(program("helm"), ["package", path.join(charts, name), ...args], { stdio: "pipe" });
  }
  execFileSync(program("helm"), ["repo", "index", repository], { stdio: "pipe" });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}, 900_000);

afterAll(() => {
  server.close();
  fs.rmSync(root, { recursive: true });
});

it("brings every chart at its version, and brings it again over an older one", async () => {
  const folder = path.join(root, "downloaded");
  await download(folder);
  fs.writeFileSync(path.join(folder, "traefik/Chart.yaml"), "version: 1.0.0\n");
  await download(folder);
  const found = PINNED.map(({ name }) => ({ name, version: new ChartFolder(folder).chart(name).version }));
  expect(found).toEqual(PINNED.map(({ name, version }) => ({ name, version })));
});

it("says which chart is missing", async () => {
  fs.rmSync(path.join(repository, `traefik-${PINNED.find(({ name }) => name === "traefik")?.version}.tgz`));
  await expect(download(path.join(root, "incomplete"))).rejects.toThrow(
    /traefik [\d.]+ of http.*: 1 problem/,
  );
});
