import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Report, rehearse } from "../../../rehearsal/rehearse";
import { synthesize } from "../../../stacks/synthesis";
import {
  type Change,
  deliveredByTerraform,
  withAcm,
  withPassthrough,
  withPlainHttp,
  withRegionalState,
} from "../../support/aws";
import { findingsOf } from "../fixtures/report";

jest.setTimeout(600_000);

const project = path.join(__dirname, "../../..");
let root: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-aws-"));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

/** Real Terraform takes every workspace up and down again. */
function rehearsed(name: string, hcl: boolean, change: Change): Promise<Report> {
  const folder = path.join(root, name, "cdktf.out");
  const { workspaces: written } = synthesize([deliveredByTerraform(change)], { outdir: folder, hcl });
  // These are the same under every variant, or in both regions: the shipped environment's rehearsal has all.
  const same = /-monitoring-|-api-deploy-central$/;
  const workspaces = written.map(({ id }) => id).filter((id) => !same.test(id));
  return rehearse({ folder, environments: [], workspaces, project });
}

it("stands the rehearsal with certificates of ACM, a domain in Route 53, alarms, logs, and state in S3 in every region", async () => {
  const report = await rehearsed("acm", false, (input) => {
    withAcm(input);
    withRegionalState(input);
    Object.assign(input.infrastructure, {
      alarms: { emails: ["platform@example.com"] },
      flowLogs: {},
      accessLogs: { keepDays: 30 },
    });
  });
  expect(findingsOf(report)).toEqual([]);
  expect(report.ok).toBe(true);
  expect(report.workspaces.map(({ workspace }) => workspace)).toEqual(
    expect.arrayContaining(["state-aws", "aws-dns", "aws-alarms"]),
  );
});

it("stands it with TLS that the pods end", async () => {
  const report = await rehearsed("passthrough", false, withPassthrough);
  expect(findingsOf(report)).toEqual([]);
  expect(report.ok).toBe(true);
});

it("stands it in HCL with plain HTTP, a warm standby, no CI, and keeps what is protected", async () => {
  const report = await rehearsed("http", true, (input) => {
    withPlainHttp(input);
    input.protect = true;
    input.balancer = {
      kind: "global-accelerator",
      routing: { kind: "warm-standby", primary: "west" },
    };
    Object.assign(input.infrastructure, { github: undefined, flowLogs: {} });
    if (input.regions["west"]?.network?.kind === "aws") input.regions["west"].network.nat = "per-zone";
  });
  expect(findingsOf(report)).toEqual([]);
  const kept = report.workspaces.filter(({ destroyed }) => destroyed === "refused, as protected");
  expect(kept.map(({ workspace }) => workspace).sort()).toEqual([
    "aws-eks-central",
    "aws-eks-west",
    "aws-global-lb",
    "aws-network-central",
    "aws-network-west",
  ]);
});
