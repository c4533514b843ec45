import { type Cloud, inOnePlace } from "../cloud";
import { account } from "./account";
import { cloudDns, endpoints, googleManaged, preShared } from "./domain";
import { gke } from "./gke";
import { network } from "./network";
import { rules } from "./rules";
import { gcs } from "./state";
import { warnings } from "./warnings";

/** Clusters of the Google Kubernetes Engine, each behind a load balancer of Google's. */
export const gcp = {
  account,
  clusters: [gke],
  networks: [network],
  balancers: [],
  dns: [cloudDns, endpoints],
  certificates: [googleManaged, preShared],
  states: [gcs],
  fits: {
    balancer: ["none"],
    dns: ["none", "cloud-dns", "endpoints"],
    certificates: ["letsencrypt", "google-managed", "pre-shared", "none"],
    state: ["local", "gcs"],
    databases: ["managed", "existing", "in-cluster"],
    caches: true,
    keepsMetrics: true,
    registry: true,
    splitsUsers: false,
    lateNames: false,
    opensPort80: true,
    admitsWriters: false,
    provesNamesIn: ["cloud-dns"],
    issuesInClusters: false,
  },
  rules,
  warnings,
  stateIn: inOnePlace,
} as const satisfies Cloud;
