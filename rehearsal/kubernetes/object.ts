import { at, isObject, type Json, text, type WorldObject } from "../world/object";

/** An object as the API server would hold it. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Empty for kinds without one. */
  readonly namespace: string;
  readonly body: { readonly [key: string]: Json };
  /** What applies it. */
  readonly origin: WorldObject;
  /** Made by a chart that the rehearsal knows in outline: only what others refer to is there. */
  readonly outline?: boolean;
}

const CLUSTER_WIDE =
  /^(Namespace|Node|PersistentVolume|StorageClass|IngressClass|GatewayClass|PriorityClass|RuntimeClass|ClusterRole|ClusterRoleBinding|ClusterIssuer|CustomResourceDefinition|CSIDriver|APIService|(Mutating|Validating)WebhookConfiguration|ValidatingAdmissionPolicy(Binding)?)$/;

export function isClusterWide(kind: string): boolean {
  return CLUSTER_WIDE.test(kind);
}

/** Makes an object of a document; undefined for what is none. */
export function kubeObject(body: Json, origin: WorldObject, namespace: string): KubeObject | undefined {
  if (!isObject(body)) return undefined;
  const kind = text(body, "kind");
  return {
    apiVersion: text(body, "apiVersion"),
    kind,
    name: text(body, "metadata.name"),
    namespace: isClusterWide(kind) ? "" : text(body, "metadata.namespace") || namespace,
    body,
    origin,
  };
}

export function labelsOf(value: Json | undefined): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, label]) => [key, String(label)]));
}

/** How people call it: `Service api/api`. */
export function titleOf({ kind, namespace, name }: Pick<KubeObject, "kind" | "namespace" | "name">): string {
  return `${kind} ${namespace ? `${namespace}/` : ""}${name}`;
}

/** The keys of a ConfigMap or Secret, none where they are not known. */
export function keysOf({ body }: KubeObject): readonly string[] {
  return ["data", "stringData", "binaryData"].flatMap((field) => {
    const [data] = at(body, field);
    return isObject(data) ? Object.keys(data) : [];
  });
}
