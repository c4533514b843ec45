/** `npm run lab -- up | status | down | test`: the command line of the lab. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { version } from "../package.json";
import { LabError } from "./error";
import { down, isUp, labDir, labNodes, up } from "./lab";
import { BRIDGE_NAMESPACE, namespacePath } from "./machine/network";
import { preflight } from "./machine/preflight";
import { installPlatform } from "./platform";
import { buildPrograms, program as builtProgram } from "./programs";
import { terminalProgress as progress } from "./progress";
import { downloadSources } from "./sources";
import { authority } from "./traffic/targets";

const program = new Command("npm run lab --")
  .version(version)
  .description("three real Kubernetes clusters on one machine, with the local environment on them")
  .showHelpAfterError();

program
  .command("build")
  .description("build the programs that are missing (a quarter of an hour the first time)")
  .action(async () => {
    preflight(labDir);
    await buildPrograms(progress);
    downloadSources(progress);
  });

program
  .command("up")
  .description("start the clusters, install the local environment, and keep them until `down`")
  .action(async () => {
    await cleaningUpOnInterrupt(async () => {
      await up(progress);
      await installPlatform(progress);
    });
    console.log(usage());
  });

program
  .command("status")
  .description("what runs")
  .action(async () => {
    if (!isUp()) throw new LabError("the lab is not up: npm run lab -- up");
    for (const node of labNodes()) {
      console.log(`${node.entry.cluster} (${node.entry.address})`);
      console.log(await node.kubectl(["get", "nodes,pods", "--all-namespaces", "--output=wide"]));
    }
  });

program
  .command("down")
  .description("remove the clusters, those of a crashed run too")
  .action(() => down(progress));

program
  .command("test [arguments...]")
  .description(
    "start the clusters, run the lab's tests inside their network (arguments go to jest), remove them",
  )
  .option("--keep", "leave the clusters up afterwards")
  .allowUnknownOption()
  .action(async (args: string[], { keep }: { keep?: boolean }) => {
    await cleaningUpOnInterrupt(async () => {
      try {
        await up(progress);
        await installPlatform(progress);
        process.exitCode = Math.max(...(await Promise.all([jest("clusters", args), jest("delivery", args)])));
      } finally {
        if (!keep) await down(progress);
      }
    });
  });

program
  .command("bench")
  .description("measure what the way through the platform costs; the lab must be up")
  .action(async () => {
    if (!isUp()) throw new LabError("the lab is not up: npm run lab -- up");
    process.exitCode = await neighbour([process.execPath, "--import", "tsx", "benchmarks/edge/run.ts"]);
  });

/** Runs the tests of one project, one after another. Arguments may leave none of them. */
const jest = (project: "clusters" | "delivery", args: readonly string[]): Promise<number> =>
  neighbour([
    process.execPath,
    require.resolve("jest/bin/jest"),
    ...["--config", "jest.lab.config.js", "--selectProjects", project, "--runInBand", "--passWithNoTests"],
    ...args,
  ]);

/** Runs a program as a neighbour of the nodes: their network exists only inside a namespace. */
function neighbour(command: readonly string[]): Promise<number> {
  const child = spawn("nsenter", [`--net=${namespacePath(BRIDGE_NAMESPACE)}`, "--", ...command], {
    stdio: "inherit",
    cwd: path.join(__dirname, ".."),
  });
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

/** Ctrl-C leaves nothing behind, however far the work had come. */
async function cleaningUpOnInterrupt(work: () => Promise<unknown>): Promise<void> {
  let interrupted = false;
  const interrupt = (signal: NodeJS.Signals) => {
    if (interrupted) return;
    interrupted = true;
    progress.note(`${signal}: cleaning up`);
    down(progress)
      .catch((error: Error) => progress.note(error.message))
      .finally(() => process.exit(130));
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  try {
    await work();
  } catch (error) {
    if (interrupted) await new Promise(() => undefined); // the interrupt ends the process
    throw error;
  } finally {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}

/** What there is, and a few lines to try. */
function usage(): string {
  const [balancer] = labNodes().filter(({ entry }) => entry.role === "edge");
  const ca = path.join(labDir, "ca.crt");
  fs.writeFileSync(ca, authority());
  const enter = `sudo nsenter --net=${namespacePath(BRIDGE_NAMESPACE)}`;
  const curl = (host: string, address: string, url: string) =>
    `  ${enter} curl --cacert ${ca} --resolve ${host}:443:${address} https://${host}${url}`;
  const { host = "", address = "" } = balancer?.entry ?? {};
  return [
    "",
    ...labNodes().map(
      ({ entry }) => `${entry.cluster.padEnd(4)}${entry.address}  ${entry.role}  https://${entry.host}`,
    ),
    "",
    "The clusters' network exists only inside a namespace. Twice, to see both regions:",
    curl(host, address, "/api"),
    "a region itself:",
    ...labNodes().flatMap(({ entry }) =>
      entry.role === "api" ? [curl(entry.host, entry.address, "/api")] : [],
    ),
    "and a cluster:",
    `  ${enter} ${builtProgram("kubectl")} --kubeconfig ${balancer?.kubeconfig} get pods -A`,
    "",
    "When you have finished: npm run lab -- down",
  ].join("\n");
}

program.parseAsync().catch((error: Error) => {
  console.error(error instanceof LabError ? error.message : error.stack);
  process.exitCode = 1;
});
