import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { EnvironmentInput } from "../../../config/schema/environment";
import { type Report, rehearse } from "../../../rehearsal/rehearse";
import { synthesize } from "../../../stacks/synthesis";
import { environment } from "../../support/synth";
import { findingsOf } from "../fixtures/report";

jest.setTimeout(120_000);

const project = path.join(__dirname, "../../..");
let root: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-azure-"));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

/** Real Terraform takes every workspace up and down again. */
function rehearsed(name: string, hcl: boolean, change: (input: EnvironmentInput) => void): Promise<Report> {
  const folder = path.join(root, name, "cdktf.out");
  const { workspaces: written } = synthesize([environment("azure", change)], { outdir: folder, hcl });
  // Monitoring is the same under every variant, and one region as the other: the shipped environment's rehearsal has all.
  const same = /-monitoring-|-k3s-node-eu$|-api-deploy-eu$/;
  const workspaces = written.map(({ id }) => id).filter((id) => !same.test(id));
  return rehearse({ folder, environments: [], workspaces, project });
}

it("stands the rehearsal with two balancers, state, backups and flow logs in Azure, Let's Encrypt by DNS, and a managed zone", async () => {
  const report = await rehearsed("most", false, (input) => {
    input.certificates = { kind: "letsencrypt", email: "platform@example.org" };
    input.dns = { kind: "cloudflare", zoneId: "0".repeat(32), manageZone: true };
    Object.assign(input.infrastructure, {
      flowLogs: { storagePrefix: "exampleflows" },
      backups: { storagePrefix: "examplesaves" },
    });
    Object.assign(input.regions["us"]?.clusters ?? {}, { lb2: { kind: "k3s", role: "edge" } });
    input.state = {
      kind: "azurerm",
      location: "northeurope",
      resourceGroup: "meridian-state",
      storageAccount: "meridianstate",
      principals: ["11111111-1111-1111-1111-111111111111"],
    };
  });
  expect(findingsOf(report)).toEqual([]);
  expect(report.ok).toBe(true);
  expect(report.workspaces.map(({ workspace }) => workspace)).toContain("state-azure");
});

it("stands it in HCL with Let's Encrypt by HTTP, and keeps what is protected", async () => {
  const report = await rehearsed("protected", true, (input) => {
    input.certificates = { kind: "letsencrypt", email: "platform@example.org", challenge: "http-01" };
    input.protect = true;
    Object.assign(input.infrastructure, { flowLogs: { storagePrefix: "exampleflows", keepDays: 7 } });
  });
  expect(findingsOf(report)).toEqual([]);
  const kept = report.workspaces.filter(({ destroyed }) => destroyed === "refused, as protected");
  expect(kept.map(({ workspace }) => workspace).sort()).toEqual([
    "azure-dns",
    "azure-k3s-node-lb",
    "azure-k3s-node-us",
    "azure-network-eu",
    "azure-network-us",
  ]);
});
