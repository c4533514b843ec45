/** Steady traffic, and an exact account of it. */
import { performance } from "node:perf_hooks";
import { agentFor, get, type Headers, type Target } from "./client";

export interface Sample {
  /** Milliseconds since the load began. */
  readonly at: number;
  readonly milliseconds: number;
  /** HTTP status, or 0 where no answer came. */
  readonly status: number;
  readonly region: string;
  readonly error?: string;
}

export interface Load {
  readonly samples: readonly Sample[];
  /** Ends the load and waits for what is under way. */
  stop(): Promise<readonly Sample[]>;
}

export interface LoadOptions {
  /** Users, each with a connection and one request at a time. @default 4 */
  readonly users?: number;
  /** Milliseconds that a user rests between two requests. @default 10 */
  readonly rest?: number;
  readonly headers?: Headers;
  /** @default "/api" */
  readonly path?: string;
  /** Milliseconds after which a request counts as lost. @default 10000 */
  readonly timeout?: number;
}

/** Loads that are not stopped yet. */
const open = new Set<() => void>();

/** Ends what a failed test has left running; without it the run would never end. */
export function endLoads(): void {
  for (const end of open) end();
  open.clear();
}

export function startLoad(target: Target, options: LoadOptions = {}): Load {
  const { users = 4, rest = 10, headers = {}, path = "/api", timeout = 10_000 } = options;
  const began = performance.now();
  const samples: Sample[] = [];
  let running = true;
  const end = () => {
    running = false;
  };
  open.add(end);
  const agent = agentFor(target, users);
  const user = async (): Promise<void> => {
    while (running) {
      const start = performance.now();
      const sample = { at: start - began };
      try {
        const { status, body } = await get(target, path, { headers, timeout, agent });
        samples.push({
          ...sample,
          milliseconds: performance.now() - start,
          status,
          region: regionIn(status, body),
        });
      } catch (error) {
        const { message } = error as Error;
        samples.push({
          ...sample,
          milliseconds: performance.now() - start,
          status: 0,
          region: "",
          error: message,
        });
      }
      if (rest) await new Promise((resolve) => setTimeout(resolve, rest));
    }
  };
  const all = Promise.all(Array.from({ length: users }, user));
  return {
    samples,
    async stop() {
      end();
      open.delete(end);
      await all;
      agent.destroy();
      return samples;
    },
  };
}

/** The region that the body names; a body that is not one whole answer is told apart from it. */
function regionIn(status: number, body: string): string {
  if (status !== 200) return "";
  try {
    return (JSON.parse(body) as { region: string }).region;
  } catch {
    return body === "1" ? "" : "mixed";
  }
}

export const failures = (samples: readonly Sample[]): readonly Sample[] =>
  samples.filter(({ status }) => status !== 200);

export const percentile = (samples: readonly Sample[], share: number): number => {
  const sorted = samples.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** One line for people: what was asked, what failed and for how long. */
export function summary(samples: readonly Sample[]): string {
  const failed = failures(samples);
  const first = failed[0];
  const last = failed.at(-1);
  const span =
    first && last
      ? `, from ${(first.at / 1000).toFixed(1)} s to ${((last.at + last.milliseconds) / 1000).toFixed(1)} s`
      : "";
  const kinds = [...new Set(failed.map(({ status, error }) => error ?? String(status)))];
  return `${samples.length} requests, ${failed.length} failed${span}${kinds.length ? ` (${kinds.join("; ")})` : ""}, p99 ${percentile(samples, 0.99).toFixed(1)} ms`;
}
