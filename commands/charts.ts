import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { refused } from "../config/problem";
import { CHARTS } from "../constructs/kubernetes/charts";
import { program, run } from "./program";

interface Options {
  readonly mirror?: string;
  readonly helm: string;
}

/** Downloads every third-party chart at its pinned version, each into a folder of its own name. */
function download(folder: string, { mirror, helm }: Options): void {
  fs.mkdirSync(folder, { recursive: true });
  for (const { name, version, ...own } of Object.values(CHARTS)) {
    const repository = mirror ?? own.repository;
    // Helm does not write over a chart; what lies there may be of another version.
    const target = path.join(folder, name);
    if (fs.existsSync(path.join(target, "Chart.yaml"))) fs.rmSync(target, { recursive: true });
    const from = repository.startsWith("oci://") ? [`${repository}/${name}`] : [name, "--repo", repository];
    const { error, status, stderr } = spawnSync(
      helm,
      ["pull", ...from, "--version", version, "--untar", "--untardir", folder],
      { encoding: "utf8" },
    );
    if (error)
      throw refused(helm, `${error.message}; expected Helm 3 or 4 (https://helm.sh/docs/intro/install/)`);
    if (status !== 0) throw refused(`${name} ${version} of ${repository}`, stderr.trim());
    console.log(`${target}: ${version}`);
  }
}

void run(
  program(
    "charts",
    "Downloads every third-party chart at its pinned version, for npm run test:charts, or for a mirror.",
  )
    .argument("<folder>", "where the charts go")
    .option(
      "--mirror <url>",
      "a repository that holds every chart, as charts.mirror of an environment names it",
    )
    .option("--helm <file>", "the Helm that downloads", "helm")
    .action(download),
);
