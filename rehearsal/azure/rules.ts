import type { CloudRules } from "../rules/cloud-rules";
import { AZURE_ADDRESSING } from "./addressing";
import { AZURE_COMPUTED } from "./computed";
import { AZURE_VALUES } from "./values";

export const AZURE: CloudRules = {
  addressing: AZURE_ADDRESSING,
  computed: AZURE_COMPUTED,
  values: AZURE_VALUES,
};
