import { defineEnvironment } from "../define";
import { documentation } from "../documentation";
import { lofocats, lofocatsDatabase } from "../workloads/lofocats";

/**
 * A private cluster of GKE behind Google's load balancer, and a web application with a database that Google runs. What belongs to one team stands here as a documentation value: replace it in
 * `gcp.overlay.ts` (`gcp.overlay.example.ts` shows how), not here.
 */
export default defineEnvironment({
  name: "gcp",
  domain: documentation("gcp.example.com"),
  infrastructure: {
    kind: "gcp",
    projectId: documentation("example-project"),
    bootstrap: {
      billingAccount: documentation("000000-000000-000000"),
      administrators: [documentation("group:platform@example.com")],
    },
  },
  dns: { kind: "cloud-dns", zone: documentation("example-zone") },
  regions: {
    us: {
      network: {
        kind: "gcp",
        location: "us-central1",
        cidr: "10.10.0.0/16",
        pods: "10.11.0.0/16",
        services: "10.12.0.0/16",
      },
      clusters: { us: { kind: "gke", role: "api", hostLabel: "lofocats" } },
    },
  },
  balancer: { kind: "none" },
  certificates: { kind: "letsencrypt", email: documentation("platform@example.com") },
  workloads: [lofocats],
  databases: { lofocats: lofocatsDatabase() },
  monitoring: { storage: "10Gi", logs: {}, longTerm: {} }, // Google makes no smaller disk
});
