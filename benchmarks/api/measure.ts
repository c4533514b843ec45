/** One server on one core, loaded by h2load from another: requests, latency, and what they cost in processor time. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import https from "node:https";

/** Clock ticks per second of /proc's times; fixed on Linux. */
const TICKS = 100;
const STARTUP_MS = 15_000;

/** Requests in flight: connections, and streams on each. */
const LOADS = {
  "HTTP/1.1": { connections: 32, arguments: ["--h1"] },
  "HTTP/2": { connections: 8, arguments: ["--max-concurrent-streams=4"] },
} as const;

export type Protocol = keyof typeof LOADS;

export interface Candidate {
  readonly name: string;
  readonly command: (port: number) => readonly string[];
}

export interface Load {
  readonly protocol: Protocol;
  readonly target: string;
  readonly seconds: number;
  /** Requests per second; as many as the server answers where it is absent. */
  readonly rate?: number;
}

export interface Sample {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
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

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export class Server {
  private constructor(
    readonly name: string,
    /** Milliseconds from the start to the first answer. */
    readonly startup: number,
    readonly port: number,
    readonly child: ChildProcess,
    private readonly requestLog: string,
  ) {}

  /** Starts on the first core; its log goes to a file, as a container's would. */
  static async start({ name, command }: Candidate, port: number, log: string): Promise<Server> {
    const output = fs.openSync(log, "w");
    const started = performance.now();
    const child = spawn("taskset", ["-c", "0", ...command(port)], {
      stdio: ["ignore", output, "ignore"],
      env: { ...process.env, GOMAXPROCS: "1" },
    });
    while (!(await answers(port))) {
      if (performance.now() - started > STARTUP_MS || child.exitCode !== null) {
        child.kill("SIGKILL");
        throw new Error(`${name} does not answer on port ${port}`);
      }
      await pause(2);
    }
    return new Server(name, performance.now() - started, port, child, `${log}.requests`);
  }

  /** Load from the second core, over connections that stay open. */
  load({ protocol, target, seconds, rate }: Load): Sample {
    const { connections, arguments: flags } = LOADS[protocol];
    const paced = rate === undefined ? [] : [`--rps=${(rate / connections).toFixed(3)}`];
    fs.rmSync(this.requestLog, { force: true });
    const before = this.processorSeconds();
    const output = execFileSync(
      "taskset",
      ["-c", "1", "h2load", `-c${connections}`, `-D${seconds}`, `--log-file=${this.requestLog}`].concat(
        flags,
        paced,
        `https://127.0.0.1:${this.port}${target}`,
      ),
      { encoding: "utf8" },
    );
    const used = this.processorSeconds() - before;
    const [, done, failed] = /(\d+) succeeded, (\d+) failed/.exec(output) ?? [];
    if (done === undefined || failed !== "0") {
      throw new Error(`${this.name} ${protocol} ${target}: ${failed ?? "no"} requests failed\n${output}`);
    }
    const latencies = this.latencies();
    return {
      requestsPerSecond: Number(done) / seconds,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      cpu: (used * 1e6) / Number(done),
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

  /** Sorted milliseconds; h2load writes start, status and microseconds of every request. */
  private latencies(): number[] {
    const lines = fs.readFileSync(this.requestLog, "utf8").trimEnd().split("\n");
    return lines.map((line) => Number(line.split("\t")[2]) / 1000).sort((a, b) => a - b);
  }

  private processorSeconds(): number {
    const [, after = ""] = fs.readFileSync(`/proc/${this.child.pid}/stat`, "utf8").split(") ");
    const fields = after.split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  }
}
