import { defineOverlay } from "../define";

/** Copy to `gcp.overlay.ts`, replace every value, and commit it: pipelines and colleagues read it too. */
export default defineOverlay({
  domain: "gcp.example.com",
  infrastructure: {
    kind: "gcp",
    projectId: "example-project",
    bootstrap: {
      billingAccount: "000000-000000-000000",
      administrators: ["group:platform@example.com"],
    },
  },
  dns: { kind: "cloud-dns", zone: "example-zone" },
  certificates: { kind: "letsencrypt", email: "platform@example.com", server: "staging" },
});
