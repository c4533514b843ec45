import type { EnvironmentInput } from "../../config/schema/environment";
import { deliveredByTerraform } from "../support/aws";
import { delivered } from "../support/delivery";
import { problemsOf } from "../support/problems";
import { environment } from "../support/synth";
import { JOBS, type JobInput } from "../support/workload";

const withJobs =
  (jobs: Record<string, JobInput>) =>
  (input: EnvironmentInput): void => {
    for (const workload of input.workloads) workload.jobs = jobs;
  };
const local = (jobs: Record<string, JobInput>) => environment("local", withJobs(jobs));
const migrate = (change: Partial<JobInput>) => ({ migrate: { ...JOBS.migrate, ...change } });

it("has time, attempts and the image's own command unless it is told", () => {
  const { jobs } = local({ seed: JOBS.seed }).workloads[0] ?? {};
  expect(jobs).toEqual({
    seed: { ...JOBS.seed, env: {}, secrets: {}, egress: [], timeoutSeconds: 600, retries: 2 },
  });
});

const PLACE = "workloads[0].jobs";
const DIGEST = `@sha256:${"a".repeat(64)}`;

it.each<[string, Record<string, JobInput>, string]>([
  [
    "without a version",
    migrate({ image: `ghcr.io/example/shop${DIGEST}` }),
    `${PLACE}.migrate.image: has no version, which the job is named by, so that every version is done once; expected a tag beside the digest, such as "ghcr.io/meridian-platform/api:0.1.0@sha256:..."`,
  ],
  [
    "of whatever was pushed last",
    migrate({ image: "ghcr.io/example/shop:latest" }),
    `${PLACE}.migrate.image: the tag latest is another image tomorrow; expected an image with an exact tag or digest, such as "ghcr.io/meridian-platform/api:0.1.0", got "ghcr.io/example/shop:latest"`,
  ],
  [
    "that is called like a service",
    { api: JOBS.seed },
    `${PLACE}.api: jobs.api would be "api", which services[0] is already; expected a name of its own`,
  ],
  [
    "with a port, which it does not listen on",
    migrate({ env: { PORT: "{port}" } }),
    `${PLACE}.migrate.env.PORT: {port} stands for nothing; expected {environment}, {region}, {cluster}, {host}, {image}, or {{port}} for the braces themselves, got "{port}"`,
  ],
  [
    "with a variable that is plain and secret",
    migrate({ env: { DATABASE_URL: "x" } }),
    `${PLACE}.migrate.secrets.DATABASE_URL: env has DATABASE_URL too; expected it in one of them, got "shop_owner_url"`,
  ],
  [
    "that leaves out what it does not call anyway",
    migrate({ egress: [{ kind: "network", cidr: "192.0.2.0/24", except: ["10.0.0.0/8"], ports: [5432] }] }),
    `${PLACE}.migrate.egress[0]: 10.0.0.0/8 is no part of 192.0.2.0/24; expected networks within it as "except"`,
  ],
  [
    "from a registry that nobody makes",
    migrate({ image: "{registry}/shop:1.0.0" }),
    `${PLACE}.migrate.image: infrastructure "existing" makes no registry for {registry}; expected a registry's name, such as "ghcr.io/meridian-platform/api:0.1.0"`,
  ],
])("a job %s is refused", (_, jobs, expected) => {
  expect(problemsOf(() => local(jobs))).toEqual([expected]);
});

it("takes a digest beside the version", () => {
  expect(() => local(migrate({ image: `ghcr.io/example/shop:1.4.2${DIGEST}` }))).not.toThrow();
});

it("is refused where nobody waits for its end", () => {
  expect(problemsOf(() => delivered(withJobs({ seed: JOBS.seed })))).toEqual([
    'workloads[0].jobs: "flux" would start the pods of a new version beside its jobs, and not after them; expected delivery "terraform", or no jobs',
  ]);
});

it("has an image in the environment's own registry like any service", () => {
  expect(() => deliveredByTerraform(withJobs(migrate({ image: "{registry}/shop:1.4.2" })))).not.toThrow();
});
