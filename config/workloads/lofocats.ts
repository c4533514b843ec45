import type { EnvironmentInput } from "../schema/environment";

type Workload = EnvironmentInput["workloads"][number];
type Service = Workload["services"][number];
type Job = NonNullable<Workload["jobs"]>[string];

/** The version of both images. */
const VERSION = "1.0.0";

const API_IMAGE = `{registry}/lofocats-api:${VERSION}`;

const RAILS = { RAILS_ENV: "production", RAILS_LOG_TO_STDOUT: "true" };

const resources = { cpu: "250m", memory: "512Mi" };

/** The JSON API: users, sessions and entries of cats that were lost or found. */
const api: Service = {
  name: "lofocats-api",
  image: API_IMAGE,
  protocol: "http",
  port: 3001,
  exposure: "http",
  route: { path: "/api", blocked: ["/api/health", "/api/metrics"] },
  metrics: { port: 3001, path: "/api/metrics" },
  probes: { liveness: "/api/health", readiness: "/api/health" },
  replicas: { minimum: 2, maximum: 4 },
  resources,
  env: RAILS,
  generated: { SECRET_KEY_BASE: 128 },
};

/** The pages, which call the API inside the cluster. */
const ui: Service = {
  name: "lofocats-ui",
  image: `{registry}/lofocats-ui:${VERSION}`,
  protocol: "http",
  port: 3000,
  exposure: "http",
  route: { blocked: ["/health", "/metrics"] },
  metrics: { port: 3000, path: "/metrics" },
  probes: { liveness: "/health", readiness: "/health" },
  replicas: { minimum: 2, maximum: 4 },
  resources,
  env: { ...RAILS, LOFOCATS_API_URL: "http://lofocats-api" },
  generated: { SECRET_KEY_BASE: 128 },
};

const rake = (task: string): Job => ({
  image: API_IMAGE,
  command: ["bundle", "exec", "rake", task],
  env: RAILS,
  resources,
});

/** Pages and an API, of which the API keeps what it knows in the database `lofocats`. */
export const lofocats: Workload = {
  name: "lofocats",
  namespace: "lofocats",
  services: [api, ui],
  jobs: { migrate: rake("db:migrate") },
};

/** The same with three users and nine entries to look at, loaded once for every version. */
export const lofocatsWithDemoData: Workload = {
  ...lofocats,
  jobs: { ...lofocats.jobs, "demo-data": rake("db:load_demo_data") },
};

/** Who uses the database; the owner of the demonstration's data too, where it is loaded. */
export const lofocatsDatabase = (workload: Workload = lofocats) =>
  ({
    kind: "managed",
    engine: "postgres",
    version: "18",
    availability: "regional",
    usedBy: { lofocats: { owner: Object.keys(workload.jobs ?? {}), application: ["lofocats-api"] } },
  }) satisfies NonNullable<EnvironmentInput["databases"]>[string];
