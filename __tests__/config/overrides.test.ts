import { serviceIn, workloadsIn } from "../../config/in-cluster";
import type { EnvironmentInput } from "../../config/schema/environment";
import { firstService } from "../support/delivery";
import { problemsOf } from "../support/problems";
import { environment } from "../support/synth";

type Overrides = NonNullable<ReturnType<typeof firstService>["overrides"]>;

const withOverrides = (overrides: Overrides, change: (input: EnvironmentInput) => void = () => {}) =>
  environment("local", (input) => {
    Object.assign(firstService(input), { replicas: { minimum: 2, maximum: 6, cpuPercent: 70 }, overrides });
    change(input);
  });

const serviceAt = (overrides: Overrides, region: string, cluster: string) => {
  const service = withOverrides(overrides).workloads[0]?.services[0];
  if (!service) throw new Error("no service");
  return serviceIn(service, { region, cluster });
};

it("changes what it names, in one place alone", () => {
  const overrides = {
    us: { replicas: { minimum: 1 }, resources: { memory: "512Mi" }, env: { STANDBY: "yes" } },
  };
  expect(serviceAt(overrides, "us", "us")).toMatchObject({
    replicas: { minimum: 1, maximum: 6, cpuPercent: 70 },
    resources: { cpu: "100m", memory: "512Mi" },
    env: { API_REGION: "{region}", STANDBY: "yes" },
  });
  const elsewhere = serviceAt(overrides, "eu", "eu");
  expect(elsewhere).toMatchObject({ replicas: { minimum: 2 }, resources: { memory: "256Mi" } });
  expect(elsewhere.env).not.toHaveProperty("STANDBY");
});

it("lets the cluster's word hold over its region's, key by key", () => {
  const all = withOverrides(
    {
      eu: { replicas: { minimum: 3, maximum: 9 }, env: { TIER: "region", LEVEL: "debug" } },
      spare: { replicas: { minimum: 1 }, env: { TIER: "cluster" } },
    },
    (input) => {
      Object.assign(input.regions["eu"]?.clusters as object, {
        spare: { kind: "existing", role: "api", address: "192.168.56.13", host: "spare.eu" },
      });
    },
  );
  const [workload] = workloadsIn(all, { role: "api", region: "eu", cluster: "spare" });
  expect(workload?.services[0]).toMatchObject({
    replicas: { minimum: 1, maximum: 9 },
    env: { TIER: "cluster", LEVEL: "debug" },
  });
});

const PLACE = "workloads[0].services[0].overrides";

it.each<[string, Overrides, string]>([
  [
    "a place where the workload does not run",
    { lb: {} },
    `${PLACE}.lb: the workload runs in no region or cluster of this name; expected "us" or "eu"`,
  ],
  [
    "replicas out of order in one place",
    { us: { replicas: { maximum: 1 } } },
    `${PLACE}.us.replicas: minimum 2 is above maximum 1 in cluster "us"; expected a range, such as { "minimum": 1, "maximum": 4 }`,
  ],
  [
    "an unknown key",
    { us: { image: "x" } } as never,
    `${PLACE}.us: unknown key "image"; the keys here are replicas, resources, env`,
  ],
  [
    "a variable that stands for nothing",
    { us: { env: { A: "{zone}" } } },
    `${PLACE}.us.env.A: {zone} stands for nothing; expected {environment}, {region}, {cluster}, {host}, {image}, {port}, {metrics-port}, {plain-http}, {proxies}, or {{zone}} for the braces themselves, got "{zone}"`,
  ],
])("%s is refused", (_, overrides, expected) => {
  expect(problemsOf(() => withOverrides(overrides))).toEqual([expected]);
});

it("a variable is plain everywhere or secret everywhere", () => {
  const problems = problemsOf(() =>
    withOverrides({ us: { env: { TOKEN: "x" } } }, (input) => {
      firstService(input).secrets = { TOKEN: "api_token" };
    }),
  );
  expect(problems).toEqual([
    'workloads[0].services[0].secrets.TOKEN: overrides.us.env has TOKEN too; expected it in one of them, got "api_token"',
  ]);
});

it("a workload for tools needs a cluster for them", () => {
  const problems = problemsOf(() =>
    environment("local", (input) => {
      input.workloads.push({
        ...(input.workloads[0] as object),
        name: "tools",
        namespace: "tools",
        role: "tooling",
      } as never);
    }),
  );
  expect(problems[0]).toBe(
    'workloads[1].role: no cluster has role "tooling"; expected a region with one, such as { "clusters": { "tools": { "role": "tooling" } } }',
  );
});
