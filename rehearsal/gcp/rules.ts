import { withDocumented } from "../documented/rules";
import type { CloudRules } from "../rules/cloud-rules";
import { cutSubnets } from "../world/cut";
import { GCP_COMPUTED } from "./computed";
import { gkeCluster, identityFindings, ingressFindings } from "./gke";
import { GCP_LIFETIMES } from "./lifetimes";
import { GCP_REFERENCES, GCP_UNIQUE } from "./references";
import { GCP_VALUES } from "./values";

export const GCP: CloudRules = {
  cluster: gkeCluster,
  computed: GCP_COMPUTED,
  judges: {
    "gcp/cut-subnets": cutSubnets(
      {
        types: /^google_compute_subnetwork$/,
        attributes: ["ip_cidr_range", "secondary_ip_range.ip_cidr_range"],
      },
      { types: /^google_compute_firewall$/, attributes: ["source_ranges", "destination_ranges"] },
      "https://cloud.google.com/firewall/docs/firewalls",
    ),
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
  values: withDocumented("google", GCP_VALUES),
};
