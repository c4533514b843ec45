/** One Kubernetes node: a network, a mount and a process namespace, and the programs in them. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { createCgroup } from "../machine/cgroups";
import { createNodeNetwork, inBridge, namespaceOf, namespacePath } from "../machine/network";
import { program, programDirs } from "../programs";
import { eventually, run } from "../run";
import { type Component, commandLine } from "./components";
import { CONTAINERD_SOCKET, nodeFiles } from "./files";
import { issueClusterCertificates, writeKubeconfig } from "./pki";

/** An entry of `vagrant/nodes.json`. */
export interface NodeEntry {
  readonly name: string;
  readonly cluster: string;
  readonly region: string;
  readonly role: string;
  readonly address: string;
  readonly host: string;
}

/**
 * Runs as process 1 of the node. The machine's own folders are hidden behind the node's, so that kubelet and containerd
 * use their usual paths and leave nothing behind; what the kernel keeps per mount namespace goes with the last process.
 */
const INIT = `set -e
mount --make-rshared /
mkdir -p "$1/lib" "$1/log" "$1/opt"
mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/netns /run/containerd /run/lock
mount --bind "$1/log" /var/log
mount --bind "$1/opt" /opt
mount --bind "$1/lib" /var/lib
mkdir -p /var/lib/etcd
mount -t tmpfs -o mode=700 tmpfs /var/lib/etcd
echo 1 > /proc/sys/net/ipv4/ip_forward
exec "$2"
`;

export class Node {
  /** Folder of the node on the machine: logs, volumes, images. */
  readonly dir: string;
  readonly cgroup: string;
  /** The administrator's kubeconfig, complete in one file. */
  readonly kubeconfig: string;

  constructor(
    readonly entry: NodeEntry,
    labDir: string,
  ) {
    this.dir = path.join(labDir, "nodes", entry.cluster);
    this.cgroup = namespaceOf(entry.cluster);
    this.kubeconfig = path.join(labDir, "kubeconfigs", `${entry.cluster}.yaml`);
  }

  /** Brings the node up as far as a ready API server and a running kubelet; pods and readiness follow. */
  async start(archives: readonly string[]): Promise<void> {
    createNodeNetwork(this.entry.cluster, this.entry.address);
    createCgroup(this.cgroup);
    await this.writeFiles();
    await this.startInit();
    this.startComponent("etcd");
    this.startComponent("containerd");
    this.startComponent("kube-apiserver");
    await this.importImages(archives);
    await this.apiReady();
    this.startComponent("kube-controller-manager");
    this.startComponent("kube-scheduler");
    this.startComponent("kubelet");
    this.startComponent("kube-proxy");
  }

  private async writeFiles(): Promise<void> {
    const etc = path.join(this.dir, "lib", "lab");
    for (const [name, content] of Object.entries(nodeFiles(this.cgroup))) {
      fs.mkdirSync(path.dirname(path.join(etc, name)), { recursive: true });
      fs.writeFileSync(path.join(etc, name), content);
    }
    fs.mkdirSync(path.join(this.dir, "log"), { recursive: true });
    const pki = path.join(etc, "pki");
    await issueClusterCertificates(pki, this.entry.cluster, this.entry.name, this.entry.address);
    const pem = (file: string) => fs.readFileSync(path.join(pki, file), "utf8");
    const server = `https://${this.entry.address}:6443`;
    for (const user of ["controller-manager", "scheduler", "kubelet", "proxy"]) {
      writeKubeconfig(path.join(etc, "kubeconfig", `${user}.yaml`), this.entry.cluster, server, pem, user);
    }
    writeKubeconfig(this.kubeconfig, this.entry.cluster, server, pem, "admin");
  }

  private async startInit(): Promise<void> {
    const log = this.openLog("init");
    const unshare = [
      "unshare",
      "--mount",
      "--propagation",
      "slave",
      "--pid",
      "--fork",
      "--mount-proc",
      "--kill-child",
    ];
    const child = spawn(
      "nsenter",
      [
        `--net=${namespacePath(namespaceOf(this.entry.cluster))}`,
        ...unshare,
        "sh",
        "-c",
        INIT,
        "init",
        this.dir,
        program("pause"),
      ],
      { detached: true, stdio: ["ignore", log, log], cwd: "/" },
    );
    fs.closeSync(log);
    child.unref();
    const children = `/proc/${child.pid}/task/${child.pid}/children`;
    const pid = await eventually(
      `${this.entry.name}: its first process`,
      () => {
        const first = fs.readFileSync(children, "utf8").trim().split(" ")[0];
        return first && fs.readFileSync(`/proc/${first}/cmdline`, "utf8").startsWith(program("pause"))
          ? first
          : undefined;
      },
      { seconds: 10, every: 20 },
    );
    fs.writeFileSync(path.join(this.dir, "init.pid"), pid);
  }

