import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import type { IncomingMessage } from "node:http";
import https from "node:https";
import path from "node:path";
import { text } from "node:stream/consumers";
import { program } from "../../../lab/programs";
import { eventually } from "../../../lab/run";
import { freePort } from "../../support/free-port";

const TOKEN = "rehearsal";

/** A Kubernetes API without nodes: it judges objects and keeps them, and nothing makes pods of them. */
export class ApiServer {
  readonly kubeconfig: string;
  private readonly processes: ChildProcess[] = [];
  private agent?: https.Agent;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {
    this.kubeconfig = path.join(folder, "kubeconfig");
  }

  /** @param serviceAccounts - whether pods need their account, and get its token; off where no controller makes accounts */
  static async start(folder: string, { serviceAccounts = false } = {}): Promise<ApiServer> {
    const [port, client, peer] = await Promise.all([freePort(), freePort(), freePort()]);
    const server = new ApiServer(folder, port);
    const etcd = `http://127.0.0.1:${client}`;
    server.run("etcd", [
      ...[
        "--data-dir",
        path.join(folder, "etcd"),
        "--listen-client-urls",
        etcd,
        "--advertise-client-urls",
        etcd,
      ],
      ...[
        "--listen-peer-urls",
        `http://127.0.0.1:${peer}`,
        "--initial-advertise-peer-urls",
        `http://127.0.0.1:${peer}`,
      ],
      ...["--initial-cluster", `default=http://127.0.0.1:${peer}`],
    ]);
    const key = path.join(folder, "service-accounts.key");
    execFileSync("openssl", ["genrsa", "-out", key, "2048"], { stdio: "ignore" });
    const tokens = path.join(folder, "tokens.csv");
    fs.writeFileSync(tokens, `${TOKEN},test,test,system:masters\n`, { mode: 0o600 });
    server.run(program("kube-apiserver"), [
      ...["--etcd-servers", etcd, "--bind-address", "127.0.0.1", "--secure-port", String(port)],
      // Never used; without one it looks for a default route, which the lab's network does not have.
      ...["--advertise-address", "192.0.2.1"],
      ...[
        "--cert-dir",
        path.join(folder, "pki"),
        "--token-auth-file",
        tokens,
        "--authorization-mode",
        "RBAC",
      ],
      ...["--service-account-issuer", "https://rehearsal", "--service-account-key-file", key],
      ...["--service-account-signing-key-file", key, "--service-cluster-ip-range", "10.96.0.0/16"],
      ...(serviceAccounts ? [] : ["--disable-admission-plugins=ServiceAccount"]),
    ]);
    await eventually(`an API server on port ${port}`, () => server.write());
    return server;
  }

  /** Its own certificate is made at the start; the file is of use once that is there and the server answers. */
  private write(): string | undefined {
    const ca = path.join(this.folder, "pki/apiserver.crt");
    if (!fs.existsSync(ca)) return undefined;
    const cluster = { server: `https://127.0.0.1:${this.port}`, "certificate-authority": ca };
    const config = {
      apiVersion: "v1",
      kind: "Config",
      "current-context": "rehearsal",
      clusters: [{ name: "rehearsal", cluster }],
      users: [{ name: "rehearsal", user: { token: TOKEN } }],
      contexts: [{ name: "rehearsal", context: { cluster: "rehearsal", user: "rehearsal" } }],
    };
    fs.writeFileSync(this.kubeconfig, JSON.stringify(config), { mode: 0o600 });
    try {
      return this.kubectl(["get", "--raw", "/readyz"]);
    } catch {
      return undefined;
    }
  }

  /** A program beside the server, for as long as it lives. */
  run(command: string, args: readonly string[]): ChildProcess {
    const log = fs.openSync(path.join(this.folder, `${path.basename(command)}.log`), "a");
    const process = spawn(command, args, { cwd: this.folder, stdio: ["ignore", log, log] });
    this.processes.push(process);
    return process;
  }

  log = (command: string): string => fs.readFileSync(path.join(this.folder, `${command}.log`), "utf8");

  kubectl(args: readonly string[], input?: string): string {
    return execFileSync("kubectl", ["--kubeconfig", this.kubeconfig, ...args], {
      encoding: "utf8",
      stdio: ["pipe", "pipe", "pipe"],
      ...(input === undefined ? {} : { input }),
    });
  }

  /** Asks the server itself: for what is looked at several times a second, where kubectl would keep the machine busy. */
  private async request<T>(target: string, options: https.RequestOptions = {}, body?: string): Promise<T> {
    this.agent ??= new https.Agent({
      keepAlive: true,
      ca: fs.readFileSync(path.join(this.folder, "pki/apiserver.crt")),
    });
    const request = https.request({
      ...{ host: "127.0.0.1", port: this.port, path: target, agent: this.agent, ...options },
      headers: { authorization: `Bearer ${TOKEN}`, ...options.headers },
    });
    request.end(body);
    const [response] = (await once(request, "response")) as [IncomingMessage];
    const answer = await text(response);
    if (response.statusCode !== 200) throw new Error(`${target}: ${answer}`);
    return JSON.parse(answer) as T;
  }

  /** An object or a list, by its path. */
  read = <T>(path: string): Promise<T> => this.request<T>(path);

  /** Merges into the object at a path. */
  patch = (path: string, changes: object): Promise<unknown> =>
    this.request(
      path,
      { method: "PATCH", headers: { "content-type": "application/merge-patch+json" } },
      JSON.stringify(changes),
    );

  get<T>(...args: readonly string[]): T {
    return JSON.parse(this.kubectl(["get", ...args, "-o", "json"])) as T;
  }

  async stop(): Promise<void> {
    this.agent?.destroy();
    for (const process of this.processes.reverse()) {
      if (process.exitCode !== null) continue;
      const ended = new Promise((resolve) => process.once("exit", resolve));
      process.kill("SIGTERM");
      await ended;
    }
  }
}
