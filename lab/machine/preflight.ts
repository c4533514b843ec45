/** What the lab asks of a machine, checked before anything is built or changed. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { LabError } from "../error";

/** Each tool with the Debian or Ubuntu package that brings it. */
const TOOLS: Readonly<Record<string, string>> = {
  ip: "iproute2",
  nsenter: "util-linux",
  unshare: "util-linux",
  openssl: "openssl",
  runc: "runc",
  etcd: "etcd-server",
  iptables: "iptables",
  conntrack: "conntrack",
  curl: "curl",
  busybox: "busybox",
  pebble: "pebble",
  pg_lsclusters: "postgresql",
  prometheus: "prometheus",
  "prometheus-alertmanager": "prometheus-alertmanager",
};

const CNI_DIR = "/usr/lib/cni";
const CNI_PLUGINS = ["ptp", "host-local", "portmap", "loopback"];

/** Linux numbers capabilities by bit; these are the ones that have no substitute. */
const CAPABILITIES: Readonly<Record<string, number>> = {
  CAP_NET_ADMIN: 12,
  CAP_SYS_CHROOT: 18,
  CAP_SYS_ADMIN: 21,
};
const CAP_SYS_RESOURCE = 24;

const OVERLAYFS_MAGIC = 0x794c7630;

const searchPath = (): string[] => [
  ...(process.env["PATH"] ?? "").split(":"),
  "/usr/local/go/bin",
  "/usr/sbin",
  "/sbin",
];

const find = (tool: string): string | undefined =>
  searchPath()
    .map((dir) => path.join(dir, tool))
    .find((file) => {
      try {
        fs.accessSync(file, fs.constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

const effectiveCapabilities = (): bigint =>
  BigInt(`0x${fs.readFileSync("/proc/self/status", "utf8").match(/^CapEff:\s*(\w+)$/m)?.[1] ?? "0"}`);

const has = (capabilities: bigint, bit: number): boolean => ((capabilities >> BigInt(bit)) & 1n) === 1n;

/** True where processes may lower their out-of-memory score; containers often may not. */
export const mayRaisePriority = (): boolean => has(effectiveCapabilities(), CAP_SYS_RESOURCE);

function missingGo(): string | undefined {
  const wanted = "1.26";
  if (!find("go")) return `Go ${wanted} or later is not on the path: see https://go.dev/doc/install`;
  const version = spawnSync("go", ["env", "GOVERSION"], { encoding: "utf8" }).stdout.trim();
  const [major = 0, minor = 0] = version.replace("go", "").split(".").map(Number);
  return major > 1 || minor >= 26
    ? undefined
    : `Go ${wanted} or later is needed, this is ${version}: see https://go.dev/doc/install`;
}

/** @throws LabError that lists everything that is missing, with what to install */
export function preflight(labDir: string): void {
  if (process.platform !== "linux")
    throw new LabError("the lab needs Linux: network namespaces and cgroups are its floor");
  process.env["PATH"] = [...new Set(searchPath())].join(":");
  const problems: string[] = [];
  if (process.getuid?.() !== 0) problems.push("root is needed for namespaces and mounts: run it with sudo");
  const capabilities = effectiveCapabilities();
  const lacking = Object.entries(CAPABILITIES).flatMap(([name, bit]) =>
    has(capabilities, bit) ? [] : [name],
  );
  if (process.getuid?.() === 0 && lacking.length) {
    problems.push(
      `this container withholds ${lacking.join(", ")}: start it with --privileged or on the machine itself`,
    );
  }
  const tools = Object.entries(TOOLS).filter(([tool]) => !find(tool));
  const packages = new Set(tools.map(([, name]) => name));
  const plugins = CNI_PLUGINS.filter((plugin) => !fs.existsSync(path.join(CNI_DIR, plugin)));
  if (plugins.length) packages.add("containernetworking-plugins");
  if (packages.size) {
    const names = [...tools.map(([tool]) => tool), ...plugins.map((plugin) => path.join(CNI_DIR, plugin))];
    problems.push(`missing ${names.join(", ")}: apt-get install ${[...packages].join(" ")}`);
  }
  const go = missingGo();
  if (go) problems.push(go);
  if (!find("terraform")) {
    problems.push(
      "Terraform 1.11 or later is not on the path: see https://developer.hashicorp.com/terraform/install",
    );
  }
  if (!find("kubectl"))
    problems.push("kubectl is not on the path: see https://kubernetes.io/docs/tasks/tools/");
  if (!/\boverlay$/m.test(fs.readFileSync("/proc/filesystems", "utf8")))
    problems.push("the kernel has no overlay file system: modprobe overlay");
  if (!fs.existsSync("/sys/fs/cgroup")) problems.push("no cgroups at /sys/fs/cgroup: mount them");
  if (problems.length === 0) {
    fs.mkdirSync(labDir, { recursive: true });
    if (fs.statfsSync(labDir).type === OVERLAYFS_MAGIC) {
      problems.push(
        `${labDir} is on an overlay file system, which cannot hold another: set MERIDIAN_LAB_DIR to a folder on a disk`,
      );
    }
  }
  if (problems.length)
    throw new LabError(`the lab cannot run here\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
}
