import type { CloudRules } from "../rules/cloud-rules";
import { TLS_COMPUTED } from "./computed";
import { TLS_LIFETIMES } from "./lifetimes";
import { TLS_VALUES } from "./values";

export const TLS: CloudRules = {
  lifetimes: TLS_LIFETIMES,
  computed: TLS_COMPUTED,
  values: TLS_VALUES,
};
