import { z } from "zod";
import { everyCloud } from "../clouds";
import { oneKindOf, record } from "./primitives";

/** `state/<workspace>.tfstate` in the checkout. */
const local = record({ kind: z.literal("local") });

/** Where the workspaces of the environment keep their state. */
export const state = oneKindOf("state", [local, ...everyCloud("states")]);
