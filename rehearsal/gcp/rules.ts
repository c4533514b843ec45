import type { CloudRules } from "../rules/cloud-rules";
import { GCP_COMPUTED } from "./computed";
import { gkeCluster, identityFindings, ingressFindings } from "./gke";
import { GCP_LIFETIMES } from "./lifetimes";
import { GCP_REFERENCES, GCP_UNIQUE } from "./references";
import { GCP_VALUES } from "./values";

export const GCP: CloudRules = {
  cluster: gkeCluster,
  computed: GCP_COMPUTED,
  judges: {
    "gcp/identities": identityFindings,
    "gcp/ingress": ingressFindings,
  },
  lifetimes: GCP_LIFETIMES,
  place: {
    providers: /^google$/,
    of: ({ region }) => (typeof region === "string" ? { region } : {}),
  },
  references: GCP_REFERENCES,
  unique: GCP_UNIQUE,
  values: GCP_VALUES,
};
