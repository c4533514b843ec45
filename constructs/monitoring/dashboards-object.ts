import type { IConfigMap } from "kubernetes-models/v1/ConfigMap";
import { NAMESPACES } from "../../config/namespaces";
import type { KubernetesObject } from "../kubernetes/object";
import { DASHBOARDS_CONFIG_MAP } from "./grafana";

/** The dashboards, each under the name of its file; Grafana finds a change within a minute. */
export const dashboardsObject = (
  dashboards: Readonly<Record<string, object>>,
): IConfigMap & KubernetesObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: DASHBOARDS_CONFIG_MAP, namespace: NAMESPACES.monitoring },
  data: Object.fromEntries(
    Object.entries(dashboards).map(([name, dashboard]) => [`${name}.json`, inLines(dashboard)]),
  ),
});

/**
 * JSON with a line for every panel: a plan then shows which of them change. Indented in full, the dashboards have
 * thousands of lines, over which Terraform spends seconds and a person more.
 */
function inLines(dashboard: object): string {
  const known = written.get(dashboard);
  if (known) return known;
  const entries = Object.entries(dashboard).map(([key, value]) =>
    Array.isArray(value) && value.length > 0
      ? `${JSON.stringify(key)}: [\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]`
      : `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  const text = `{\n${entries.join(",\n")}\n}\n`;
  written.set(dashboard, text);
  return text;
}

/** Most clusters have the same dashboards. */
const written = new WeakMap<object, string>();
