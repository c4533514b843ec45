import type { EnvironmentInput } from "../../config/schema/environment";
import type { environments } from "../fixtures/environments";
import { environment } from "../support/synth";
import { withoutBalancer } from "../support/workload";

type Change = (input: EnvironmentInput) => void;
type Service = EnvironmentInput["workloads"][number]["services"][number];

const service =
  (change: Partial<Service>): Change =>
  ({ workloads }) => {
    Object.assign(workloads[0]?.services[0] as Service, change);
  };

const egress = (...entries: NonNullable<Service["egress"]>): Change => service({ egress: entries });

const letsencrypt: Change = (input) => {
  input.certificates = { kind: "letsencrypt", email: "platform@example.org" };
};

const acm: Change = (input) => {
  input.dns = { kind: "route53", zoneId: "Z0123456789ABCDEFGHIJ" };
  input.certificates = { kind: "acm" };
};

const LONG = `${"a".repeat(50)}.${"b".repeat(10)}.com`; // 65 characters

const longDomain: Change = (input) => {
  input.domain = LONG;
};

const scraped =
  (intervalSeconds: number): Change =>
  (input) => {
    input.monitoring = { intervalSeconds };
  };

const complaints = (name: keyof typeof environments, changes: readonly Change[]): string => {
  try {
    environment(name, (input) => {
      for (const change of changes) change(input);
    });
    return "";
  } catch (error) {
    return (error as Error).message.split("\n").slice(1).join("\n");
  }
};

/** Values that are each good: what is said where they stand together, and that each is good with something else. */
describe.each<[string, keyof typeof environments, readonly Change[], readonly Change[], string]>([
  [
    "plain HTTP behind a balancer that calls by TLS",
    "local",
    [service({ exposure: "http", protocol: "http", port: 8080 })],
    [service({ exposure: "http", protocol: "http", port: 8080 }), withoutBalancer],
    'workloads[0].services[0].exposure: balancer "traefik" calls the clusters by TLS, so nobody would get to a service by "http"; expected "passthrough" or "reencrypt", with protocol "https"',
  ],
  [
    "a long name and Let's Encrypt",
    "azure",
    [letsencrypt, longDomain],
    [letsencrypt],
    `domain: eu.${LONG} has 68 characters, and Let's Encrypt certifies names of 64 at most; expected a shorter domain, such as "api.example.com"`,
  ],
  [
    "a long name and ACM",
    "aws",
    [acm, longDomain],
    [longDomain],
    `domain: ${LONG} has 65 characters, and ACM certifies names of 64 at most; expected a shorter domain, such as "api.example.com"`,
  ],
  [
    "a check that outlasts its interval",
    "local",
    [({ balancer }) => Object.assign(balancer, { healthCheck: { intervalSeconds: 2, timeoutSeconds: 3 } })],
    [({ balancer }) => Object.assign(balancer, { healthCheck: { intervalSeconds: 3, timeoutSeconds: 3 } })],
    "balancer.healthCheck.timeoutSeconds: is above the interval of 2; expected at most that, such as 2",
  ],
  [
    "scrapes that are too rare for the fastest alert",
    "local",
    [scraped(300)],
    [scraped(75)],
    "monitoring.intervalSeconds: expected seconds between two scrapes, a whole number from 5 to 75, such as 30, got 300",
  ],
  [
    "a part that is none of its network",
    "local",
    [egress({ kind: "network", cidr: "203.0.113.0/24", except: ["198.51.100.0/24"], ports: [443] })],
    [egress({ kind: "network", cidr: "203.0.113.0/24", except: ["203.0.113.0/25"], ports: [443] })],
    'workloads[0].services[0].egress[0]: 198.51.100.0/24 is no part of 203.0.113.0/24; expected networks within it as "except"',
  ],
  [
    "a network without all of itself",
    "local",
    [egress({ kind: "network", cidr: "203.0.113.0/24", except: ["203.0.113.0/24"], ports: [443] })],
    [egress({ kind: "network", cidr: "203.0.113.0/24", ports: [443] })],
    'workloads[0].services[0].egress[0]: 203.0.113.0/24 is no part of 203.0.113.0/24; expected networks within it as "except"',
  ],
  [
    "a host by its name where nobody reads DNS",
    "azure",
    [egress({ kind: "host", host: "api.example.org", ports: [443] })],
    [egress({ kind: "network", cidr: "203.0.113.7/32", ports: [443] })],
    'workloads[0].services[0].egress[0]: the network plugin of cluster "eu" knows no hosts by name; expected { "kind": "network" } with the host\'s addresses, or clusters that exist already with cni "cilium"',
  ],
  [
    "a domain where every cluster has a name",
    "local",
    [longDomain],
    [],
    "domain: has no effect: every cluster brings a host name; expected no domain, or a cluster without host",
  ],
  [
    "a service that is called and is not there",
    "local",
    [egress({ kind: "service", workload: "orders", service: "api" })],
    [],
    "workloads[0].services[0].egress[0]: no service orders/api runs in the same clusters; expected another workload's",
  ],
  [
    "a service of the same workload",
    "local",
    [egress({ kind: "service", workload: "api", service: "api" })],
    [],
    "workloads[0].services[0].egress[0]: services of one workload reach each other already; expected no entry for api/api",
  ],
])("%s", (_, name, bad, good, complaint) => {
  it("is refused", () => {
    expect(complaints(name, bad)).toBe(`  ${complaint}`);
  });

  it("is good apart", () => {
    expect(complaints(name, good)).toBe("");
  });
});

it("a cluster with tools may be one of EKS", () => {
  expect(
    complaints("aws", [
      ({ regions }) => {
        Object.assign(regions["west"]?.clusters ?? {}, { tools: { kind: "eks", role: "tooling" } });
      },
    ]),
  ).toBe("");
});

describe("what looks strange and is good", () => {
  it.each<[string, keyof typeof environments, Change]>([
    [
      "a VM size with fewer processors than usual",
      "azure",
      ({ regions }) => Object.assign(regions["eu"]?.clusters["eu"] ?? {}, { size: "Standard_E4-2s_v5" }),
    ],
    [
      "an Azure location as its pages write it",
      "azure",
      ({ regions }) => Object.assign(regions["eu"]?.network ?? {}, { location: "West Europe" }),
    ],
    ["Kosovo", "azure", ({ regions }) => Object.assign(regions["us"] ?? {}, { countries: ["XK"] })],
  ])("%s", (_, name, change) => {
    expect(complaints(name, [change])).toBe("");
  });

  it("an Azure location is one, however it is written", () => {
    const { regions } = environment("azure", (input) => {
      Object.assign(input.regions["eu"]?.network ?? {}, { location: "West Europe" });
    });
    expect(regions["eu"]?.network).toMatchObject({ location: "westeurope" });
  });
});
