/** The API under attack: a process of its own, watched from outside. */
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import https from "node:https";
import path from "node:path";
import { createInterface } from "node:readline";
import { selfSigned } from "../build/self-signed";

/** What a client may make the log hold for one fault. */
const LONGEST_LINE = 8192;

/** Short enough that what an input leaves behind is gone soon. */
const LIMITS = [
  "--header-timeout=2s",
  "--request-timeout=2s",
  "--stall-timeout=2s",
  "--idle-timeout=3s",
  "--max-wait=100ms",
  "--demonstration",
];

export class Target {
  /** Lines of the log so far, and what was wrong with some. */
  lines = 0;
  readonly problems: string[] = [];
  port = 0;
  metricsPort = 0;
  stderr = "";

  private constructor(readonly child: ChildProcess) {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => this.read(line));
    child.stderr?.on("data", (chunk: Buffer) => {
      this.stderr = (this.stderr + chunk.toString()).slice(-10_000);
    });
    child.on("exit", (code, signal) =>
      this.problems.push(`the process ended: ${code ?? signal}\n${this.stderr}`),
    );
  }

  static async start(
    program: string,
    folder: string,
    args: readonly string[],
    node = process.execPath,
  ): Promise<Target> {
    const { cert, key } = selfSigned();
    const files = { cert: path.join(folder, "tls.crt"), key: path.join(folder, "tls.key") };
    fs.writeFileSync(files.cert, cert);
    fs.writeFileSync(files.key, key);
    const flags = [
      "--port=0",
      "--metrics-port=0",
      `--cert=${files.cert}`,
      `--key=${files.key}`,
      ...LIMITS,
      ...args,
    ];
    const target = new Target(
      spawn(node, ["--inspect=127.0.0.1:0", program, ...flags], { stdio: ["ignore", "pipe", "pipe"] }),
    );
    while (target.port === 0) {
      if (target.problems.length > 0) {
        throw new Error(target.problems.join("\n"));
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return target;
  }

  /** Resident memory in MiB. */
  memory(): number {
    return (
      Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${this.child.pid}/status`, "utf8"))?.[1]) / 1024
    );
  }

  descriptors(): number {
    return fs.readdirSync(`/proc/${this.child.pid}/fd`).length;
  }

  async metrics(secure: boolean): Promise<string> {
    const { default: http } = await import("node:http");
    return new Promise((resolve, reject) => {
      const options = {
        port: this.metricsPort,
        host: "127.0.0.1",
        path: "/metrics",
        agent: false,
        rejectUnauthorized: false,
      };
      const request = (secure ? https : http).get(options, (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on("end", () => resolve(text));
      });
      request.setTimeout(10_000, () => request.destroy(new Error("no answer within ten seconds")));
      request.on("error", reject);
    });
  }

  stop(): void {
    this.child.removeAllListeners("exit");
    this.child.kill("SIGKILL");
  }

  private read(line: string): void {
    this.lines += 1;
    if (Buffer.byteLength(line) > LONGEST_LINE) {
      this.problems.push(`a line of ${line.length} characters: ${line.slice(0, 200)}`);
    }
    try {
      const entry = JSON.parse(line) as Record<string, unknown>;
      if (entry["message"] === "listening") {
        this.port = entry["port"] as number;
        this.metricsPort = entry["metrics_port"] as number;
      } else if (entry["message"] === "internal error") {
        this.problems.push(line);
      }
    } catch {
      this.problems.push(`a line that is no JSON: ${line.slice(0, 200)}`);
    }
  }
}
