import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { EnvironmentInput } from "../../config/schema/environment";
import type { Options } from "../../rehearsal/rehearse";
import { JOBS } from "../support/workload";
import { rehearseOneCluster } from "./fixtures/one-cluster";

jest.setTimeout(120_000);

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

/** One cluster, whose workload has a database there. */
const rehearsed = (change: Partial<InCluster> = {}, options: Partial<Options> = {}, hcl = false) =>
  rehearseOneCluster(
    path.join(root, String(count++)),
    (input) => {
      for (const workload of input.workloads)
        workload.jobs = { migrate: { ...JOBS.migrate, secrets: {}, egress: [] } };
      input.databases = { orders: { ...ORDERS, ...change } };
    },
    options,
    hcl,
  );

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
