import { execFile, execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { cacheHome } from "../../rehearsal/cache";
import { InputError } from "../../rehearsal/input-error";

const run = promisify(execFile);

/**
 * Who may open plans: recipients of age (https://age-encryption.org), such as `age1...`, separated by commas. Without one, this machine: its
 * key is made at the first need, and lies where only the user can read it.
 *
 * @throws InputError in CI, where a key would go with the machine
 */
export async function recipients(named: string | undefined): Promise<string[]> {
  if (named) return named.split(",").map((each) => each.trim());
  if (process.env["CI"]) {
    throw new InputError(
      "--recipient: plans are encrypted for the job that applies them; give the public half of its age key, such as age1..., here or in MERIDIAN_PLAN_RECIPIENT",
    );
  }
  const { stdout } = await age("age-keygen", ["-y", ownIdentity()]);
  return [stdout.trim()];
}

/** @returns the file of the private half */
export function identity(named: string | undefined): string {
  const file = named ?? ownIdentity();
  if (!fs.existsSync(file))
    throw new InputError(`--identity ${file}: no such file; expected the private half of an age key`);
  return file;
}

/** Encrypts content into a file. */
export async function seal(content: Buffer, file: string, to: readonly string[]): Promise<void> {
  await piped(["--encrypt", ...to.flatMap((each) => ["--recipient", each]), "--output", file], content);
}

/** @throws InputError where the key is not the right one, or the file is not as it was written */
export async function unseal(file: string, identity: string): Promise<Buffer> {
  return piped(["--decrypt", "--identity", identity, file]);
}

function ownIdentity(): string {
  const file = path.join(cacheHome(), "delivery/identity.txt");
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    try {
      execFileSync("age-keygen", ["-o", file], { stdio: "ignore" }); // with mode 0600
    } catch (error) {
      throw missing(error);
    }
  }
  return file;
}

function piped(args: readonly string[], input?: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn("age", args);
    const chunks: Buffer[] = [];
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.on("error", (error) => reject(missing(error)));
    child.on("close", (code) =>
      code === 0
        ? resolve(Buffer.concat(chunks))
        : reject(new InputError(`${args.at(-1)}: ${said.split("\n")[0] ?? `age ended with code ${code}`}`)),
    );
    child.stdin.on("error", () => undefined); // it said why, and ended
    child.stdin.end(input);
  });
}

async function age(program: string, args: readonly string[]): Promise<{ stdout: string }> {
  return run(program, [...args]).catch((error: unknown) => {
    throw missing(error);
  });
}

const missing = (error: unknown): Error =>
  (error as NodeJS.ErrnoException).code === "ENOENT"
    ? new InputError(
        "age and age-keygen: not on the path; plans hold secrets and are kept encrypted (https://age-encryption.org)",
      )
    : (error as Error);
