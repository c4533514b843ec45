import type { EnvironmentInput, Service, Workload } from "../../config/schema/environment";
import type { Destination } from "../../constructs/workload/destination";
import { api } from "../fixtures/api";
import { environment } from "./synth";

type ServiceInput = EnvironmentInput["workloads"][number]["services"][number];

/** A place that serves as example. */
export const PLACE: Destination = {
  environment: "local",
  region: "eu",
  cluster: "eu",
  host: "api.eu",
  ingress: "traefik",
  certificateVolume: "claim",
  prometheus: "prometheus",
  registry: undefined,
  registrySecret: undefined,
  proxies: "10.42.0.0/16",
  cni: "kubernetes",
  workloads: [],
  databases: [],
};

/** Every cluster is its own entry point. */
export const withoutBalancer = (input: EnvironmentInput): void => {
  input.balancer = { kind: "none" };
  for (const { clusters } of Object.values(input.regions))
    for (const cluster of Object.values(clusters)) cluster.role = "api";
};

/** The workload of the fixtures, with changes made to its one service. */
export const workload = (change: Partial<ServiceInput> = {}, ...others: ServiceInput[]): Workload => {
  const services = api.services.map((service) => ({ ...service, ...change }));
  const { workloads } = environment("local", (input) => {
    withoutBalancer(input); // which would refuse services by plain HTTP
    input.workloads = [{ ...api, services: [...services, ...others] }];
  });
  return workloads[0] as Workload;
};

export type JobInput = NonNullable<EnvironmentInput["workloads"][number]["jobs"]>[string];

/** Two jobs, the first with all that a job can have. */
export const JOBS = {
  migrate: {
    image: "ghcr.io/example/shop:1.4.2",
    command: ["shop"],
    args: ["migrate", "--to=${LATEST}"],
    env: { GREETING: "${HOME} is $(HOME) in {region}", HOST: "{host}" },
    secrets: { DATABASE_URL: "shop_owner_url" },
    egress: [{ kind: "network", cidr: "192.0.2.0/24", except: ["192.0.2.9/32"], ports: [5432] }],
    resources: { cpu: "50m", memory: "64Mi" },
  },
  seed: { image: "ghcr.io/example/shop:1.4.2", resources: { cpu: "50m", memory: "64Mi" } },
} satisfies Record<string, JobInput>;

/** The workload of the fixtures with jobs. */
export const workloadWithJobs = (jobs: Record<string, JobInput>): Workload => {
  const { workloads } = environment("local", (input) => {
    input.workloads = [{ ...api, jobs }];
  });
  return workloads[0] as Workload;
};

export const onlyService = ({ services }: Workload): Service => services[0] as Service;
