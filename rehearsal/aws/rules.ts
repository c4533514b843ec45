import type { CloudRules } from "../rules/cloud-rules";
import { AWS_ADDRESSING } from "./addressing";
import { AWS_COMPUTED } from "./computed";
import { regionOf } from "./place";
import { AWS_VALUES } from "./values";

export const AWS: CloudRules = {
  addressing: AWS_ADDRESSING,
  computed: AWS_COMPUTED,
  place: { providers: /^aws$/, of: regionOf },
  values: AWS_VALUES,
};
