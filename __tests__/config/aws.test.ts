import { AWS_REGIONS, AWS_ZONES, zonesIn } from "../../config/clouds/aws/regions";
import type { EnvironmentInput } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import {
  type Change,
  deliveredByTerraform,
  withAcm,
  withPassthrough,
  withPlainHttp,
  withRegionalState,
} from "../support/aws";
import { environment } from "../support/synth";

const complaint = (change: Change): string => {
  try {
    deliveredByTerraform(change);
  } catch (error) {
    return (error as Error).message;
  }
  return "no problem";
};

const networkOf = ({ regions }: EnvironmentInput, region = "west"): Record<string, unknown> =>
  regions[region]?.network as unknown as Record<string, unknown>;
const clusterOf = ({ regions }: EnvironmentInput): Record<string, unknown> =>
  regions["west"]?.clusters["west"] as unknown as Record<string, unknown>;

describe("a mistake in aws is answered with where it is and what is good instead", () => {
  it.each<[string, Change, string]>([
    [
      "several regions, and no word on which of them holds the registry",
      ({ infrastructure }) => {
        Object.assign(infrastructure, { home: undefined });
      },
      'infrastructure.home: several regions have a network, and one of them holds what belongs to none, such as the registry; expected "central" or "west"',
    ],
    [
      "sign-ins by roles, which clusters of EKS do not give to pods here",
      ({ infrastructure }) => {
        Object.assign(infrastructure, { databaseUsers: "identity" });
      },
      'infrastructure.databaseUsers: services in clusters of EKS sign in by passwords; expected "password"',
    ],
    [
      "a home that is no region of the environment",
      ({ infrastructure }) => {
        Object.assign(infrastructure, { home: "east" });
      },
      'infrastructure.home: no region "east" has a network; expected "central" or "west"',
    ],
    [
      "a repository with one id of two",
      ({ infrastructure }) => {
        Object.assign(infrastructure, { github: { repository: "example-org@123456/meridian" } });
      },
      'infrastructure.github.repository: expected a GitHub repository, or with the ids that its tokens carry "example-org@123456/meridian@456789", such as "example-org/meridian"',
    ],
    [
      "so few images that a canary's failures remove what runs",
      ({ infrastructure }) => {
        Object.assign(infrastructure, { registry: { keepImages: 3 } });
      },
      "infrastructure.registry.keepImages: expected the number of images that are kept, a whole number from 20 to 1000, such as 100, got 3",
    ],
    [
      "alarms that tell nobody",
      ({ infrastructure }) => {
        Object.assign(infrastructure, { alarms: {} });
      },
      'infrastructure.alarms: tells nobody; expected at least one of emails and urls, such as { "emails": ["platform@example.com"] }',
    ],
    [
      "alarms to what is no address",
      ({ infrastructure }) => {
        Object.assign(infrastructure, { alarms: { emails: ["platform"] } });
      },
      'infrastructure.alarms.emails[0]: expected an e-mail address, such as "platform@example.com"',
    ],
    [
      "alarms to an address without TLS",
      ({ infrastructure }) => {
        Object.assign(infrastructure, { alarms: { urls: ["http://events.example.org/sns"] } });
      },
      "infrastructure.alarms.urls[0]: expected an address that SNS posts to, an https URL",
    ],
    [
      "logs of requests that no load balancer reads",
      ({ infrastructure }) => {
        Object.assign(infrastructure, { accessLogs: {} });
      },
      'infrastructure.accessLogs: only a load balancer that ends TLS writes any, and this one hands everything through; expected certificates { "kind": "acm" }, or no accessLogs',
    ],
    [
      "state that all regions read in the region of one",
      (input) => {
        input.state = { kind: "s3", bucket: "meridian-state", location: "eu-central-1", regional: true };
      },
      'state.location: eu-central-1 is where region "central" is, and the workspaces of the other regions would read a bucket that goes with it; expected an AWS region without a network of the platform, such as "eu-west-1"',
    ],
    [
      "a Kubernetes that no known autoscaler is for",
      (input) => {
        clusterOf(input)["version"] = "1.37";
      },
      'regions.west.clusters.west.version: no release of Cluster Autoscaler for 1.37 is known here; expected one of 1.34, 1.35, 1.36, or nodes { "autoscaler": false }',
    ],
    [
      "an unknown region",
      (input) => {
        networkOf(input)["location"] = "eu-nowhere-1";
      },
      'regions.west.network.location: expected an AWS region with EKS and Global Accelerator, such as "eu-central-1"; they are ',
    ],
    [
      "more zones than the region has",
      (input) => {
        networkOf(input)["zones"] = 4;
      },
      "regions.west.network.zones: 4 zones, but eu-west-2 has 3 that EKS and Global Accelerator can use (euw2-az1, euw2-az2, euw2-az3); expected at most 3",
    ],
    [
      "one zone, where EKS wants two",
      (input) => {
        networkOf(input)["zones"] = 1;
      },
      "regions.west.network.zones: EKS wants subnets in two zones at least; expected 2 or more, such as 3",
    ],
    [
      "a network that is too small for its subnets",
      (input) => {
        networkOf(input)["cidr"] = "10.20.0.0/21";
      },
      'regions.west.network.cidr: expected a network between /16 and /20, such as "10.10.0.0/16", got "10.20.0.0/21"',
    ],
    [
      "networks that overlap, as both did in the first deployment of this kind",
      (input) => {
        networkOf(input)["cidr"] = "10.10.0.0/16";
      },
      'regions.west.network.cidr: 10.10.0.0/16 overlaps 10.10.0.0/16 of region "central"',
    ],
    [
      "a network where the clusters' Services are",
      (input) => {
        networkOf(input)["cidr"] = "172.20.0.0/16";
      },
      "regions.west.network.cidr: 172.20.0.0/16 overlaps 172.20.0.0/16, the addresses of the clusters' Services",
    ],
    [
      "two regions in one of AWS'",
      (input) => {
        networkOf(input)["location"] = "eu-central-1";
      },
      'regions.west.network.location: region "central" is in eu-central-1 too; expected an AWS region of its own',
    ],
    [
      "a weight above 255",
      (input) => {
        input.balancer = {
          kind: "global-accelerator",
          routing: { kind: "nearest", endpoints: { west: { weight: 256 } } },
        };
      },
      "balancer.routing.endpoints.west.weight: expected an endpoint's weight, a whole number from 0 to 255, such as 128, got 256",
    ],
    [
      "a dial above 100",
      (input) => {
        input.balancer = {
          kind: "global-accelerator",
          routing: { kind: "nearest", endpoints: { west: { dial: 101 } } },
        };
      },
      "balancer.routing.endpoints.west.dial: expected a region's traffic dial, a whole number from 0 to 100, such as 100, got 101",
    ],
    [
      "an endpoint that is no region",
      (input) => {
        input.balancer = {
          kind: "global-accelerator",
          routing: { kind: "nearest", endpoints: { east: {} } },
        };
      },
      'balancer.routing.endpoints.east: no region "east" with an "api" cluster; expected one of central, west',
    ],
    [
      "a primary region that is none",
      (input) => {
        input.balancer = {
          kind: "global-accelerator",
          routing: { kind: "warm-standby", primary: "east" },
        };
      },
      'balancer.routing.primary: no region "east" with an "api" cluster; expected one of central, west',
    ],
    [
      "a Kubernetes API that is open to the world",
      (input) => {
        Object.assign(input.infrastructure, { operatorCidrs: ["0.0.0.0/0"] });
      },
      "infrastructure.operatorCidrs[0]: must not be open to the world, and a /8 is the widest network",
    ],
    [
      "an account that is no account",
      (input) => {
        Object.assign(input.infrastructure, { accountId: "12345" });
      },
      'infrastructure.accountId: expected an AWS account id of 12 digits, such as "000000000000", got "12345"',
    ],
    [
      "nobody who could deploy",
      (input) => {
        Object.assign(input.infrastructure, { administrators: [] });
      },
      "infrastructure.administrators: expected at least one IAM role or user",
    ],
    [
      "a session instead of the role behind it",
      (input) => {
        Object.assign(input.infrastructure, {
          administrators: ["arn:aws:sts::000000000000:assumed-role/platform/me"],
        });
      },
      "infrastructure.administrators[0]: expected the ARN of an IAM role or user, without a session's name",
    ],
    [
      "a desired number of nodes out of its range",
      (input) => {
        clusterOf(input)["nodes"] = { minimum: 1, desired: 5, maximum: 3 };
      },
      "regions.west.clusters.west.nodes: minimum 1, desired 5 and maximum 3 are not in this order",
    ],
    [
      "an ARM instance, which the image of the nodes is not for",
      (input) => {
        clusterOf(input)["nodes"] = { instanceType: "t4g.medium" };
      },
      "regions.west.clusters.west.nodes.instanceType: expected an EC2 instance type with an x64 processor",
    ],
    [
      "a version of Kubernetes that is none",
      (input) => {
        clusterOf(input)["version"] = "1.35.2";
      },
      'regions.west.clusters.west.version: expected a Kubernetes version, such as "1.35", got "1.35.2"',
    ],
    [
      "a cluster for a balancer that needs none",
      (input) => {
        clusterOf(input)["role"] = "edge";
      },
      'regions.west.clusters.west.role: balancer "global-accelerator" runs on no cluster; expected "api" or "tooling"',
    ],
    [
      "pods that end TLS behind load balancers that have ended it",
      (input) => {
        withAcm(input);
        withPassthrough(input);
      },
      'workloads[0].services[0].exposure: certificates "acm" and exposure "passthrough" do not go together; expected "http"',
    ],
    [
      "TLS that pods would end without a certificate",
      (input) => {
        withPlainHttp(input);
        withPassthrough(input);
      },
      'workloads[0].services[0].exposure: certificates "none" and exposure "passthrough" do not go together; expected "http"',
    ],
    [
      "TLS that the gateway would begin anew, which it does not here",
      (input) => {
        withPassthrough(input);
        for (const { services } of input.workloads)
          for (const service of services) service.exposure = "reencrypt";
      },
      'workloads[0].services[0].exposure: certificates "private-ca" and exposure "reencrypt" do not go together; expected "http" or "passthrough"',
    ],
    [
      "ACM without a zone that it can be proven in",
      (input) => {
        withAcm(input);
        input.dns = { kind: "none" };
      },
      "certificates.kind: ACM issues a certificate to who can write into the domain's zone",
    ],
    [
      "a zone without a name for it",
      (input) => {
        input.dns = { kind: "route53", zoneId: "Z0123456789ABCDEFGHIJ" };
      },
      'domain: the zone needs a name to hold; expected a domain, such as "api.example.com"',
    ],
    [
      "a balancer of another cloud",
      (input) => {
        input.balancer = { kind: "traefik", routing: { kind: "round-robin" } };
      },
      'balancer.kind: infrastructure "aws" has no balancer of kind "traefik"; expected "global-accelerator"',
    ],
  ])("%s", (_, change, expected) => {
    expect(complaint(change)).toContain(`\n  ${expected}`);
  });

  it("several at once", () => {
    expect(
      complaint((input) => {
        networkOf(input)["zones"] = 5;
        networkOf(input, "central")["zones"] = 4;
      }),
    ).toMatch(/2 problems\n.*west|2 problems\n.*central/);
  });
});

