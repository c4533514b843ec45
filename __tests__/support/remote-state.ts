import type { Output } from "./synth";

const REMOTE = /^\$\{data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)\}$/;
const LOCAL = /^\$\{([\w-]+)\.([\w-]+)\.([\w-]+)\}$/;

/**
 * Where a value comes from: follows an expression through the outputs of other workspaces to the resource that makes it,
 * and there to what is written in the resource. What only an apply can know is named `<name>'s <attribute>`.
 */
export function trace(output: Output, workspace: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  const remote = REMOTE.exec(value);
  if (remote) {
    const [, producer = "", name = ""] = remote;
    return trace(output, producer, output.workspaces[producer]?.output?.[name]?.value);
  }
  const local = LOCAL.exec(value);
  if (!local) return value;
  const [, type = "", id = "", attribute = ""] = local;
  const resource = output.workspaces[workspace]?.resource?.[type]?.[id] ?? {};
  return attribute in resource
    ? trace(output, workspace, resource[attribute])
    : `${trace(output, workspace, resource["name"])}'s ${attribute}`;
}
