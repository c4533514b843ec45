import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { Construct } from "constructs";

/** A level of the Pod Security Standards (https://kubernetes.io/docs/concepts/security/pod-security-standards/). */
export type PodSecurity = "restricted" | "baseline" | "privileged";

export interface NamespaceProps {
  readonly name: string;

  /** What its pods may do. @default "restricted" */
  readonly podSecurity?: PodSecurity;

  /** Labels of its own. @default - none */
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

/** A namespace whose pods the API server holds to a Pod Security Standard. */
export class Namespace extends Construct {
  readonly name: string;

  /** The namespace, for others to depend on. */
  readonly resource: NamespaceV1;

  constructor(scope: Construct, id: string, props: NamespaceProps) {
    super(scope, id);
    const { podSecurity = "restricted" } = props;

    this.resource = new NamespaceV1(this, "Resource", {
      metadata: {
        name: props.name,
        labels: {
          ...props.labels,
          "app.kubernetes.io/managed-by": "terraform",
          "pod-security.kubernetes.io/enforce": podSecurity,
          "pod-security.kubernetes.io/warn": podSecurity,
          "pod-security.kubernetes.io/audit": podSecurity,
        },
      },
    });

    this.name = this.resource.metadata.name;
  }
}
