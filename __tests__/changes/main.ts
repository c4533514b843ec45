/**
 * Legitimate changes turn no test red. In a copy of the project every environment gets a region more, `local` a workload
 * with a secret, and every example of an overlay is laid over its environment with yet another region. Then the tests that
 * could notice must pass there, and those that read overlays.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkOut } from "../../benchmarks/scale/checkout";
import { program, run } from "../../commands/program";
import { environments } from "../../config/environments";
import { ConfigurationError } from "../../config/problem";
import { EDITS, useExample } from "./edits";

const project = path.join(__dirname, "../..");

/**
 * Suites that no such change can reach: they read frozen fixtures, or a workload of `config/workloads/`, and start nothing that
 * reads more. The architecture test lists those that read what is shipped; the whole proof is to end within three minutes.
 */
const LEFT_OUT = [
  "__tests__/lab/",
  "__tests__/charts/",
  "__tests__/constructs/",
  "__tests__/dashboards/",
  "__tests__/k3s/",
  "__tests__/monitoring/",
  "__tests__/rehearsal/(?!environments)",
  "__tests__/runner/",
  "__tests__/stacks/(aws|azure|cloudflare|flux|traefik|workspace)/",
  "__tests__/workflows/",
];

/** What a person runs after such changes; the drawings show the shipped values. */
const COMMANDS = [
  "git init --quiet",
  "env MERIDIAN_OVERLAYS=none npm run --silent graph",
  "npm run --silent gitops",
  "npx tsc --noEmit",
  `npx jest --selectProjects platform --testPathIgnorePatterns /node_modules/ ${LEFT_OUT.join(" ")}`,
  "npm run --silent test:long -- commands/(synth|machine) gitops/command rehearsal/cli stacks/output",
  "npm run --silent test:overlay",
];

function proveIn(folder: string): void {
  checkOut(folder);
  fs.cpSync(path.join(project, "__tests__"), path.join(folder, "__tests__"), { recursive: true });
  const further = Object.keys(environments).flatMap((name) => change(folder, name));
  const inFolder = (line: string): void => {
    console.log(`\n$ ${line}`);
    const [command = "", ...args] = line.split(" ");
    const { status } = spawnSync(command, args, { cwd: folder, stdio: "inherit" });
    if (status !== 0) fail(`'${line}' ended with ${status} after legitimate changes`);
  };
  for (const line of COMMANDS) inFolder(line);
  for (const { environment, example, regions } of further) {
    console.log(`\n# ${example}.overlay.example.ts over ${environment}`);
    useExample(folder, environment, example, regions);
    inFolder(`npm run --silent test:overlay -- rehearsal -t ${environment}`);
  }
}

interface Example {
  readonly environment: string;
  readonly example: string;
  readonly regions: string;
}

/** Changes an environment, lays its first example over it, and names the others. */
function change(folder: string, environment: string): readonly Example[] {
  const edits = EDITS[environment];
  if (edits === undefined) fail(`edits.ts does not say how ${environment} gets a region more`);
  edits.shipped(folder);
  const [first, ...further] = Object.entries(edits.overlays).map(([example, regions]) => ({
    environment,
    example,
    regions,
  }));
  if (first === undefined) fail(`edits.ts names no example of an overlay for ${environment}`);
  useExample(folder, environment, first.example, first.regions);
  return further;
}

function fail(message: string): never {
  throw new ConfigurationError("test:changes", [{ path: [], message }]);
}

run(
  program("test:changes", "Changes a copy of the project as its users do, and runs the tests there.").action(
    () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-changes-"));
      try {
        proveIn(folder);
      } finally {
        fs.rmSync(folder, { recursive: true, force: true });
      }
    },
  ),
);
