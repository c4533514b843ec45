/**
 * A Kubernetes object as it goes to the API server. The objects themselves are typed by `kubernetes-models` where they
 * are made; those classes' validators run in the tests.
 */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

/** A list under its name, or nothing where it is empty: Kubernetes means the same by both, and a reader sees less. */
export const some = <Name extends string, T>(
  name: Name,
  list: readonly T[],
): { readonly [Key in Name]?: T[] } =>
  (list.length === 0 ? {} : { [name]: [...list] }) as { readonly [Key in Name]?: T[] };
