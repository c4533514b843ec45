/** What the commands of this folder have in common: they print what is wrong, and end whatever a client left open. */
import { Command } from "commander";

/** Ends with 2 for a mistake on its command line. */
export const command = (name: string): Command =>
  new Command(`npm run ${name} -w @meridian/api --`).exitOverride((error) =>
    process.exit(error.exitCode === 0 ? 0 : 2),
  );

/** A line for each; the command ends with 1 where there is any. */
export function print(problems: readonly string[]): void {
  for (const problem of problems) {
    process.stdout.write(`  ${problem}\n`);
    process.exitCode = 1;
  }
}

/** An action after which the process ends, also where it fails. */
export const ending =
  <Args extends readonly unknown[]>(name: string, action: (...args: Args) => Promise<void>) =>
  (...args: Args): Promise<never> =>
    action(...args)
      .catch((error: Error) => {
        process.stderr.write(`${name}: ${error.message}\n`);
        process.exitCode = 1;
      })
      .then(() => process.exit());
