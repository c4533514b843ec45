import { defineEnvironment } from "../define";
import { documentation } from "../documentation";
import { api } from "../workloads/api";

/**
 * A private cluster of GKE behind Google's load balancer. What belongs to one team stands here as a documentation value: replace it in
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
      clusters: { us: { kind: "gke", role: "api" } },
    },
  },
  balancer: { kind: "none" },
  certificates: { kind: "letsencrypt", email: documentation("platform@example.com") },
  workloads: [
    {
      ...api,
      services: api.services.map((service) => ({
        ...service,
        image: "{registry}/api:0.1.0", // from the cluster's own region
        exposure: "http", // the load balancer ends TLS
        protocol: "http",
        port: 8080,
        metrics: { port: 9090 },
        replicas: { minimum: 2, maximum: 4 },
      })),
    },
  ],
  monitoring: { storage: "10Gi" }, // Google makes no smaller disk
});
