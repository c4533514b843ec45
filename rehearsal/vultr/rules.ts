import type { CloudRules } from "../rules/cloud-rules";
import { VULTR_COMPUTED, VULTR_MAPS } from "./computed";
import { VULTR_LIFETIMES } from "./lifetimes";
import { VULTR_REFERENCES, VULTR_UNIQUE } from "./references";
import { VULTR_VALUES } from "./values";
import { vkeCluster } from "./vke";

export const VULTR: CloudRules = {
  cluster: vkeCluster,
  computed: VULTR_COMPUTED,
  lifetimes: VULTR_LIFETIMES,
  maps: VULTR_MAPS,
  references: VULTR_REFERENCES,
  unique: VULTR_UNIQUE,
  values: VULTR_VALUES,
};
