import { isValues, type Value, type Values } from "../emulator/values";

/** Which cluster a provider speaks to: the API's address, or the kubeconfig and its context. */
export function clusterOf(config: Values): Record<string, string> {
  const inner = first(config["kubernetes"]);
  const settings = isValues(inner) ? inner : config;
  const cluster = [settings["host"], settings["config_path"], settings["config_context"]].filter(
    (value) => typeof value === "string" && value !== "",
  );
  return cluster.length > 0 ? { cluster: cluster.join("#") } : {};
}

function first(value: Value | undefined): Value | undefined {
  return Array.isArray(value) ? value[0] : value;
}
