import type { Service, Workload } from "../../config/schema/environment";
import { ENVOY_SERVICE } from "../contour/contour";
import { GATEWAY } from "../gateway/gateway";
import type { KubernetesObject } from "../kubernetes/object";
import { isAutoscaled } from "../workload/autoscaler";
import { labelsOf, servicePort } from "../workload/names";
import { ALERTS } from "./alerts";
import { checksOf, metricTemplates } from "./metrics";
import type { Canary } from "./objects";
import { webhooksOf } from "./webhooks";

/** A service whose new versions are tried on some of the users first. */
export type CanaryService = Service & { readonly canary: NonNullable<Service["canary"]> };

export const hasCanary = (service: Service): service is CanaryService => service.canary !== undefined;

/** The Service of the gateway's Envoys, as pods of the cluster call it. */
const GATEWAY_ADDRESS = `http://${ENVOY_SERVICE}.${GATEWAY.namespace}/`;

/** Seconds in which pods must become ready; an image is pulled in them. */
const PROGRESS_SECONDS = 600;

/**
 * What Flagger is told about a service. Flagger makes the Services, the route and the copy that serves users itself: they
 * are no part of what is delivered.
 *
 * @param alerts - whether failures are posted to a chat
 */
export function canaryObjects(
  workload: Workload,
  service: CanaryService,
  alerts: boolean,
): readonly KubernetesObject[] {
  return [...metricTemplates(workload.namespace, service), canaryObject(workload, service, alerts)];
}

const canaryObject = (workload: Workload, service: CanaryService, alerts: boolean): Canary => {
  const { canary } = service;
  return {
    apiVersion: "flagger.app/v1beta1",
    kind: "Canary",
    metadata: { name: service.name, namespace: workload.namespace, labels: labelsOf(workload, service) },
    spec: {
      provider: "gatewayapi:v1",
      targetRef: { apiVersion: "apps/v1", kind: "Deployment", name: service.name },
      ...(isAutoscaled(service)
        ? {
            autoscalerRef: {
              apiVersion: "autoscaling/v2",
              kind: "HorizontalPodAutoscaler",
              name: service.name,
            },
          }
        : {}),
      progressDeadlineSeconds: PROGRESS_SECONDS,
      revertOnDeletion: true, // without it, the Deployment would stay at no replicas when the canary goes
      service: {
        port: servicePort(service),
        targetPort: service.port,
        portName: service.protocol,
        portDiscovery: true, // the metrics' port
        gatewayRefs: [{ group: "gateway.networking.k8s.io", kind: "Gateway", ...GATEWAY }],
      },
      analysis: {
        interval: `${canary.intervalSeconds}s`,
        threshold: canary.threshold,
        maxWeight: canary.maximumWeight,
        stepWeight: canary.stepWeight,
        metrics: checksOf(service),
        webhooks: webhooksOf(service, GATEWAY_ADDRESS),
        ...(alerts ? { alerts: [{ name: "failure", severity: "error", providerRef: ALERTS }] } : {}),
      },
    },
  };
};
