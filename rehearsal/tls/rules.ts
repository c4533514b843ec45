import type { CloudRules } from "../rules/cloud-rules";
import { TLS_BEHAVIOURS } from "./behaviours";
import { TLS_COMPUTED } from "./computed";
import { certificateFindings } from "./judge";
import { TLS_LIFETIMES } from "./lifetimes";
import { TLS_VALUES } from "./values";

export const TLS: CloudRules = {
  lifetimes: TLS_LIFETIMES,
  behaviours: TLS_BEHAVIOURS,
  computed: TLS_COMPUTED,
  judges: { "tls/certificates": certificateFindings },
  values: TLS_VALUES,
};
