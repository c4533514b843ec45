import type { IHorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import type { Service, Workload } from "../../config/schema/environment";
import type { KubernetesObject } from "../kubernetes/object";
import { labelsOf } from "./names";

/** Whether the number of replicas is the autoscaler's to choose. */
export const isAutoscaled = ({ replicas }: Service): boolean => replicas.minimum < replicas.maximum;

/** Looks at the program alone: the sidecar that idles beside it would dilute the average. */
const utilization = ({ name: container }: Service, name: "cpu" | "memory", averageUtilization: number) => ({
  type: "ContainerResource" as const,
  containerResource: { container, name, target: { type: "Utilization" as const, averageUtilization } },
});

/** Adds replicas under load: as many as the measure that asks for most of them. */
export const autoscaler = (
  workload: Workload,
  service: Service,
): IHorizontalPodAutoscaler & KubernetesObject => ({
  apiVersion: "autoscaling/v2",
  kind: "HorizontalPodAutoscaler",
  metadata: { name: service.name, namespace: workload.namespace, labels: labelsOf(workload, service) },
  spec: {
    scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: service.name },
    minReplicas: service.replicas.minimum,
    maxReplicas: service.replicas.maximum,
    metrics: [
      utilization(service, "cpu", service.replicas.cpuPercent),
      ...(service.replicas.memoryPercent === undefined
        ? []
        : [utilization(service, "memory", service.replicas.memoryPercent)]),
    ],
  },
});
