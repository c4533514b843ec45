import type { CloudRules } from "../rules/cloud-rules";
import { RANDOM_BEHAVIOURS } from "./behaviours";
import { RANDOM_LIFETIMES } from "./lifetimes";
import { RANDOM_VALUES } from "./values";

export const RANDOM: CloudRules = {
  behaviours: RANDOM_BEHAVIOURS,
  lifetimes: RANDOM_LIFETIMES,
  values: RANDOM_VALUES,
};
