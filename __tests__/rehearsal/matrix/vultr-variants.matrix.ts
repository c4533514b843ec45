import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { EnvironmentInput } from "../../../config/schema/environment";
import { type Report, rehearse } from "../../../rehearsal/rehearse";
import { synthesize } from "../../../stacks/synthesis";
import { consoles, REPOSITORY } from "../../support/delivery";
import { environment } from "../../support/synth";
import { findingsOf } from "../fixtures/report";

jest.setTimeout(600_000);

const project = path.join(__dirname, "../../..");
let root: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-vultr-"));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

const state = {
  kind: "vultr-object-storage",
  bucket: "meridian-state",
  hostname: "ewr1.vultrobjects.com",
  tier: "tier_010k_5000m",
} as const;

/** Real Terraform takes every workspace up and down again, but those that another region has as well. */
function rehearsed(name: string, hcl: boolean, change: (input: EnvironmentInput) => void): Promise<Report> {
  const folder = path.join(root, name, "cdktf.out");
  const { workspaces: written } = synthesize([environment("vultr", change)], { outdir: folder, hcl });
  const workspaces = written.map(({ id }) => id).filter((id) => !id.endsWith("-us-east"));
  return rehearse({ folder, environments: [], workspaces, project });
}

it("stands the rehearsal with Let's Encrypt on names of addresses, more pools and a balancer of three, and states in object storage", async () => {
  const report = await rehearsed("most", false, (input) => {
    input.certificates = { kind: "letsencrypt", email: "platform@example.org", challenge: "http-01" };
    input.state = state;
    Object.assign(input.regions["eu-west"]?.clusters["eu-west"] as object, {
      pools: { large: { plan: "vc2-4c-8gb", minimum: 1, maximum: 1 } },
      nodes: { minimum: 3, maximum: 3 },
      highAvailability: true,
      balancerNodes: 3,
    });
  });
  expect(findingsOf(report)).toEqual([]);
  expect(report.ok).toBe(true);
});

it.each([
  ["JSON", false],
  ["HCL", true],
])("says in %s that a release is not offered, and what is", async (_, hcl) => {
  const folder = path.join(root, `version-${hcl}`, "cdktf.out");
  synthesize(
    [
      environment("vultr", (input) => {
        Object.assign(input.regions["eu-west"]?.clusters["eu-west"] as object, { version: "v1.35.1+9" });
      }),
    ],
    { outdir: folder, hcl },
  );
  const workspaces = ["vultr-network-eu-west", "vultr-vke-eu-west"];
  const report = await rehearse({ folder, environments: [], workspaces, project });
  expect(findingsOf(report).map(({ severity, detail }) => `${severity}: ${detail}`)).toContainEqual(
    expect.stringContaining(
      'cluster "eu-west": Vultr does not offer v1.35.1+9 for new clusters and upgrades; it offers v1.36.1+1, v1.35.5+1.',
    ),
  );
  expect(report.ok).toBe(true); // a warning
});

it("stands it in HCL under a domain, and keeps what is protected", async () => {
  const report = await rehearsed("protected", true, (input) => {
    input.domain = "api.example.org";
    input.protect = true;
    input.gitops = { repository: REPOSITORY };
    Object.assign(input.workloads[0] as object, { delivery: "argocd" });
    input.consoles = consoles;
    input.state = { ...state, lockFile: false };
    Object.assign(input.monitoring as object, {
      hub: { cluster: "tooling" },
      storage: "10Gi",
      logs: { bucket: { name: "meridian-logs", endpoint: "https://ewr1.vultrobjects.com" } },
    });
  });
  expect(findingsOf(report)).toEqual([]);
  const kept = report.workspaces.filter(({ destroyed }) => destroyed === "refused, as protected");
  expect(kept.map(({ workspace }) => workspace).sort()).toEqual([
    "state-vultr",
    "vultr-cluster-addons-eu-west",
    "vultr-cluster-addons-tooling",
    "vultr-pki",
    "vultr-registry",
    "vultr-vke-eu-west",
    "vultr-vke-tooling",
  ]);
});
