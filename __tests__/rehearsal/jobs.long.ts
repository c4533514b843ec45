import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Options } from "../../rehearsal/rehearse";
import { JOBS, type JobInput } from "../support/workload";
import { rehearseOneCluster } from "./fixtures/one-cluster";
import { resourcesIn } from "./fixtures/state";

jest.setTimeout(60_000);

let root: string;
let count = 0;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-jobs-"));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

/** One cluster, whose workload has jobs. */
const rehearsed = (jobs: Record<string, JobInput>, options: Partial<Options> = {}) =>
  rehearseOneCluster(
    path.join(root, String(count++)),
    ({ workloads }) => {
      for (const workload of workloads) workload.jobs = jobs;
    },
    { destroy: false, ...options },
  );

const ID = "local-api-deploy-eu";
const findings = ({ report }: Awaited<ReturnType<typeof rehearsed>>) =>
  report.workspaces.flatMap(({ findings }) => findings.map(({ summary, detail }) => `${summary} ${detail}`));

it("a workload with jobs stands the rehearsal, and a program gets what the configuration says", async () => {
  const result = await rehearsed(JOBS);
  expect(findings(result)).toEqual([]);
  expect(result.report.ok).toBe(true);
  const made = resourcesIn(result.work, ID).find(
    ({ type, name }) => type === "kubernetes_job_v1" && name.includes("migrate"),
  );
  const job = made?.instances[0]?.attributes as {
    spec: {
      template: { spec: { container: { args: string[]; env: { name: string; value: string }[] }[] }[] }[];
    }[];
  };
  const [container] = job.spec[0]?.template[0]?.spec[0]?.container ?? [];
  // As the API server gets it, which reads "$$" as "$".
  expect(container?.args).toEqual(["migrate", "--to=$${LATEST}"]);
  expect(container?.env.map(({ value }) => value)).toEqual(["$${HOME} is $$(HOME) in eu", "api.eu", null]);
});

it("a job that fails leaves the pods as they are", async () => {
  const result = await rehearsed(JOBS, { faults: [{ kind: "fail", type: "kubernetes_job_v1" }] });
  expect(result.report.ok).toBe(false);
  const types = resourcesIn(result.work, ID).map(({ type }) => type);
  expect(types).toContain("kubernetes_secret_v1");
  expect(types).not.toContain("helm_release");
});
