/** Helm releases, installed by the real helm. */
import fs from "node:fs";
import path from "node:path";
import type { Value, Values } from "../../rehearsal/emulator/values";
import { LabError } from "../error";
import { inBridge } from "../machine/network";
import { program } from "../programs";
import { run } from "../run";
import { type Context, type RealResource, single, text } from "./resource";

/** Stands for charts of repositories that need a network. */
export const STAND_INS = path.join(__dirname, "..", "charts");

/** Arguments that the platform does not use, so that none is silently lost here. */
const UNSUPPORTED = ["set", "set_list", "set_sensitive", "set_wo", "postrender"];

const given = (value: Value | undefined): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

function chartOf(values: Values, directory: string): string {
  const chart = text(values, "chart");
  if (!values["repository"]) return path.resolve(directory, chart);
  const standIn = path.join(STAND_INS, chart);
  if (fs.existsSync(standIn)) return standIn;
  throw new LabError(`chart ${chart} of ${values["repository"]}: the lab has no stand-in in lab/charts`);
}

/** Runs helm as the provider would connect. */
const helm = (
  { provider }: Context,
  args: readonly string[],
  options: { input?: string; timeout?: number } = {},
) =>
  run(
    ...inBridge([
      program("helm"),
      `--kubeconfig=${text(single(provider, "kubernetes"), "config_path")}`,
      ...args,
    ]),
    options,
  );

const release: RealResource = {
  async apply(values, _prior, context) {
    const unsupported = UNSUPPORTED.filter((name) => given(values[name]));
    if (unsupported.length)
      throw new LabError(`helm_release ${values["name"]}: the lab knows no ${unsupported.join(", ")}`);
    const seconds = Number(values["timeout"] ?? 300);
    const documents = (values["values"] as string[] | null) ?? [];
    if (documents.length > 1)
      throw new LabError(`helm_release ${values["name"]}: the lab takes one document of values`);
    await helm(
      context,
      [
        ...["upgrade", text(values, "name"), chartOf(values, context.directory), "--install"],
        ...[`--namespace=${text(values, "namespace")}`, `--timeout=${seconds}s`, "--values=-"],
        ...(values["wait"] === false ? [] : ["--wait"]),
        ...(values["atomic"] === true ? ["--atomic"] : []),
        ...(values["create_namespace"] === true ? ["--create-namespace"] : []),
        ...(given(values["max_history"]) ? [`--history-max=${values["max_history"]}`] : []),
      ],
      { input: documents[0] ?? "", timeout: (seconds + 30) * 1000 },
    );
    return { status: "deployed" };
  },
  async exists(state, context) {
    const listed = await helm(context, ["list", "--short", `--namespace=${text(state, "namespace")}`]);
    return listed.split("\n").includes(text(state, "name"));
  },
  async destroy(state, context) {
    await helm(context, [
      "uninstall",
      text(state, "name"),
      `--namespace=${text(state, "namespace")}`,
      "--wait",
      "--ignore-not-found",
    ]);
  },
};

export const helmResources: Readonly<Record<string, RealResource>> = { helm_release: release };
