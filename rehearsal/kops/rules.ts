import type { CloudRules } from "../rules/cloud-rules";
import { kopsCluster } from "./cluster";
import { KOPS_COMPUTED } from "./computed";
import { groupFindings } from "./groups";
import { KOPS_LIFETIMES } from "./lifetimes";
import { networkFindings } from "./networks";
import { KOPS_REFERENCES, KOPS_UNIQUE } from "./references";
import { storeFindings } from "./stores";
import { KOPS_VALUES } from "./values";

/** kOps: its own checks, which its provider makes only when it is applied. */
export const KOPS: CloudRules = {
  cluster: kopsCluster,
  computed: KOPS_COMPUTED,
  judges: {
    "kops/groups": groupFindings,
    "kops/networks": networkFindings,
    "kops/stores": storeFindings,
  },
  lifetimes: KOPS_LIFETIMES,
  references: KOPS_REFERENCES,
  unique: KOPS_UNIQUE,
  values: KOPS_VALUES,
};