  /** Process 1 of the node, as the machine numbers it. */
  get init(): number {
    return Number(fs.readFileSync(path.join(this.dir, "init.pid"), "utf8"));
  }

  private openLog(name: string): number {
    return fs.openSync(path.join(this.dir, "log", `${name}.log`), "a");
  }

  /** A command that runs inside the node. */
  inside(command: readonly string[]): [string, string[]] {
    return ["nsenter", [`--target=${this.init}`, "--mount", "--pid", "--net", "--wd=/", "--", ...command]];
  }

  /** Starts a component in the background; its output goes to the node's log folder. */
  startComponent(component: Component): void {
    const log = this.openLog(component);
    const [command, args] = this.inside(commandLine(component, this.entry));
    const env = { ...process.env, PATH: `${programDirs().join(":")}:${process.env["PATH"]}` };
    const child = spawn(command, args, { detached: true, stdio: ["ignore", log, log], env });
    fs.closeSync(log);
    child.unref();
  }

  /** Processes of the node, numbered as the machine does: the node's own programs, or those in its pods. */
  processes(whose: "node" | "pods" = "node"): { readonly pid: number; readonly command: string }[] {
    const own = fs.readlinkSync(`/proc/${this.init}/ns/pid`);
    return fs
      .readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const inNode = fs.readlinkSync(`/proc/${name}/ns/pid`) === own;
          const command = path.basename(
            fs.readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0")[0] ?? "",
          );
          const wanted = whose === "node" ? inNode : !inNode && this.holds(name);
          return wanted ? [{ pid: Number(name), command }] : [];
        } catch {
          return []; // it ended meanwhile
        }
      });
  }

  /** True for a process below the node's cgroup: where the pods are. */
  private holds(pid: string): boolean {
    return fs.readFileSync(`/proc/${pid}/cgroup`, "utf8").includes(`/${this.cgroup}/`);
  }

  /** Process number of a component, if it runs. */
  pidOf(component: Component): number | undefined {
    return this.processes().find(({ command }) => command === component)?.pid;
  }

  private async importImages(archives: readonly string[]): Promise<void> {
    const ctr = [program("ctr"), "--address", CONTAINERD_SOCKET, "--namespace", "k8s.io"];
    await eventually(`${this.entry.name}: containerd answers`, () =>
      run(...this.inside([...ctr, "version"])),
    );
    for (const archive of archives) await this.importImage(archive);
  }

  /** Makes an OCI archive's image known to the node, as `k3s ctr images import` does. */
  async importImage(archive: string): Promise<void> {
    const ctr = [program("ctr"), "--address", CONTAINERD_SOCKET, "--namespace", "k8s.io"];
    await run(...this.inside([...ctr, "images", "import", "-"]), { input: fs.readFileSync(archive) });
  }

  /** Runs kubectl against the node's API. */
  kubectl(
    args: readonly string[],
    options: { readonly input?: string; readonly timeout?: number } = {},
  ): Promise<string> {
    return run(...this.inNetwork([program("kubectl"), `--kubeconfig=${this.kubeconfig}`, ...args]), options);
  }

  /** A command that runs with the node's network and the machine's files. */
  inNetwork(command: readonly string[]): [string, string[]] {
    return ["nsenter", [`--net=${namespacePath(namespaceOf(this.entry.cluster))}`, "--", ...command]];
  }

  /** Runs a command beside the node, where the network's cables are. */
  inBridge(command: readonly string[]): Promise<string> {
    return run(...inBridge(command));
  }

  private async apiReady(): Promise<void> {
    await eventually(`${this.entry.name}: API server`, () =>
      this.kubectl(["get", "--raw", "/readyz"], { timeout: 5000 }),
    );
  }

  /** Waits until Kubernetes calls the node ready. */
  async ready(): Promise<void> {
    await eventually(`${this.entry.name}: registers`, () => this.kubectl(["get", "node", this.entry.name]));
    await this.kubectl(["wait", "--for=condition=Ready", `node/${this.entry.name}`, "--timeout=90s"]);
  }
}
