import pc from "picocolors";
import { loadEnvironments } from "../config/load";
import type { Environment } from "../config/schema/environment";
import { versionsFile } from "../constructs/gitops/tree";
import type { VersionProblem } from "../constructs/gitops/versions";
import { compareFiles, filesOf, problemsOfVersions, writeFiles } from "./delivery-files";
import { environmentsProgram, run } from "./program";

interface Flags {
  readonly check: boolean;
  /** As the project is shipped: no image has been pushed yet. */
  readonly shipped: boolean;
}

/** Writes or checks the files of an environment; returns whether they are as they should be. */
function deliver(environment: Environment, { check, shipped }: Flags): boolean {
  const { name } = environment;
  const tree = filesOf(environment);
  const { written, removed, foreign } = check
    ? compareFiles(".", environment, tree)
    : writeFiles(".", environment, tree);
  const [write, remove] = check ? ["differs", "is not needed any more"] : ["written", "removed"];
  for (const file of written) console.error(`${file}: ${write}`);
  for (const file of removed) console.error(`${file}: ${remove}`);
  for (const file of foreign) console.error(`${file}: not written by this command, and left alone`);

  const isFailure = ({ isFirst }: VersionProblem) => !isFirst || (check && !shipped);
  const problems = problemsOfVersions(".", environment);
  for (const problem of problems) {
    const word = isFailure(problem) ? pc.red("error") : pc.yellow("before a delivery");
    console.error(`${word} ${versionsFile(name)}: ${problem.image}: ${problem.message}`);
  }
  const count = Object.keys(tree).length;
  console.error(
    count === 0
      ? `${name}: no workload comes from the repository`
      : `${name}: ${count} files, ${written.length} ${write}, ${removed.length} ${remove}`,
  );
  const current = !check || written.length + removed.length === 0;
  if (!current) console.error(`run 'npm run gitops -- ${name}' and commit what it writes`);
  return current && !problems.some(isFailure);
}

void run(
  environmentsProgram(
    "gitops",
    "Writes what the clusters fetch from the repository into deploy/<environment>/<cluster>/.",
  )
    .option("--check", "write nothing; fail if a file is not current or an image has no digest", false)
    .option("--shipped", "with --check: images that nobody has pushed yet are no failure", false)
    .action((names: string[], flags: Flags) => {
      const environments = loadEnvironments(names, { overlays: "committed" });
      if (environments.map((environment) => deliver(environment, flags)).includes(false))
        process.exitCode = 1;
    }),
);
