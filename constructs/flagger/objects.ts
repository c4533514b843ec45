import type { KubernetesObject } from "../kubernetes/object";

// Flagger's custom resources, as far as they are used here (https://docs.flagger.app/usage/how-it-works). Their schema
// is the chart's own definition, which the API server checks.

/** A version's way to the users. */
export interface Canary extends KubernetesObject {
  readonly spec: {
    readonly provider: "gatewayapi:v1";
    readonly targetRef: Reference;
    readonly autoscalerRef?: Reference;
    readonly progressDeadlineSeconds: number;
    readonly revertOnDeletion: boolean;
    readonly service: {
      readonly port: number;
      readonly targetPort: number;
      readonly portName: string;
      readonly portDiscovery: boolean;
      readonly gatewayRefs: readonly {
        readonly group: string;
        readonly kind: string;
        readonly name: string;
        readonly namespace: string;
      }[];
    };
    readonly analysis: {
      readonly interval: string;
      readonly threshold: number;
      readonly maxWeight: number;
      readonly stepWeight: number;
      readonly metrics: readonly Check[];
      readonly webhooks: readonly Webhook[];
      readonly alerts?: readonly {
        readonly name: string;
        readonly severity: "info" | "warn" | "error";
        readonly providerRef: { readonly name: string; readonly namespace: string };
      }[];
    };
  };
}

interface Reference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

/** A measurement with the range that is accepted, both ends included. */
export interface Check {
  readonly name: string;
  readonly interval: string;
  readonly thresholdRange: { readonly min?: number; readonly max?: number };
  readonly templateRef: { readonly name: string };
}

/** A server that Flagger asks, or tells, at a moment of a rollout. */
export interface Webhook {
  readonly name: string;
  readonly type: "confirm-rollout" | "pre-rollout" | "rollout" | "confirm-promotion" | "rollback";
  readonly url: string;
  readonly timeout: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A measurement: a query that yields one number. */
export interface MetricTemplate extends KubernetesObject {
  readonly spec: {
    readonly provider: { readonly type: "prometheus"; readonly address: string };
    readonly query: string;
  };
}

/** A chat room that Flagger tells of rollouts. */
export interface AlertProvider extends KubernetesObject {
  readonly spec: {
    readonly type: string;
    readonly channel?: string;
    readonly secretRef: { readonly name: string };
  };
}
