import type { Estate } from "../world/estate";
import type { KubeObject } from "./object";

/** Objects that the cluster fetches from the repository by itself. */
export function deliveredObjects(_objects: readonly KubeObject[], _estate: Estate): KubeObject[] {
  return [];
}
