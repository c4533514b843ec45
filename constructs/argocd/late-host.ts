import type { KubernetesObject } from "../kubernetes/object";

/**
 * Stands in Git for the name of a cluster that is known only at apply: under `.invalid`, which no name that resolves can be
 * (https://datatracker.ietf.org/doc/html/rfc6761#section-6.4).
 */
export const LATE_HOST = "host-of-the-cluster.invalid";

/** A patch as Argo CD hands it to Kustomize. */
export interface KustomizePatch {
  readonly target: {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    readonly name: string;
  };
  /** JSON, which is YAML. */
  readonly patch: string;
}

/**
 * Patches that put a cluster's name into every object that has it. They are templates of an ApplicationSet, which knows the
 * name from an annotation of the cluster.
 */
export const hostPatches = (objects: readonly KubernetesObject[]): readonly KustomizePatch[] =>
  objects.flatMap((object) => {
    const operations = textsIn(object, "").filter(({ value }) => value.includes(LATE_HOST));
    if (operations.length === 0) return [];
    const [group = "", version = group] = object.apiVersion.includes("/")
      ? object.apiVersion.split("/")
      : ["", object.apiVersion];
    const patch = JSON.stringify(operations.map((operation) => ({ op: "replace", ...operation })));
    return [
      {
        target: { group, version, kind: object.kind, name: object.metadata.name },
        patch: literal(patch).replaceAll(LATE_HOST, "{{.metadata.annotations.host}}"),
      },
    ];
  });

/** Keeps a person's braces from being taken for a template's: https://pkg.go.dev/text/template */
const literal = (text: string): string => text.replaceAll("{{", "{{`{{`}}");

/** Every text in a value, with its JSON Pointer (https://datatracker.ietf.org/doc/html/rfc6901). */
function textsIn(value: unknown, path: string): readonly { readonly path: string; readonly value: string }[] {
  if (typeof value === "string") return [{ path, value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    textsIn(child, `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
}
