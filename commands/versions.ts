import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { loadEnvironments } from "../config/load";
import { synthesize } from "../stacks/synthesis";
import { writeDigests } from "./digests";
import { fold, WIDTH } from "./fold";
import { environmentsProgram, run } from "./program";
import { TABLES, type Version, versionsIn } from "./versions-in";

/** Lines for the workspaces that use something. */
const LINES = 2;

/** A section for each kind: where its versions stand, and each of them with who uses it. */
function report(versions: readonly Version[]): string {
  return Object.entries(TABLES)
    .flatMap(([kind, table]) => {
      const rows = versions.filter((version) => version.kind === kind);
      if (rows.length === 0) return [];
      return [
        [
          `${kind}: ${table}`,
          ...rows.flatMap(({ name, version, usedBy }) => [
            `  ${name} ${version}`,
            ...fold(usedBy.length > 0 ? usedBy : ["not in use"], WIDTH - 4, LINES).map(
              (line) => `    ${line}`,
            ),
          ]),
        ].join("\n"),
      ];
    })
    .join("\n\n");
}

/** Prints what environments have of others. */
function show(names: readonly string[], json: boolean): void {
  const environments = loadEnvironments(names);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-versions-"));
  try {
    const outdir = path.join(folder, "cdktf.out");
    synthesize(environments, { outdir, hcl: false });
    const versions = versionsIn(outdir, environments);
    console.log(json ? JSON.stringify(versions, null, 2) : report(versions));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

void run(
  environmentsProgram(
    "versions",
    "Prints the version of every chart, image, provider and Kubernetes in use, where it stands, and who uses it.",
  )
    .option("--json", "for programs", false)
    .option(
      "--resolve",
      "write the digests of the workflows' containers behind their tags; needs a network",
      false,
    )
    .action(async (names: string[], { json, resolve }: { json: boolean; resolve: boolean }) => {
      if (!resolve) return show(names, json);
      for (const line of await writeDigests(path.join(__dirname, "../.github/workflows"))) console.log(line);
    }),
);
