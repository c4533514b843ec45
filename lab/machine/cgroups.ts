/** The cgroups of the nodes: one folder each, on either version of the interface. */
import fs from "node:fs";
import path from "node:path";

const CGROUP2_MAGIC = 0x63677270;
const ROOT = "/sys/fs/cgroup";

/** Version of the interface that the machine mounts; a machine with both counts as 1, where its controllers are. */
export const cgroupVersion = (): 1 | 2 => (fs.statfsSync(ROOT).type === CGROUP2_MAGIC ? 2 : 1);

/** Mounts that hold cgroups: one, or one per controller. */
const hierarchies = (): string[] =>
  cgroupVersion() === 2
    ? [ROOT]
    : fs
        .readdirSync(ROOT, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(ROOT, entry.name, "cgroup.procs")))
        .map((entry) => path.join(ROOT, entry.name));

/** Makes a node's cgroup, named as kubelet's `cgroupRoot` expects. */
export function createCgroup(name: string): void {
  if (cgroupVersion() === 2) {
    const available = fs.readFileSync(path.join(ROOT, "cgroup.controllers"), "utf8").trim().split(" ");
    const wanted = ["cpu", "cpuset", "memory", "pids", "io"].filter((controller) =>
      available.includes(controller),
    );
    fs.writeFileSync(
      path.join(ROOT, "cgroup.subtree_control"),
      wanted.map((controller) => `+${controller}`).join(" "),
    );
  }
  for (const hierarchy of hierarchies()) {
    const folder = path.join(hierarchy, name);
    fs.mkdirSync(folder, { recursive: true });
    // A new cpuset has neither processors nor memory, and admits no process until it does.
    for (const file of ["cpuset.cpus", "cpuset.mems"]) {
      if (cgroupVersion() === 1 && fs.existsSync(path.join(folder, file))) {
        fs.writeFileSync(path.join(folder, file), fs.readFileSync(path.join(hierarchy, file)));
      }
    }
  }
}

/** Removes a node's cgroup with everything below; its processes must have ended. */
export function removeCgroup(name: string): void {
  for (const hierarchy of hierarchies()) removeTree(path.join(hierarchy, name));
}

/** cgroups are removed as folders, leaves first: their files cannot be deleted. */
function removeTree(folder: string): void {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeTree(path.join(folder, entry.name));
  }
  fs.rmdirSync(folder);
}

/** Names of cgroups that begin with `prefix`, in every mounted hierarchy. */
export const cgroupsWithPrefix = (prefix: string): string[] => [
  ...new Set(
    hierarchies().flatMap((hierarchy) => fs.readdirSync(hierarchy).filter((name) => name.startsWith(prefix))),
  ),
];
