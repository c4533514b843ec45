import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { EnvironmentInput } from "../../../config/schema/environment";
import { type Report, rehearse } from "../../../rehearsal/rehearse";
import { synthesize } from "../../../stacks/synthesis";
import { environment } from "../../support/synth";
import { findingsOf } from "../fixtures/report";

jest.setTimeout(600_000);

const project = path.join(__dirname, "../../..");
let root: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-gcp-"));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

/** Real Terraform takes every workspace up and down again, but monitoring, which is as elsewhere. */
function rehearsed(name: string, hcl: boolean, change: (input: EnvironmentInput) => void): Promise<Report> {
  const folder = path.join(root, name, "cdktf.out");
  const { workspaces: written } = synthesize([environment("gcp", change)], { outdir: folder, hcl });
  const workspaces = written.map(({ id }) => id).filter((id) => !id.includes("-monitoring-"));
  return rehearse({ folder, environments: [], workspaces, project });
}

const cluster = (input: EnvironmentInput): object => input.regions["us"]?.clusters["us"] as object;

it("stands the rehearsal with GitHub's jobs, a cache, Cloud Armor, blocked paths, proofs at the load balancer, logs and a bucket", async () => {
  const report = await rehearsed("most", false, (input) => {
    input.monitoring = { storage: "10Gi", longTerm: { replicas: 2 } };
    input.caches = { pages: { usedBy: { api: ["api"] } } };
    Object.assign(input.infrastructure, {
      github: { repositoryId: "123456789" },
      flowLogs: { percent: 50 },
      accessLogs: {},
    });
    Object.assign(cluster(input), {
      armor: {},
      zone: "us-central1-a",
      controlPlane: { operatorCidrs: ["203.0.113.7/32"] },
    });
    input.certificates = { kind: "letsencrypt", email: "platform@example.org", challenge: "http-01" };
    input.state = { kind: "gcs", bucket: "example-project-tf-state", location: "us-central1" };
    for (const service of input.workloads[0]?.services ?? [])
      Object.assign(service, { route: { blocked: ["/healthz"] } });
  });
  expect(findingsOf(report)).toEqual([]);
  expect(report.ok).toBe(true);
});

it("stands it in HCL with Autopilot, a name of Endpoints, Google's certificate, passwords and exports", async () => {
  const report = await rehearsed("other", true, (input) => {
    Object.assign(input.infrastructure, {
      databaseUsers: "password",
      flowLogs: {},
      accessLogs: { percent: 10 },
      databaseExports: { bucket: "example-backups" },
    });
    Object.assign(cluster(input), { autopilot: true });
    input.domain = "endpoints.example-project.cloud.goog";
    input.dns = { kind: "endpoints" };
    input.certificates = { kind: "google-managed" };
    input.databases = {
      cats: {
        kind: "managed",
        engine: "postgres",
        version: "18",
        usedBy: { api: { application: ["api"] } },
      },
    };
  });
  expect(findingsOf(report)).toEqual([]);
  const kept = report.workspaces.filter(({ destroyed }) => destroyed === "refused, as protected");
  expect(kept.map(({ workspace }) => workspace)).toEqual(["gcp-dns"]);
});
