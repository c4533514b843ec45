import { defineOverlay } from "../define";

/** Copy to `vultr.overlay.ts`, replace every value, and commit it: pipelines and colleagues read it too. */
export default defineOverlay({
  infrastructure: {
    kind: "vultr",
    operatorCidrs: ["203.0.113.7/32"],
    registry: { name: "exampleregistry" },
  },
  gitops: { repository: { access: "public", url: "https://github.com/example-org/meridian" } },
});
