/** Starts the program as it ships, as a process of its own, and talks to it over real TLS. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type SelfSignedOptions, selfSigned } from "../../build/self-signed";
import { type Answer, type Ask, ask } from "./requests";
import { eventually, pause } from "./wait";

export { type Answer, ask, eventually, pause };

export const PROGRAM = path.join(__dirname, "../../dist/test/api.cjs");

export type LogLine = Readonly<Record<string, unknown>> & { readonly message: string };

const folders: string[] = [];

export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-api-"));
  folders.push(folder);
  return folder;
}

/** A folder with `tls.crt` and `tls.key`. */
export function pairFolder(options?: SelfSignedOptions): string {
  const folder = temporaryFolder();
  writePair(folder, options);
  return folder;
}

export function writePair(folder: string, options?: SelfSignedOptions): string {
  const { cert, key } = selfSigned(options);
  fs.writeFileSync(path.join(folder, "tls.crt"), cert);
  fs.writeFileSync(path.join(folder, "tls.key"), key, { mode: 0o600 });
  return cert;
}

export class Api {
  private output = "";
  stderr = "";
  readonly exited: Promise<number | null>;

  private constructor(
    readonly process: ChildProcess,
    readonly folder: string,
  ) {
    process.stdout?.on("data", (chunk: Buffer) => {
      this.output += chunk.toString();
    });
    process.stderr?.on("data", (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    this.exited = once(process, "exit").then(([code]) => code as number | null);
  }

  /** Starts on free ports, with a certificate of its own unless `folder` holds one. */
  static async start(
    args: readonly string[] = [],
    folder = pairFolder(),
    env: NodeJS.ProcessEnv = {},
    program?: readonly string[],
    command?: string,
  ): Promise<Api> {
    const api = Api.spawn(args, folder, env, program, command);
    await eventually(`listening (${api.stderr})`, () => api.logs("listening")[0], 20_000);
    return api;
  }

  /** @param program what Node runs: the program as it ships, or a test's own, which gets a channel for messages */
  static spawn(
    args: readonly string[] = [],
    folder = pairFolder(),
    env: NodeJS.ProcessEnv = {},
    program: readonly string[] = [PROGRAM],
    command = process.execPath,
  ): Api {
    const defaults = {
      port: "0",
      "metrics-port": "0",
      "drain-delay": "0s",
      cert: path.join(folder, "tls.crt"),
      key: path.join(folder, "tls.key"),
      "cert-interval": "50ms",
    };
    const flags = Object.entries(defaults).map(([flag, value]) => `--${flag}=${value}`);
    const child = spawn(command, [...program, ...flags, ...args], {
      env: { PATH: process.env["PATH"], API_DEMONSTRATION: "true", ...env },
      stdio: ["ignore", "pipe", "pipe", program.includes(PROGRAM) ? "ignore" : "ipc"],
    });
    const api = new Api(child, folder);
    running.add(api);
    void api.exited.then(() => running.delete(api));
    return api;
  }

  get port(): number {
    return this.logs("listening")[0]?.["port"] as number;
  }

  get metricsPort(): number {
    return this.logs("listening")[0]?.["metrics_port"] as number;
  }

  /** Log lines so far, parsed. */
  logs(message?: string): LogLine[] {
    return this.output
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as LogLine)
      .filter((line) => message === undefined || line.message === message);
  }

  /** Forgets the log so far, for tests that make much of it; "listening" stays. */
  forgetLogs(): void {
    this.output = `${JSON.stringify(this.logs("listening")[0])}\n`;
  }

  get(target: string, options?: Ask): Promise<Answer> {
    return ask(this.port, target, options);
  }

  private(target: string, options?: Ask): Promise<Answer> {
    return ask(this.metricsPort, target, options);
  }

  async metric(series: string): Promise<number | undefined> {
    const { text } = await this.private("/metrics");
    const line = text.split("\n").find((candidate) => candidate.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length));
  }

  /** Resident memory in MiB, as the kernel counts it. */
  memory(): number {
    const status = fs.readFileSync(`/proc/${this.process.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** Open file descriptors. */
  descriptors(): number {
    return fs.readdirSync(`/proc/${this.process.pid}/fd`).length;
  }

  async stop(): Promise<number | null> {
    this.process.kill("SIGKILL");
    return this.exited;
  }
}

const running = new Set<Api>();

afterAll(async () => {
  await Promise.all([...running].map((api) => api.stop()));
  for (const folder of folders) {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
