import { defineOverlay } from "../define";

/** Copy to `kops.overlay.ts`, replace every value, and commit it: pipelines and colleagues read it too. */
export default defineOverlay({
  infrastructure: {
    kind: "aws",
    accountId: "000000000000",
    administrators: ["arn:aws:iam::000000000000:role/platform"],
    operatorCidrs: ["203.0.113.7/32"],
    github: { repository: "example-org/meridian" },
  },
});
