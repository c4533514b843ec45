import type { INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import type { IPodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { primaryOf } from "../../config/composed-names";
import type { Service } from "../../config/schema/environment";
import type { KubernetesObject } from "../kubernetes/object";

/** The label that Flagger gives another value in the pods that serve users. */
const LABEL = "app.kubernetes.io/name";

/** How the pods of a service are called: those of the copy too, where the service has a canary. */
export const podNamesOf = ({ name, canary }: Pick<Service, "name" | "canary">): readonly string[] =>
  canary === undefined ? [name] : [name, primaryOf(name)];

/**
 * Flagger runs what serves users as a copy with another name and label. A NetworkPolicy or disruption budget that chooses
 * pods of the service by that label is repeated for the copy's, or they would have no budget, and no caller be admitted.
 */
export const forPrimary = (
  service: string,
  objects: readonly KubernetesObject[],
): readonly KubernetesObject[] =>
  objects.flatMap((object) => (isAbout(service, object) ? [object, renamed(service, object)] : [object]));

const isAbout = (service: string, object: KubernetesObject): boolean =>
  selectorIn(object)?.matchLabels?.[LABEL] === service;

/** The pods that an object chooses, if it is of a kind that does and that Flagger does not copy itself. */
function selectorIn(object: KubernetesObject) {
  if (object.kind === "NetworkPolicy") return (object as INetworkPolicy).spec?.podSelector;
  if (object.kind === "PodDisruptionBudget") return (object as IPodDisruptionBudget).spec?.selector;
  return undefined;
}

function renamed(service: string, object: KubernetesObject): KubernetesObject {
  const copy = structuredClone(object);
  const labels = selectorIn(copy)?.matchLabels as Record<string, string>;
  labels[LABEL] = primaryOf(service);
  return { ...copy, metadata: { ...copy.metadata, name: primaryOf(object.metadata.name) } };
}
