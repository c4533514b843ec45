import type { KubernetesObject } from "../kubernetes/object";

/** The part of the AWS Load Balancer Controller's own kind that is in use. */
interface TargetGroupBinding extends KubernetesObject {
  readonly spec: {
    readonly serviceRef: { readonly name: string; readonly port: string };
    readonly targetGroupName: string;
    readonly targetType: "ip";
  };
}

/**
 * The label of a namespace whose pods are ready only once a load balancer finds them healthy: without it a rollout ends the old
 * pods while the new ones are still being registered
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/).
 */
export const READINESS_GATE = { "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled" } as const;

export interface TargetGroupBindingProps {
  readonly namespace: string;

  /** Name of the Service, and of its port. */
  readonly service: string;
  readonly port: string;

  /** Name of the target group: known before it exists, as its ARN is not. */
  readonly targetGroup: string;
}

/** Keeps the pods of a Service in a target group. */
export const targetGroupBinding = (props: TargetGroupBindingProps): TargetGroupBinding => ({
  apiVersion: "elbv2.k8s.aws/v1beta1",
  kind: "TargetGroupBinding",
  metadata: { name: props.service, namespace: props.namespace },
  spec: {
    serviceRef: { name: props.service, port: props.port },
    targetGroupName: props.targetGroup,
    targetType: "ip",
  },
});
