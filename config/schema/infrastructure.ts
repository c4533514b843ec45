import { clouds } from "../clouds";
import { oneKindOf } from "./primitives";

/** Who makes networks and clusters. */
export const infrastructure = oneKindOf(
  "infrastructure",
  Object.values(clouds).map(({ account }) => account),
);
