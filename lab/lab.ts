/** The lab as a whole: three nodes that come up together and go without a trace. */
import fs from "node:fs";
import path from "node:path";
import nodes from "../vagrant/nodes.json";
import { addonsReady, installAddons } from "./cluster/addons";
import { LabError } from "./error";
import { nodeImages } from "./images/catalogue";
import { cgroupsWithPrefix, removeCgroup } from "./machine/cgroups";
import { createBridge, deleteNamespace, labNamespaces, namespaceOf, processesIn } from "./machine/network";
import { preflight } from "./machine/preflight";
import { Node, type NodeEntry } from "./node/node";
import { buildPrograms } from "./programs";
import type { Progress } from "./progress";
import { eventually } from "./run";
import { downloadSources } from "./sources";

/** Everything that a run writes; nothing else on the machine changes but the programs' cache. */
export const labDir = process.env["MERIDIAN_LAB_DIR"] || "/var/lib/meridian-lab";

/** Folder of the lab's kubeconfigs, `<cluster>.yaml` each: what `MERIDIAN_KUBECONFIGS` takes. */
export const kubeconfigDir = path.join(labDir, "kubeconfigs");

const ownerFile = path.join(labDir, "owner.pid");

export const labNodes = (): Node[] => (nodes as readonly NodeEntry[]).map((entry) => new Node(entry, labDir));

/** The node of a cluster: `eu`, `us` or `lb`. */
export function labNode(cluster: string): Node {
  const node = labNodes().find(({ entry }) => entry.cluster === cluster);
  if (!node) throw new LabError(`no cluster ${cluster} in vagrant/nodes.json`);
  return node;
}

export const isUp = (): boolean =>
  labNamespaces().length > 0 && labNodes().every(({ kubeconfig }) => fs.existsSync(kubeconfig));

/** Starts three clusters and waits until their nodes, DNS and storage are ready. A crashed earlier run is removed first. */
export async function up(progress: Progress): Promise<Node[]> {
  preflight(labDir);
  claim();
  await buildPrograms(progress);
  downloadSources(progress);
  await down(progress);
  claim();
  const packing = progress.step("pack images");
  const archives = nodeImages();
  packing.done(`${archives.length} images`);
  const starting = progress.step("start three Kubernetes clusters");
  createBridge();
  const all = labNodes();
  await Promise.all(
    all.map(async (node) => {
      await node.start(archives);
      await installAddons(node);
      await node.ready();
      await addonsReady(node);
    }),
  );
  starting.done(all.map(({ entry }) => `${entry.cluster} ${entry.address}`).join(", "));
  return all;
}

/** Ends everything in the lab's namespaces, of this run or of a crashed one, and removes what it made. */
export async function down(progress: Progress): Promise<void> {
  const namespaces = labNamespaces();
  const cgroups = cgroupsWithPrefix(namespaceOf(""));
  if (namespaces.length === 0 && cgroups.length === 0 && !fs.existsSync(path.join(labDir, "nodes"))) return;
  const step = progress.step("remove the lab");
  await endProcesses();
  for (const namespace of namespaces) deleteNamespace(namespace);
  await eventually("the lab's cgroups empty", () => {
    for (const cgroup of cgroups) removeCgroup(cgroup);
    return true;
  });
  fs.rmSync(labDir, { recursive: true, force: true });
  step.done();
}

/**
 * Ends everything in the lab's namespaces. A node's first process goes first: with it the kernel ends all others of the
 * node, pods included, while their starters still live to see them out.
 */
async function endProcesses(): Promise<void> {
  const remaining = () => labNamespaces().flatMap(processesIn);
  for (const pid of remaining().filter(isFirstProcess)) kill(pid);
  const patience = Date.now() + 5000;
  await eventually("the lab's processes end", () => {
    const pids = remaining();
    if (Date.now() > patience) for (const pid of pids) kill(pid);
    return pids.length === 0 ? true : undefined;
  });
}

/** True for process 1 of a process namespace other than the machine's. */
function isFirstProcess(pid: number): boolean {
  try {
    const numbers =
      fs
        .readFileSync(`/proc/${pid}/status`, "utf8")
        .match(/^NSpid:\t(.*)$/m)?.[1]
        ?.split("\t") ?? [];
    return numbers.length > 1 && numbers.at(-1) === "1";
  } catch {
    return false; // it ended meanwhile
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // it ended meanwhile
  }
}

/** One run at a time: two would take each other's namespaces. */
function claim(): void {
  const owner = fs.existsSync(ownerFile) ? Number(fs.readFileSync(ownerFile, "utf8")) : process.pid;
  if (owner !== process.pid && fs.existsSync(`/proc/${owner}`)) {
    throw new LabError(`process ${owner} is using the lab: let it finish, or end it first`);
  }
  fs.mkdirSync(labDir, { recursive: true, mode: 0o700 });
  fs.writeFileSync(ownerFile, String(process.pid));
}
