import { at, isObject, type Json, text } from "../../world/object";
import { type Cluster, find } from "../cluster";
import { type KubeObject, labelsOf, titleOf } from "../object";
import type { Pod } from "../pods";

/** Where a Service's port leads. */
export interface Target {
  readonly pod: Pod;
  readonly port: number;
}

/** The pods that a Service selects. */
export function podsOf(service: KubeObject, cluster: Cluster): readonly Pod[] {
  const selector = at(service.body, "spec.selector")[0];
  if (!isObject(selector) || Object.keys(selector).length === 0) return [];
  const wanted = Object.entries(labelsOf(selector));
  return cluster.pods.filter(
    ({ namespace, labels }) =>
      namespace === service.namespace && wanted.every(([key, value]) => labels[key] === value),
  );
}

/** The entry of a Service for a port that is named or numbered. */
export function portOf(service: KubeObject, port: string): Json | undefined {
  return at(service.body, "spec.ports").find(
    (each) => text(each, "name") === port || String(at(each, "port")[0]) === port,
  );
}

/** The port of a pod that a Service's entry leads to; undefined for a name that the pod does not have. */
export function targetPort(entry: Json, pod: Pod): number | undefined {
  const target = at(entry, "targetPort")[0] ?? at(entry, "port")[0];
  if (typeof target === "number") return target;
  const named = String(target);
  return /^\d+$/.test(named) ? Number(named) : pod.ports.find(({ name }) => name === named)?.port;
}

/** Where a port of a named Service leads, or why it leads nowhere. */
export function follow(
  cluster: Cluster,
  namespace: string,
  name: string,
  port: string,
): readonly Target[] | string {
  const service = find(cluster, "Service", namespace, name);
  if (!service) {
    return cluster.opaque.has(namespace)
      ? []
      : `there is no ${titleOf({ kind: "Service", namespace, name })}`;
  }
  const entry = portOf(service, port);
  if (entry === undefined) {
    const ports = at(service.body, "spec.ports").map((each) => String(at(each, "port")[0]));
    return `${titleOf(service)} has no port ${port}; there are ${ports.join(", ")}`;
  }
  return podsOf(service, cluster).flatMap((pod) => {
    const number = targetPort(entry, pod);
    return number === undefined ? [] : [{ pod, port: number }];
  });
}
