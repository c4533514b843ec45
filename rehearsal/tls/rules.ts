import type { CloudRules } from "../rules/cloud-rules";
import { TLS_COMPUTED } from "./computed";
import { TLS_VALUES } from "./values";

export const TLS: CloudRules = {
  computed: TLS_COMPUTED,
  values: TLS_VALUES,
};
