import { type ChildProcess, spawn } from "node:child_process";

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks again until there is an answer. @throws Error with what was waited for, and why the last attempt failed */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  seconds: number,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let last = "no answer";
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      last = (error as Error).message;
    }
    await sleep(200);
  }
  throw new Error(`${what}: not within ${seconds} s; ${last}`);
}

/** Programs that a test started, ended together. */
export class Processes {
  private readonly running: { readonly child: ChildProcess; readonly output: string[] }[] = [];

  start(command: string, args: readonly string[]): void {
    const child = spawn(command, args, { stdio: "pipe" });
    const output: string[] = [];
    child.stdout?.on("data", (text: Buffer) => output.push(text.toString()));
    child.stderr?.on("data", (text: Buffer) => output.push(text.toString()));
    this.running.push({ child, output });
  }

  /** What the programs said, for a message about a failure. */
  get log(): string {
    return this.running
      .map(({ child, output }) => `${child.spawnfile}: ${output.join("").slice(-2000)}`)
      .join("\n");
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.running.map(
        ({ child }) =>
          new Promise<void>((resolve) => {
            if (child.exitCode !== null || child.signalCode !== null) return resolve();
            child.once("exit", () => resolve());
            child.kill("SIGKILL");
          }),
      ),
    );
  }
}
