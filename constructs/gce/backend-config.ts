import type { KubernetesObject } from "../kubernetes/object";

export interface BackendProps {
  /** Of the Service; its BackendConfig has the same. */
  readonly name: string;
  readonly namespace: string;
  /** Port of the pods, and the path that answers 200 while they serve. */
  readonly port: number;
  readonly healthPath: string;
  /** Seconds that a request may take. */
  readonly timeoutSeconds: number;
  /** Name of a policy of Cloud Armor. @default - none */
  readonly securityPolicy?: string | undefined;
  /** The share of requests that are logged, in percent. @default - as the controller has it */
  readonly accessLogs?: number | undefined;
}

/** Seconds that requests in flight get when a pod leaves. */
const DRAINING_SECONDS = 30;

/**
 * What the load balancer is told of a Service: how it asks whether a pod is healthy, how long an answer may take.
 *
 * Keys: https://cloud.google.com/kubernetes-engine/docs/how-to/ingress-configuration#backendconfig
 */
export const backendConfig = (props: BackendProps): KubernetesObject & { readonly spec: object } => ({
  apiVersion: "cloud.google.com/v1",
  kind: "BackendConfig",
  metadata: { name: props.name, namespace: props.namespace },
  spec: {
    healthCheck: {
      type: "HTTP",
      port: props.port,
      requestPath: props.healthPath,
      checkIntervalSec: 5,
      timeoutSec: 5,
      healthyThreshold: 1,
      unhealthyThreshold: 2,
    },
    timeoutSec: props.timeoutSeconds,
    connectionDraining: { drainingTimeoutSec: DRAINING_SECONDS },
    ...(props.securityPolicy === undefined ? {} : { securityPolicy: { name: props.securityPolicy } }),
    ...(props.accessLogs === undefined
      ? {}
      : { logging: { enable: true, sampleRate: props.accessLogs / 100 } }),
  },
});

/**
 * What a Service says to the load balancer: that it calls pods themselves, and by which BackendConfig.
 *
 * @param name - of the BackendConfig
 */
export const backendAnnotations = (name: string): Record<string, string> => ({
  "cloud.google.com/neg": JSON.stringify({ ingress: true }),
  "cloud.google.com/backend-config": JSON.stringify({ default: name }),
});
