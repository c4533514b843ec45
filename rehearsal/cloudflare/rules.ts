import type { CloudRules } from "../rules/cloud-rules";
import { CLOUDFLARE_COMPUTED } from "./computed";
import { CLOUDFLARE_LIFETIMES } from "./lifetimes";
import { CLOUDFLARE_VALUES } from "./values";

export const CLOUDFLARE: CloudRules = {
  lifetimes: CLOUDFLARE_LIFETIMES,
  computed: CLOUDFLARE_COMPUTED,
  values: CLOUDFLARE_VALUES,
};
