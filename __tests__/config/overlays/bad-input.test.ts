import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { api } from "../../fixtures/api";
import { JOBS } from "../../support/workload";
import { problemsIn } from "./problems";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-bad-"));
afterAll(() => {
  fs.rmSync(folder, { recursive: true });
  process.env["MERIDIAN_OVERLAYS"] = "none";
});

/** What is laid over `local`, wrong in every way at once. */
const OVERLAY = {
  infrastructure: { kind: "existing", subscriptionId: "00000000-0000-0000-0000-000000000000" },
  balancer: { kind: "none", routing: { kind: "round-robin" } },
  regions: { eu: { clusters: { lb: null } } },
  databases: { movies: { kind: "managed", engine: "postgres", version: "17", usedBy: {} } },
  workloads: [
    {
      ...api,
      services: [...api.services, { ...api.services[0], name: "movies", exposure: "reencrypt" }],
      jobs: { migrate: { ...JOBS.seed, image: `ghcr.io/example/shop@sha256:${"a".repeat(64)}` } },
    },
    { ...api, name: "other", namespace: "other" },
  ],
};

it("every row is told at once, each with its place and what a good value looks like", () => {
  process.env["MERIDIAN_OVERLAYS"] = "all";
  fs.writeFileSync(path.join(folder, "local.overlay.ts"), `export default ${JSON.stringify(OVERLAY)};`);
  fs.writeFileSync(path.join(folder, "asure.overlay.ts"), "export default {};");
  const local = (problem: string) => expect.stringContaining(problem);
  expect(problemsIn(folder)).toEqual([
    local("asure.overlay.ts is the overlay of no environment; expected a name such as azure.overlay.ts"),
    // a cloud's key in another cloud's environment
    local('infrastructure: unknown key "subscriptionId"; the only key here is kind'),
    // balancer none with routing
    local('balancer: unknown key "routing"; the only key here is kind'),
    // a job without a version
    local("workloads[0].jobs.migrate.image: has no version, which the job is named by"),
    // two services with the same host and path
    local(
      'workloads[0].services[1].route: workloads[0].services[0] answers on {host} too, and what is passed through cannot be told apart by path; expected a host of its own, such as { "host": "movies.{host}" }, or exposure "none"',
    ),
    local(
      'workloads[1].services[0].route: workloads[0].services[0] answers on {host} too, and what is passed through cannot be told apart by path; expected a host of its own, such as { "host": "movies.{host}" }, or exposure "none"',
    ),
    // a database where the cloud makes none
    local(
      'databases.movies.kind: infrastructure "existing" makes no database of kind "managed" (infrastructure "aws" or "gcp" does); expected "existing" or "in-cluster", such as { "kind": "existing",',
    ),
  ]);
});
