import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { EnvironmentInput } from "../../config/schema/environment";
import { type Options, rehearse } from "../../rehearsal/rehearse";
import { synthesize } from "../../stacks/synthesis";
import { environment } from "../support/synth";
import { JOBS } from "../support/workload";

jest.setTimeout(120_000);

const project = path.join(__dirname, "../..");
let root: string;
let count = 0;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-databases-"));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

type InCluster = Extract<NonNullable<EnvironmentInput["databases"]>[string], { kind: "in-cluster" }>;

const ORDERS: InCluster = {
  kind: "in-cluster",
  engine: "postgres",
  version: "17",
  deletionProtection: false,
  backups: {
    destination: "s3://backups/orders",
    endpoint: "https://minio.example.com:9000",
    accessKeyId: "backup_access_key_id",
    secretAccessKey: "backup_secret_access_key",
  },
  usedBy: { api: { owner: ["migrate"], application: ["api"] } },
};

/** `local` with one cluster, whose workload has a database there, by the real Terraform. */
async function rehearsed(change: Partial<InCluster> = {}, options: Partial<Options> = {}, hcl = false) {
  const place = path.join(root, String(count++));
  const folder = path.join(place, "cdktf.out");
  const work = path.join(place, "work");
  const local = environment("local", (input) => {
    input.balancer = { kind: "none" };
    for (const [region, { clusters }] of Object.entries(input.regions)) {
      if (region === "eu") delete clusters["lb"];
      else delete input.regions[region];
    }
    for (const workload of input.workloads)
      workload.jobs = { migrate: { ...JOBS.migrate, secrets: {}, egress: [] } };
    input.databases = { orders: { ...ORDERS, ...change } };
  });
  synthesize([local], { outdir: folder, hcl });
  const report = await rehearse({ folder, environments: [], project, work, ...options });
  return { report };
}

const findings = ({ report }: Awaited<ReturnType<typeof rehearsed>>) =>
  report.workspaces.flatMap(({ workspace, findings }) =>
    findings.map(({ summary, detail }) => `${workspace}: ${summary} ${detail}`),
  );

describe.each([
  ["JSON", false],
  ["HCL", true],
])("a database inside of a cluster, as %s", (_, hcl) => {
  it("stands the rehearsal, its destruction included", async () => {
    const result = await rehearsed({}, { destroy: true }, hcl);
    expect(findings(result)).toEqual([]);
    expect(result.report.ok).toBe(true);
    expect(result.report.workspaces.map(({ workspace, wave }) => `${wave} ${workspace}`)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\d local-postgres-eu$/),
        expect.stringMatching(/^\d local-api-deploy-eu$/),
      ]),
    );
  });
});

it("is refused to be destroyed unless the configuration says otherwise", async () => {
  const { report } = await rehearsed({ deletionProtection: true }, { destroy: true });
  expect(report.workspaces.find(({ workspace }) => workspace === "local-postgres-eu")).toMatchObject({
    destroyed: "refused, as protected",
    outcome: "passed",
  });
});
