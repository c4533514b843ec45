import { withDocumented } from "../documented/rules";
import type { CloudRules } from "../rules/cloud-rules";
import { CLOUDFLARE_BEHAVIOURS } from "./behaviours";
import { CLOUDFLARE_COMPUTED } from "./computed";
import { CLOUDFLARE_LIFETIMES } from "./lifetimes";
import { recordFindings, recordFlows } from "./records";
import { CLOUDFLARE_UNIQUE } from "./references";
import { CLOUDFLARE_VALUES } from "./values";

export const CLOUDFLARE: CloudRules = {
  lifetimes: CLOUDFLARE_LIFETIMES,
  behaviours: CLOUDFLARE_BEHAVIOURS,
  computed: CLOUDFLARE_COMPUTED,
  flows: recordFlows,
  judges: { "cloudflare/records": recordFindings },
  unique: CLOUDFLARE_UNIQUE,
  values: withDocumented("cloudflare", CLOUDFLARE_VALUES),
};