it.each([
  ["ghcr.io", "azure"],
  ["ghcr.io", "local"],
] as const)("only aws has a registry of its own: %s is for %s", (_, name) => {
  expect(() =>
    environment(name, ({ workloads }) => {
      for (const { services } of workloads)
        for (const service of services) service.image = "{registry}/meridian/api:0.1.0";
    }),
  ).toThrow(`infrastructure "${name === "azure" ? "azure" : "existing"}" makes no registry for {registry}`);
});

it.each<[string, Change]>([
  ["the platform's CA", () => {}],
  ["the platform's CA, in the pods", withPassthrough],
  ["ACM", withAcm],
  ["nobody", withPlainHttp],
])("takes certificates of %s with what is shipped", (_, change) => {
  expect(complaint(change)).toBe("no problem");
});

describe("the table of AWS' zones", () => {
  it("names every zone once, after its region", () => {
    const zones = Object.values(AWS_ZONES).flat();
    expect(new Set(zones).size).toBe(zones.length);
    const prefixes = AWS_REGIONS.map(
      (region) => new Set(zonesIn(region).map((zone) => zone.split("-")[0])).size,
    );
    expect(new Set(prefixes)).toEqual(new Set([1]));
  });

  it("has the two zones at least that EKS wants, and none that EKS or Global Accelerator refuse", () => {
    for (const region of AWS_REGIONS) expect(zonesIn(region).length).toBeGreaterThanOrEqual(2);
    const all: readonly string[] = Object.values(AWS_ZONES).flat();
    for (const refused of ["use1-az3", "usw1-az2", "cac1-az3", "apne1-az3"])
      expect(all).not.toContain(refused);
  });
});

describe("state in S3", () => {
  const regional = environment("aws", withRegionalState);

  it("is kept in a bucket of the region that a workspace belongs to", () => {
    expect(stateOf(regional, "west")).toMatchObject({ bucket: "meridian-state-west", location: "eu-west-2" });
  });

  it("is kept in the common bucket where a workspace belongs to none, or nobody asked for more", () => {
    expect(stateOf(regional)).toMatchObject({ bucket: "meridian-state", location: "eu-west-1" });
    const common = environment("aws", (input) => {
      input.state = { kind: "s3", bucket: "meridian-state", location: "eu-west-1" };
    });
    expect(stateOf(common, "west")).toMatchObject({ bucket: "meridian-state", location: "eu-west-1" });
  });
});
