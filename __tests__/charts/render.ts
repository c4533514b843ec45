import { execFileSync } from "node:child_process";
import type { IPodTemplateSpec } from "kubernetes-models/v1/PodTemplateSpec";
import { parseAllDocuments, stringify } from "yaml";
import type { KubernetesObject } from "../../constructs/kubernetes/object";
import type { ChartRelease } from "./releases";

/** What the real Helm makes of a release: the objects that it would install, definitions of kinds and hooks among them. */
export function render(
  helm: string,
  { name, namespace, values }: ChartRelease,
  chart: string,
): readonly KubernetesObject[] {
  const text = execFileSync(
    helm,
    [
      ...["template", name, chart, "--namespace", namespace, "--values", "-"],
      ...["--include-crds", "--kube-version", "1.36.3"],
    ],
    { input: stringify(values, { aliasDuplicateObjects: false }), encoding: "utf8", maxBuffer: 64 << 20 },
  );
  return parseAllDocuments(text, { version: "1.1" }) // Helm's, where 0644 is octal
    .map((document) => document.toJSON() as KubernetesObject | null)
    .filter((object): object is KubernetesObject => object !== null)
    .map((object) => withNamespace(object, namespace));
}

/** Helm puts what names no namespace into the release's own; an API server ignores it where a kind has none. */
const withNamespace = (object: KubernetesObject, namespace: string): KubernetesObject => ({
  ...object,
  metadata: { namespace, ...object.metadata },
});

export const isDefinition = ({ kind }: KubernetesObject): boolean => kind === "CustomResourceDefinition";

/** The pods that an object asks for, with the name and namespace that tests call them by. */
export function podsOf(objects: readonly KubernetesObject[]): readonly (KubernetesObject & { spec: Pod })[] {
  return objects.flatMap((object) => {
    const { template } = (object as { spec?: { template?: IPodTemplateSpec } }).spec ?? {};
    if (!template?.spec?.containers) return [];
    const { name, namespace } = object.metadata;
    const metadata = { name, namespace: namespace as string, labels: template.metadata?.labels ?? {} };
    return [{ apiVersion: "v1", kind: "Pod", metadata, spec: template.spec as Pod }];
  });
}

/** As much of a pod as tests look at. */
export interface Pod {
  readonly volumes?: readonly { readonly name: string }[];
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
}

interface Container {
  readonly name: string;
  readonly resources?: { readonly limits?: { readonly memory?: string } };
}
