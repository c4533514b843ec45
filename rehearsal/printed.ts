import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";

/** What a program printed, and its exit code; 1 where a signal ended it. */
export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Waits until a program has ended; fails with what kept it from starting. */
export function printed(
  child: ChildProcess & { readonly stdout: Readable; readonly stderr: Readable },
): Promise<Printed> {
  return new Promise((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}
