import type { CloudRules } from "../rules/cloud-rules";
import { AWS_ADDRESSING } from "./addressing";
import { AWS_COMPUTED } from "./computed";
import { AWS_VALUES } from "./values";

export const AWS: CloudRules = {
  addressing: AWS_ADDRESSING,
  computed: AWS_COMPUTED,
  values: AWS_VALUES,
};
