import type { Judged } from "../../world/finding";
import { type KubeObject, titleOf } from "../object";

/** A finding about an object, at what applies it. */
export function about(object: KubeObject, says: string, source: string): Judged {
  const { workspace, address } = object.origin;
  return { workspace, address, says: `${titleOf(object)}: ${says}`, source };
}
