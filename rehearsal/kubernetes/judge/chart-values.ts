import { nearest } from "../../rules/near";
import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { isObject, type Json } from "../../world/object";
import { defaultsOf } from "../charts/defaults";
import { clustersOf } from "../cluster";
import type { Release } from "../release";

const SOURCE = "https://helm.sh/docs/chart_template_guide/values_files/";

/** Maps whose keys are people's own, or a program's rather than the chart's. */
const FREE =
  /(^|\.)(annotations|labels|\w+Labels|\w+Annotations|matchLabels|nodeSelector|resources|limits|requests|affinity|data|env|content|configInline|featureGates|datasources|dashboardProviders|dashboardsConfigMaps|config|ports|grafana\.ini|[\w.-]+\.ini)$/;

/** Helm ignores a value that no template reads: a key that is nearly one of the chart's own is a mistake. */
export function chartValueFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap(({ releases }) =>
    releases.flatMap((release) => {
      const defaults = defaultsOf(release.chart);
      return isObject(defaults)
        ? problems(release.values, defaults, "").map((says) => told(release, says))
        : [];
    }),
  );
}

export function told({ resource, chart }: Release, says: string, source = SOURCE): Judged {
  return {
    workspace: resource.workspace,
    address: resource.address,
    says: `values of ${chart}: ${says}`,
    source,
  };
}

function problems(values: Json, defaults: { readonly [key: string]: Json }, path: string): string[] {
  if (!isObject(values)) return [];
  return Object.entries(values).flatMap(([key, value]): string[] => {
    const here = path ? `${path}.${key}` : key;
    const standard = defaults[key];
    if (standard === undefined) {
      const near = nearest(key, Object.keys(defaults));
      return near ? [`${here}: the chart has no such value; is ${near} meant?`] : [];
    }
    if (isObject(standard)) {
      if (value !== null && !isObject(value))
        return [`${here}: ${JSON.stringify(value)} is not an object, as the chart's own is`];
      return FREE.test(here) || Object.keys(standard).length === 0 ? [] : problems(value, standard, here);
    }
    return isSame(standard, value)
      ? []
      : [
          `${here}: ${JSON.stringify(value)?.slice(0, 60)} is not a ${typeof standard}, as the chart's own ${JSON.stringify(standard)}`,
        ];
  });
}

/** Whether a value is of the kind of the chart's own; one that is empty or null there may become anything. */
function isSame(standard: Json, value: Json): boolean {
  if (value === null || standard === null || standard === "") return true;
  if (typeof standard === "boolean") return typeof value === "boolean";
  if (Array.isArray(standard)) return Array.isArray(value);
  if (typeof standard === "number")
    return typeof value === "number" || /^[\d.]+[a-zA-Z%]*$/.test(String(value));
  return !isObject(value) && !Array.isArray(value) && typeof value !== "boolean";
}
