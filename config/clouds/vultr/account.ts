import { z } from "zod";
import { operatorCidrs } from "../../schema/operators";
import { choice, record, text } from "../../schema/primitives";
import { KNOWN_LOCATION, VULTR_LOCATIONS } from "./locations";

/** The one registry of the environment's images, private; clusters everywhere pull from it. */
const registry = record({
  /**
   * Part of every image's name, `<location>.vultrcr.com/<name>/`. Vultr refuses other characters
   * (https://registry.terraform.io/providers/vultr/vultr/2.32.0/docs/resources/container_registry).
   */
  name: text("a registry's name, 3 to 63 lower-case letters and digits", "meridian", /^[a-z0-9]{3,63}$/),
  /** Where it is. @default "sjc" */
  location: z.enum(VULTR_LOCATIONS, { error: KNOWN_LOCATION }).default("sjc"),
  /** What it may hold, and costs. @default "start_up" */
  plan: choice("start_up", "business", "premium", "enterprise").default("start_up"),
});

/** The account that everything goes into: whose API key `VULTR_API_KEY` is. */
export const account = record({
  kind: z.literal("vultr"),
  /** Admits to SSH of the nodes. Vultr has no such list for the Kubernetes API: every client certificate of the cluster gets in. */
  operatorCidrs,
  /** The registry of images. */
  registry: registry.prefault({ name: "meridian" }),
});
