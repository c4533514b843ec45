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
