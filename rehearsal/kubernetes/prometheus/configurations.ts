import { parse } from "yaml";
import { at, isObject, type Json, text } from "../../world/object";
import { type Cluster, ofKind } from "../cluster";
import { dataOf } from "../network/entries";
import type { KubeObject } from "../object";
import type { Pod } from "../pods";

/** Jobs of one Prometheus, where they are written, and the pods that run it. */
export interface Configuration {
  readonly of: KubeObject;
  readonly jobs: readonly Json[];
  readonly scrapers: readonly Pod[];
}

/** Every Prometheus of a cluster whose jobs can be read: of the operator's chart, and of ConfigMaps that pods mount. */
export function configurationsOf(cluster: Cluster): readonly Configuration[] {
  const charts = cluster.releases.map((release) => {
    const { chart, namespace, values, resource } = release;
    return {
      of: { apiVersion: "", kind: "Helm release", name: chart, namespace, body: {}, origin: resource },
      jobs: at(values, "prometheus.prometheusSpec.additionalScrapeConfigs").filter(isObject),
      scrapers: cluster.pods.filter(
        (pod) =>
          pod.namespace === namespace &&
          /^prometheus(?:-agent)?$/.test(pod.labels["app.kubernetes.io/name"] ?? ""),
      ),
    };
  });
  return [...charts, ...ofKind(cluster, "ConfigMap").flatMap((map) => mounted(map, cluster))].filter(
    ({ jobs }) => jobs.length > 0,
  );
}

function mounted(map: KubeObject, cluster: Cluster): Configuration[] {
  return Object.entries(dataOf(map))
    .filter(([key, value]) => /\.ya?ml$/.test(key) && /^scrape_configs:/m.test(value))
    .map(([, value]) => ({
      of: map,
      jobs: at(parsed(value), "scrape_configs").filter(isObject),
      scrapers: cluster.pods.filter(
        ({ namespace, spec }) =>
          namespace === map.namespace &&
          at(spec, "volumes").some((volume) => text(volume, "configMap.name") === map.name),
      ),
    }));
}

function parsed(value: string): Json {
  try {
    return parse(value) as Json;
  } catch {
    return null;
  }
}
