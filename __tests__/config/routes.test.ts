import type { EnvironmentInput } from "../../config/schema/environment";
import { deliveredByTerraform } from "../support/aws";
import { firstService } from "../support/delivery";
import { problemsOf } from "../support/problems";
import { environment } from "../support/synth";

type Change = (input: EnvironmentInput) => void;
type Route = NonNullable<EnvironmentInput["workloads"][number]["services"][number]["route"]>;

/** `local` without a balancer, its service over plain HTTP, and a second one beside it. */
const withTwo =
  (change: Partial<ReturnType<typeof firstService>>, ...more: Change[]): Change =>
  (input) => {
    input.balancer = { kind: "none" };
    for (const { clusters } of Object.values(input.regions)) delete clusters["lb"];
    const service = firstService(input);
    Object.assign(service, { exposure: "http", protocol: "http" });
    input.workloads[0]?.services.push({ ...service, name: "movies", ...change });
    for (const each of more) each(input);
  };

const local = (change: Change) => problemsOf(() => environment("local", change));
const SECOND = "workloads[0].services[1]";

it.each<[string, Route]>([
  ["another path", { path: "/movies" }],
  ["a longer path", { path: "/movies/v2" }],
  ["a name before the cluster's", { host: "movies.{host}" }],
  ["a name of its own", { host: "movies.example.com" }],
  ["another path of the name that a cluster has anyway", { host: "api.eu", path: "/movies" }],
  ["a path that the service does not see", { path: "/movies", stripPath: true }],
])("two services of a cluster are told apart by %s", (_, route) => {
  expect(local(withTwo({ route }))).toEqual([]);
});

it("one that is passed through and one over plain HTTP share a name, since they do not share a port", () => {
  const passthrough = { exposure: "passthrough", protocol: "https" } as const;
  expect(local(withTwo(passthrough))).toEqual([]);
});

it.each<[string, Change, string]>([
  [
    "the same name and path",
    withTwo({}),
    `${SECOND}.route: workloads[0].services[0] answers on {host} and / too; expected a path or a host of its own, such as { "path": "/movies" }, or exposure "none"`,
  ],
  [
    "the name that a cluster has anyway",
    withTwo({ route: { host: "api.eu" } }),
    `${SECOND}.route: workloads[0].services[0] answers on api.eu and / too; expected a path or a host of its own, such as { "path": "/movies" }, or exposure "none"`,
  ],
  [
    "the same name, one of them passed through",
    withTwo({ exposure: "passthrough", protocol: "https" }, (input) =>
      Object.assign(firstService(input), { exposure: "reencrypt", protocol: "https" }),
    ),
    `${SECOND}.route: workloads[0].services[0] answers on {host} too, and what is passed through cannot be told apart by path; expected a host of its own, such as { "host": "movies.{host}" }, or exposure "none"`,
  ],
  [
    "a path behind TLS that only the pod ends",
    withTwo({ exposure: "passthrough", protocol: "https", route: { path: "/movies" } }),
    `${SECOND}.route.path: nobody but the pod reads a path that is passed through; expected "/", or exposure "reencrypt"`,
  ],
  [
    "a path with a slash at its end",
    withTwo({ route: { path: "/movies/" } }),
    `${SECOND}.route.path: expected a path prefix without a slash at its end, such as "/movies", got "/movies/"`,
  ],
  [
    "a pattern instead of a path",
    withTwo({ route: { path: "/mov*`" } }),
    `${SECOND}.route.path: expected a path prefix without a slash at its end, such as "/movies", got "/mov*\`"`,
  ],
  [
    "a host that is none",
    withTwo({ route: { host: "{cluster}.example.com" } }),
    `${SECOND}.route.host: expected a host name, in which {host} stands for the cluster's, such as "movies.{host}", got "{cluster}.example.com"`,
  ],
  [
    "nothing to strip",
    withTwo({ route: { host: "movies.{host}", stripPath: true } }),
    `${SECOND}.route.stripPath: expected a path to strip, or false, such as false, got true`,
  ],
])("%s is refused", (_, change, expected) => {
  expect(local(change)).toEqual([expected]);
});

it("a name of its own is refused where a balancer knows one for each cluster", () => {
  expect(
    local((input) => {
      firstService(input).route = { host: "movies.{host}" };
    }),
  ).toEqual([
    'workloads[0].services[0].route.host: balancer "traefik" knows one name for each cluster; expected "{host}" and a path of the service\'s own, or balancer { "kind": "none" }',
  ]);
});

it("a canary is refused a path, since Flagger writes its route", () => {
  const problems = problemsOf(() =>
    environment("aws", (input) => {
      firstService(input).route = { path: "/api" };
    }),
  );
  expect(problems).toEqual([
    'workloads[0].services[0].route: Flagger writes the route of a canary, for every name and path; expected { "path": "/" }, or no canary',
  ]);
});

it("one Gateway does not both read requests and hand them through", () => {
  const problems = problemsOf(() =>
    deliveredByTerraform((input) => {
      const passthrough = { exposure: "passthrough", protocol: "https", port: 8443 } as const;
      input.workloads[0]?.services.push({ ...firstService(input), name: "movies", ...passthrough });
    }),
  );
  expect(problems).toEqual([
    `${SECOND}.exposure: the gateway of a cluster reads requests or hands them through, and not both; expected "http" as before, got "passthrough"`,
  ]);
});

describe("without a balancer", () => {
  const without = (change: Change = () => {}) =>
    local((input) => {
      input.balancer = { kind: "none" };
      for (const { clusters } of Object.values(input.regions)) delete clusters["lb"];
      change(input);
    });

  it("every cluster is an entry point of its own", () => {
    expect(without()).toEqual([]);
  });

  it("there is nothing to route", () => {
    expect(without((input) => Object.assign(input.balancer, { routing: { kind: "round-robin" } }))).toEqual([
      'balancer: unknown key "routing"; the only key here is kind',
    ]);
    expect(
      without((input) => {
        Object.assign(input.regions["us"] as object, { countries: ["US"] });
      }),
    ).toEqual([
      'regions.us.countries: has no effect: there is no balancer; expected no countries here, or routing { "kind": "geo" }',
    ]);
  });

  it("no cluster is for one", () => {
    expect(
      local((input) => {
        input.balancer = { kind: "none" };
      }),
    ).toEqual([
      'regions.eu.clusters.lb.role: balancer "none" runs on no cluster; expected "api" or "tooling"',
    ]);
  });

  it("Cloudflare has no entry to lead users to", () => {
    const zoneId = "0123456789abcdef0123456789abcdef";
    expect(
      without((input) => {
        input.dns = { kind: "cloudflare", zoneId };
      }),
    ).toEqual([
      'dns.kind: "cloudflare" leads users to the one entry point, and balancer "none" makes none; expected another dns, such as { "kind": "none" }',
    ]);
  });

  it("is refused by the clouds that open their clusters to a balancer only", () => {
    const problems = problemsOf(() =>
      environment("azure", (input) => {
        input.balancer = { kind: "none" };
        for (const { clusters } of Object.values(input.regions)) delete clusters["lb"];
        delete input.regions["us"]?.countries;
      }),
    );
    expect(problems).toContain(
      'balancer.kind: infrastructure "azure" has no balancer of kind "none"; expected "traefik"',
    );
  });
});
