import fs from "node:fs";
import path from "node:path";
import { bodies, type Configuration } from "./configuration";
import type { Listed } from "./manifest";
import { withoutProvisioners } from "./provisioners";
import type { Read } from "./remote-state";

/** Terraform merges files of this name over the configuration; the synthesized file itself stays as it is. */
const OVERRIDE = "rehearsal_override.tf.json";

/**
 * Makes a workspace's copy safe to run: its state, and the states that it reads, become files of the rehearsal, and
 * provisioners are taken out.
 *
 * @returns what was changed, a sentence each
 */
export function makeSafe(
  folder: string,
  listed: Listed,
  configuration: Configuration,
  reads: readonly Read[],
): string[] {
  const directory = path.join(folder, path.dirname(listed.file));
  const notes: string[] = [];
  const override: { terraform?: object; data?: object } = {};

  const { kind, config } = configuration.backend;
  if (kind !== "local" || config["path"] !== statePath(listed.id)) {
    override.terraform = { backend: { local: { path: statePath(listed.id) } } };
    notes.push(`backend ${kind} -> local file`);
  }
  const remote = reads.filter(
    ({ backend, config, producer }) =>
      backend !== "local" || producer === undefined || config["path"] !== statePath(producer),
  );
  if (remote.length > 0) {
    const rewritten = remote.map(({ name, producer }) => [
      name,
      { backend: "local", config: { path: statePath(producer ?? NOBODY) } },
    ]);
    override.data = { terraform_remote_state: Object.fromEntries(rewritten) };
    notes.push(
      `remote state of ${remote.map(({ producer }) => producer ?? "nobody").join(", ")} -> local file`,
    );
  }
  if (notes.length > 0) fs.writeFileSync(path.join(directory, OVERRIDE), JSON.stringify(override, null, 2));

  if (configuration.variables.some(({ name }) => name === "documentation_values")) {
    notes.push("documentation values are accepted");
  }
  if (configuration.provisioners.length > 0) {
    stripProvisioners(path.join(folder, listed.file));
    for (const { address, kinds } of configuration.provisioners) {
      notes.push(`${kinds.join(", ")} of ${address} stripped: provisioners would leave the rehearsal`);
    }
  }
  return notes;
}

/** A workspace that does not exist, so that a remote state without a producer is not read outside of the rehearsal. */
const NOBODY = "nobody";

/** Relative to `cdktf.out/stacks/<id>`, as the synthesized backends have it. */
function statePath(id: string): string {
  return `../../../state/${id}.tfstate`;
}

function stripProvisioners(file: string): void {
  const text = fs.readFileSync(file, "utf8");
  if (!file.endsWith(".json")) {
    fs.writeFileSync(file, withoutProvisioners(text));
    return;
  }
  const root = JSON.parse(text) as Record<string, unknown>;
  for (const types of bodies(root["resource"])) {
    for (const resource of Object.values(types)
      .flatMap(bodies)
      .flatMap((named) => Object.values(named))
      .flatMap(bodies)) {
      delete resource["provisioner"];
    }
  }
  fs.writeFileSync(file, JSON.stringify(root, null, 2));
}
