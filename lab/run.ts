/** Runs programs and says plainly what failed. */
import { execFile, spawnSync } from "node:child_process";
import { LabError } from "./error";

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds. @default 120000 */
  readonly timeout?: number;
}

const failure = (command: string, args: readonly string[], why: string): LabError =>
  new LabError(`${[command, ...args].join(" ").slice(0, 300)}: ${why.trim().slice(-3000)}`);

/** Runs a program to its end and returns its standard output. @throws LabError with what it wrote to standard error */
export function runSync(command: string, args: readonly string[], options: RunOptions = {}): string {
  const { input, env = process.env, timeout = 120_000 } = options;
  const result = spawnSync(command, args, {
    input: input ?? "",
    env,
    timeout,
    encoding: "utf8",
    maxBuffer: 256 << 20,
  });
  if (result.error) throw failure(command, args, result.error.message);
  if (result.status !== 0)
    throw failure(command, args, result.stderr || result.stdout || `exit ${result.status}`);
  return result.stdout;
}

/** As `runSync`, without blocking. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { input, env = process.env, timeout = 120_000 } = options;
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      [...args],
      { env, timeout, encoding: "utf8", maxBuffer: 256 << 20 },
      (error, stdout, stderr) => {
        if (!error) resolve(stdout);
        else
          reject(
            failure(
              command,
              args,
              stderr || stdout || (error.killed ? `no answer in ${timeout} ms` : error.message),
            ),
          );
      },
    );
    child.stdin?.on("error", () => undefined); // a program may end without reading
    child.stdin?.end(input ?? "");
  });
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until `probe` returns something; the error repeats what the last attempt said. */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | undefined> | T | undefined,
  { seconds = 60, every = 250 }: { readonly seconds?: number; readonly every?: number } = {},
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  let last = "";
  while (Date.now() < deadline) {
    try {
      const value = await probe();
      if (value !== undefined) return value;
    } catch (error) {
      last = (error as Error).message;
    }
    await sleep(every);
  }
  throw new LabError(`${what}: not within ${seconds} s${last ? `; last: ${last}` : ""}`);
}
