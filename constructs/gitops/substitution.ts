import { yamlText } from "../kubernetes/yaml-text";

/** What only Terraform knows of a cluster, by the names that delivered objects call it by. */
export const CLUSTER_VALUES = ["registry", "host"] as const;

export type ClusterValue = (typeof CLUSTER_VALUES)[number];

/** The ConfigMap beside Flux in which Terraform tells a cluster's values. */
export const CLUSTER_VALUES_MAP = "cluster-values";

/** Stands for a value until the object is written. No text of a person's holds this character. */
const MARK = "\u0000";

/** Stands for a value in an object: Flux puts the value there when it applies the object. */
export const clusterValue = (name: ClusterValue): string => `${MARK}${name}${MARK}`;

/**
 * Writes an object for Flux: `${name}` where a value of the cluster belongs. Every other dollar is doubled, which Flux
 * undoes: it would take `${` for a name of its own, and `$$` for one dollar
 * (https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution).
 */
export const fluxYaml = (object: unknown): string => yamlText(written(object));

function written(value: unknown): unknown {
  if (typeof value === "string") {
    return value.replaceAll("$", () => "$$").replace(MARKED, (_, name) => `\${${name}}`);
  }
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [written(key), written(child)]));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark is one on purpose
const MARKED = /\u0000([a-z]+)\u0000/g;
