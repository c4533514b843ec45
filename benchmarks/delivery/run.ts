/**
 * Plans many workspaces of a small platform whose providers are emulated: by the pipeline, and by the shell loop that it takes the place of. Prints seconds on the clock, and the
 * memory of this process, which serves the providers too.
 *
 *     npm run bench:delivery [-- <regions>...]
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { Command } from "commander";
import { Life } from "../../__tests__/delivery/fixtures/life";
import { workspacesOf, write } from "../../__tests__/delivery/fixtures/program";
import { version } from "../../package.json";
import { wholeNumber } from "../../rehearsal/whole-number";

const LOOP = `
set -e
for folder in cdktf.out/stacks/*/; do
  (cd "$folder" && terraform init -input=false && terraform plan -input=false -lock=false -out=plan && terraform show -json plan > plan.json) > /dev/null
done`;

async function seconds(act: () => Promise<unknown> | unknown): Promise<number> {
  const started = performance.now();
  await act();
  return (performance.now() - started) / 1000;
}

/** What is planned is applied before, so that both plan everything for real. */
async function measure(regions: number): Promise<void> {
  const life = new Life();
  process.env["TF_VAR_token"] = "a token for nothing";
  await life.begin();
  try {
    const platform = {
      regions: Object.fromEntries(
        Array.from({ length: regions }, (_, index) => [`r${index}`, { zone: "1" }]),
      ),
    };
    life.commit(platform);
    await life.apply((await life.plan({ all: true })).out);
    const one = await seconds(() => life.plan({ all: true, parallel: 1 }));
    const four = await seconds(() => life.plan({ all: true, parallel: 4 }));
    const { rss } = process.memoryUsage();
    const workspaces = workspacesOf(platform);
    write(path.join(life.project, "cdktf.out"), workspaces);
    const loop = await seconds(() => shell(life.project));
    const figures = [one, four, loop].map((each) => each.toFixed(1)).join(" | ");
    console.log(`| ${Object.keys(workspaces).length} | ${figures} | ${Math.round(rss / 2 ** 20)} |`);
  } finally {
    life.end();
  }
}

/** Beside this process, which serves the providers meanwhile. */
const shell = (cwd: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn("bash", ["-c", LOOP], { cwd, stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`the loop ended with code ${code}`)),
    );
  });

new Command("npm run bench:delivery --")
  .description("Measures planning by the pipeline beside a shell loop over the same workspaces.")
  .version(version)
  .argument(
    "[regions...]",
    "how many regions the small platform has, for each row; 2, 8 and 32 by default",
    (text, before: readonly number[] = []) => [...before, wholeNumber(text)],
  )
  .action(async (sizes: readonly number[] = []) => {
    console.log("| workspaces | one at a time | four at a time | shell loop | MiB |");
    console.log("|---|---|---|---|---|");
    for (const each of sizes.length > 0 ? sizes : [2, 8, 32]) await measure(each);
  })
  .parseAsync();
