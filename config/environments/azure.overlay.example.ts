import { defineOverlay } from "../define";

/** Copy to `azure.overlay.ts`, replace every value, and commit it: pipelines and colleagues read it too. */
export default defineOverlay(({ workloads }) => ({
  domain: "example.com",
  infrastructure: {
    kind: "azure",
    subscriptionId: "00000000-0000-0000-0000-000000000000",
    sshPublicKey:
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA you@example.com",
    operatorCidrs: ["203.0.113.7/32"],
  },
  dns: { kind: "cloudflare", zoneId: "00000000000000000000000000000000", manageZone: true },
  workloads: workloads.map((workload) => ({
    ...workload,
    services: workload.services.map((service) => ({
      ...service,
      image: "ghcr.io/meridian-platform/api:0.1.0", // what the workflow `release` pushed for you
    })),
  })),
}));
