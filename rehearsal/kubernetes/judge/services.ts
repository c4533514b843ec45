import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { at, text } from "../../world/object";
import { type Cluster, clustersOf, ofKind } from "../cluster";
import { podsOf, targetPort } from "../network/services";
import { type KubeObject, titleOf } from "../object";
import type { Pod } from "../pods";
import { about } from "./finding";

const SERVICE = "https://kubernetes.io/docs/concepts/services-networking/service/";

/** A Service selects pods, and each of its ports is one where they listen. */
export function serviceFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) =>
    ofKind(cluster, "Service")
      .filter(({ outline }) => !outline)
      .flatMap((service) => [...selectionFindings(service, cluster), ...nameFindings(service)]),
  );
}

function selectionFindings(service: KubeObject, cluster: Cluster): Judged[] {
  const pods = podsOf(service, cluster);
  const hasSelector = at(service.body, "spec.selector").length > 0;
  if (!hasSelector || text(service.body, "spec.type") === "ExternalName") return [];
  if (pods.length === 0) {
    if (cluster.opaque.has(service.namespace)) return [];
    return [
      about(
        service,
        `spec.selector ${JSON.stringify(at(service.body, "spec.selector")[0])} matches no pod`,
        SERVICE,
      ),
    ];
  }
  return at(service.body, "spec.ports").flatMap((entry) =>
    pods
      .filter((pod) => pod.ports.length > 0 && !listens(pod, targetPort(entry, pod)))
      .map((pod) => {
        const target = String(at(entry, "targetPort")[0] ?? at(entry, "port")[0]);
        const ports = pod.ports.map(({ name, port }) => `${name} ${port}`).join(", ");
        return about(
          service,
          `port ${String(at(entry, "port")[0])} leads to ${target}, where ${nameOf(pod)} does not listen; its ports are ${ports}`,
          SERVICE,
        );
      }),
  );
}

function nameFindings(service: KubeObject): Judged[] {
  const ports = at(service.body, "spec.ports");
  const names = ports.map((port) => text(port, "name"));
  const numbers = ports.map((port) => `${String(at(port, "port")[0])}/${text(port, "protocol") || "TCP"}`);
  const says = [
    ...(ports.length > 1 && names.includes("") ? ["each of several ports needs a name"] : []),
    ...(new Set(names).size < names.length ? ["two ports have one name"] : []),
    ...(new Set(numbers).size < numbers.length ? ["two entries have one port"] : []),
    ...(ports.length === 0 && text(service.body, "spec.type") !== "ExternalName" ? ["it has no ports"] : []),
  ];
  return says.map((problem) => about(service, `spec.ports: ${problem}`, SERVICE));
}

export function listens(pod: Pod, port: number | undefined): boolean {
  return pod.ports.some((each) => each.port === port);
}

export function nameOf(pod: Pod): string {
  return pod.owner ? titleOf(pod.owner) : `${pod.namespace}/${pod.name}`;
}
