import type { CloudRules } from "../rules/cloud-rules";
import { KUBERNETES_COMPUTED } from "./computed";
import { KUBERNETES_VALUES } from "./values";

export const KUBERNETES: CloudRules = {
  computed: KUBERNETES_COMPUTED,
  values: KUBERNETES_VALUES,
};
