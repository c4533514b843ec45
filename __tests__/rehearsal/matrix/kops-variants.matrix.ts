import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { EnvironmentInput } from "../../../config/schema/environment";
import { movies, moviesDatabase } from "../../../config/workloads/movies";
import { type Report, rehearse } from "../../../rehearsal/rehearse";
import { synthesize } from "../../../stacks/synthesis";
import { environment } from "../../support/synth";
import { findingsOf } from "../fixtures/report";

jest.setTimeout(600_000);

const project = path.join(__dirname, "../../..");
let root: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-kops-"));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

/** Real Terraform takes every workspace up and down again. */
function rehearsed(name: string, hcl: boolean, change: (input: EnvironmentInput) => void): Promise<Report> {
  const folder = path.join(root, name, "cdktf.out");
  const { workspaces: written } = synthesize([environment("kops", change)], { outdir: folder, hcl });
  return rehearse({ folder, environments: [], workspaces: written.map(({ id }) => id), project });
}

const cluster = (input: EnvironmentInput, change: object) =>
  Object.assign(input.regions["ca"]?.clusters["main"] as object, change);

it("stands the rehearsal with a database in two zones, into which roles sign in, names in Route 53, flow logs, spot nodes, a bastion, and Let's Encrypt", async () => {
  const report = await rehearsed("most", false, (input) => {
    input.domain = "movies.example.org";
    input.certificates = { kind: "letsencrypt", email: "platform@example.org", challenge: "http-01" };
    input.databases = {
      ratings: {
        kind: "managed",
        engine: "postgres",
        version: "17",
        availability: "regional",
        usedBy: { api: { application: ["api"] } },
      },
    };
    input.dns = { kind: "route53", zoneId: "Z0123456789ABCDEFGHIJ" };
    Object.assign(input.infrastructure, { flowLogs: {}, databaseUsers: "identity" });
    cluster(input, {
      nodes: { spot: true },
      bastion: {
        sshPublicKey:
          "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJnosuUe9sEmvKlTtS9hfJFSCiv3JDWpNF6y9xXgzWTP platform@example.com",
        sourceCidrs: ["198.51.100.0/24"],
      },
    });
  });
  expect(findingsOf(report)).toEqual([]);
  expect(report.ok).toBe(true);
});

it("stands it with the movies' four services, each under a path of its own, over plain HTTP", async () => {
  const report = await rehearsed("fan-out", true, (input) => {
    input.certificates = { kind: "none" };
    input.workloads = movies({
      image: "{registry}/meridian/movies:0.1.0",
      entry: "fan-out",
      protocol: "http",
    });
    input.databases = { movies: { kind: "managed", engine: "postgres", version: "17", ...moviesDatabase } };
  });
  expect(findingsOf(report)).toEqual([]);
  expect(report.ok).toBe(true);
});

it("stands it with a load balancer straight to web by plain HTTP, without Traefik, and one inside for the ratings", async () => {
  const report = await rehearsed("straight", true, (input) => {
    input.certificates = { kind: "none" };
    cluster(input, { ingress: false });
    input.workloads = movies({
      image: "{registry}/meridian/movies:0.1.0",
      entry: "balancer",
      protocol: "http",
      internal: ["data"],
    });
    input.databases = { movies: { kind: "managed", engine: "postgres", version: "17", ...moviesDatabase } };
  });
  expect(findingsOf(report)).toEqual([]);
  expect(report.ok).toBe(true);
});

it("stands it in HCL with little of everything, and keeps what is protected", async () => {
  const report = await rehearsed("least", true, (input) => {
    input.protect = true;
    Object.assign(input.infrastructure, { flowLogs: { keepDays: 1 } });
    Object.assign(input.regions["ca"]?.network as object, { zones: 1, nat: "single" });
    cluster(input, { controlPlane: { count: 1 }, serviceAccountRoles: false, nodes: { autoscaler: false } });
  });
  expect(findingsOf(report)).toEqual([]);
  const kept = report.workspaces.filter(({ destroyed }) => destroyed === "refused, as protected");
  expect(kept.map(({ workspace }) => workspace).sort()).toEqual([
    "kops-cluster-addons-main",
    "kops-cluster-main",
    "kops-network-ca",
    "kops-pki",
    "kops-store-ca",
  ]);
});
