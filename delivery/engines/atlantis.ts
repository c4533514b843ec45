import { stringify } from "yaml";
import { InputError } from "../../rehearsal/input-error";
import type { Snapshot } from "../changes/snapshot";
import { inWaves } from "../changes/waves";
import { units } from "./units";

const HEAD =
  "# Written by 'npm run engines -- atlantis'; docs/delivery.md says what the server has to allow.\n";

const terraform = (command: string) =>
  `terraform -chdir="cdktf.out/stacks/$PROJECT_NAME" ${command} -input=false -no-color`;

/** Atlantis' clone has nothing synthesized: a plan begins with that. An apply finds the clone as its plan left it. */
const WORKFLOW = {
  plan: {
    steps: [
      { run: { command: "npm ci --no-audit --no-fund && npm run synth", output: "hide" } },
      { run: { command: terraform("init"), output: "hide" } },
      { run: `${terraform("plan")} -out="$PLANFILE"` },
    ],
  },
  apply: { steps: [{ run: `${terraform("apply")} "$PLANFILE"` }] },
};

export interface Atlantis {
  /** The content of `atlantis.yaml`. */
  readonly text: string;
  /** Workspaces that are left out: their states would lie in a clone that is thrown away. */
  readonly local: readonly string[];
}

/**
 * What `atlantis.yaml` says (https://www.runatlantis.io/docs/repo-level-atlantis-yaml). Every project has a clone of its own, by the name
 * of its workspace: two that synthesize at once do not meet. `execution_order_group` is the wave of `apply`.
 *
 * @throws InputError where nothing is left
 */
export function atlantis(snapshot: Snapshot): Atlantis {
  const all = units(snapshot);
  const remote = all.filter(({ workspace }) => workspace.backend.kind !== "local");
  const ids = remote.map(({ id }) => id);
  if (ids.length === 0) {
    throw new InputError(
      "every state is local, and Atlantis throws its clones away; expected an environment with a remote state, such as azurerm, s3 or gcs",
    );
  }
  const waves = inWaves(ids, snapshot, new Map());
  const projects = remote.map(({ id, after }) => {
    const depends = after.filter((producer) => ids.includes(producer));
    return {
      name: id,
      dir: ".",
      workspace: id,
      workflow: "meridian",
      execution_order_group: waves.findIndex((wave) => wave.includes(id)) + 1,
      ...(depends.length > 0 ? { depends_on: depends } : {}),
      autoplan: { enabled: true, when_modified: ["**/*", "!docs/**", "!**/*.md"] },
    };
  });
  const content = {
    version: 3,
    abort_on_execution_order_fail: true,
    parallel_plan: true,
    parallel_apply: true,
    projects,
    workflows: { meridian: WORKFLOW },
  };
  const local = all.filter(({ id }) => !ids.includes(id)).map(({ id }) => id);
  return { text: HEAD + stringify(content, { lineWidth: 0, aliasDuplicateObjects: false }), local };
}
