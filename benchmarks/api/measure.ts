/** One server on one core, loaded by wrk from another: requests, latency, and what they cost in processor time. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import https from "node:https";

/** Clock ticks per second of /proc's times; fixed on Linux. */
const TICKS = 100;
const STARTUP_MS = 15_000;

export interface Candidate {
  readonly name: string;
  readonly command: (port: number) => readonly string[];
}

export interface Sample {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Microseconds of processor time for one request. */
  readonly cpu: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const request = https.get(
      { port, host: "127.0.0.1", path: "/bench", rejectUnauthorized: false, agent: false },
      (response) => response.resume().on("end", () => resolve(true)),
    );
    request.on("error", () => resolve(false));
  });

const MILLISECONDS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000 };

/** wrk writes 12.34us, 5.67ms or 8.90s. */
function milliseconds(text: string, percentile: string): number {
  const match = new RegExp(`${percentile}%\\s+([\\d.]+)(us|ms|s)`).exec(text);
  return Number(match?.[1]) * (MILLISECONDS[match?.[2] ?? ""] ?? Number.NaN);
}

export class Server {
  private constructor(
    readonly name: string,
    private readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  /** Starts on the first core; its log goes to a file, as a container's would. */
  static async start({ name, command }: Candidate, port: number, log: string): Promise<Server> {
    const output = fs.openSync(log, "w");
    const child = spawn("taskset", ["-c", "0", ...command(port)], {
      stdio: ["ignore", output, "inherit"],
      env: { ...process.env, GOMAXPROCS: "1" },
    });
    const server = new Server(name, port, child);
    const deadline = Date.now() + STARTUP_MS;
    while (!(await answers(port))) {
      if (Date.now() > deadline || child.exitCode !== null) {
        server.stop();
        throw new Error(`${name} does not answer on port ${port}`);
      }
      await pause(100);
    }
    return server;
  }

  /** Load from the second core, over 32 connections that stay open. */
  load(target: string, seconds: number): Sample {
    const before = this.processorSeconds();
    const output = execFileSync(
      "taskset",
      [
        "-c",
        "1",
        "wrk",
        "-t1",
        "-c32",
        `-d${seconds}s`,
        "--latency",
        `https://127.0.0.1:${this.port}${target}`,
      ],
      { encoding: "utf8" },
    );
    const used = this.processorSeconds() - before;
    const failures = /Non-2xx or 3xx responses: (\d+)|Socket errors: (.+)/.exec(output);
    if (failures !== null) {
      throw new Error(`${this.name} ${target}: ${failures[0]}`);
    }
    return {
      requestsPerSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]),
      p50: milliseconds(output, "50"),
      p99: milliseconds(output, "99"),
      cpu: (used * 1e6) / Number(/(\d+) requests in/.exec(output)?.[1]),
    };
  }

  /** Resident memory in MiB. */
  memory(): number {
    const status = fs.readFileSync(`/proc/${this.child.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  stop(): void {
    this.child.kill("SIGKILL");
  }

  private processorSeconds(): number {
    const [, after = ""] = fs.readFileSync(`/proc/${this.child.pid}/stat`, "utf8").split(") ");
    const fields = after.split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  }
}
