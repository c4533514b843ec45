import { parseEnvironment } from "../../config/parse";
import { ConfigurationError } from "../../config/problem";
import { azure } from "../fixtures/azure";
import { local } from "../fixtures/local";

// biome-ignore lint/suspicious/noExplicitAny: a user's mistake has any shape
type Anything = any;

/** What a person reads after making a change to a shipped environment. */
const complaint = (change: (input: Anything) => void, shipped: unknown = azure): string => {
  const input = structuredClone(shipped);
  change(input);
  try {
    parseEnvironment(input, "config/environments/azure.ts");
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return "accepted";
};

describe("the shipped environments", () => {
  it.each([
    ["local", local],
    ["azure", azure],
  ])("%s is accepted as it is", (name, input) => {
    expect(parseEnvironment(input, name).name).toBe(name);
  });

  it("cannot be changed once they are parsed", () => {
    const parsed = parseEnvironment(azure, "azure") as Anything;
    expect(() => {
      parsed.regions.eu.network.cidr = "10.99.0.0/16";
    }).toThrow(TypeError);
  });
});

describe("a single mistake is answered with where it is, what was expected, and an example", () => {
  it.each<[string, (input: Anything) => void, string]>([
    [
      "an unknown key",
      (input) => {
        input.regions.eu.network.zone = "1";
      },
      'regions.eu.network: unknown key "zone"; the keys here are kind, location, cidr',
    ],
    [
      "a wrong type",
      (input) => {
        input.protect = "yes";
      },
      'protect: expected true or false, such as true, got "yes"',
    ],
    [
      "a missing value",
      (input) => {
        delete input.balancer;
      },
      'balancer: expected a balancer with kind "traefik", "none" or "global-accelerator", got nothing',
    ],
    [
      "a CIDR that is none",
      (input) => {
        input.regions.eu.network.cidr = "10.10.0.0/33";
      },
      'regions.eu.network.cidr: expected the region\'s network (an IPv4 CIDR without host bits), such as "10.10.0.0/16", got "10.10.0.0/33"',
    ],
    [
      "a CIDR with host bits",
      (input) => {
        input.regions.eu.network.cidr = "10.10.0.1/16";
      },
      'regions.eu.network.cidr: expected the region\'s network (an IPv4 CIDR without host bits), such as "10.10.0.0/16", got "10.10.0.1/16"',
    ],
    [
      "overlapping networks",
      (input) => {
        input.regions.us.network.cidr = "10.10.128.0/17";
      },
      'regions.us.network.cidr: 10.10.128.0/17 overlaps 10.10.0.0/16 of region "eu"',
    ],
    [
      "operators from everywhere",
      (input) => {
        input.infrastructure.operatorCidrs = ["0.0.0.0/0"];
      },
      "infrastructure.operatorCidrs[0]: must not be open to the world",
    ],
    [
      "a domain that is none",
      (input) => {
        input.domain = "api_example";
      },
      'domain: expected a domain, such as "api.example.com", got "api_example"',
    ],
    [
      "a default region that is absent",
      (input) => {
        input.balancer.routing.defaultRegion = "ap";
      },
      'balancer.routing.defaultRegion: no region "ap" with an "api" cluster; expected one of eu, us',
    ],
    [
      "a country in two lists",
      (input) => {
        input.regions.eu.countries = ["FR", "CA"];
      },
      'regions.us.countries: CA also in region "eu"; expected each country in one list only',
    ],
    [
      "a country that is none",
      (input) => {
        input.regions.eu.countries = ["EU"];
      },
      'regions.eu.countries[0]: expected a country code of ISO 3166-1 in capitals, such as "US", got "EU"',
    ],
    [
      "a name that would break a cloud's limit",
      (input) => {
        input.name = "azure-production-west";
      },
      "name: expected the environment's name: at most 12 lower-case letters, digits and dashes",
    ],
    [
      "a region's name in capitals",
      (input) => {
        input.regions.US = input.regions.us;
      },
      "regions.US: expected a region's name",
    ],
    [
      "the image latest",
      (input) => {
        input.workloads[0].services[0].image = "ghcr.io/meridian-platform/api:latest";
      },
      "workloads[0].services[0].image: the tag latest is another image tomorrow; expected an image with an exact tag or digest",
    ],
    [
      "no load balancer",
      (input) => {
        input.regions.eu.clusters.lb.role = "api";
      },
      'regions: 0 clusters have role "edge"; expected exactly one for the balancer',
    ],
    [
      "two clusters of one name",
      (input) => {
        input.regions.us.clusters.eu = { kind: "k3s", role: "api" };
      },
      'regions.us.clusters.eu: region "eu" has a cluster of this name too',
    ],
    [
      "a cluster that the infrastructure cannot make",
      (input) => {
        input.regions.us.clusters.us = { kind: "existing", role: "api", address: "10.0.0.1" };
      },
      'regions.us.clusters.us.kind: infrastructure "azure" has no clusters of kind "existing"; expected "k3s"',
    ],
    [
      "passthrough of plain HTTP",
      (input) => {
        input.workloads[0].services[0].protocol = "http";
      },
      'workloads[0].services[0].protocol: exposure "passthrough" needs protocol "https", got "http"',
    ],
    [
      "a namespace of the cluster's own",
      (input) => {
        input.workloads[0].namespace = "kube-system";
      },
      'workloads[0].namespace: "kube-system" belongs to the cluster or the platform',
    ],
    [
      "routing by a country that anybody could claim",
      (input) => {
        input.dns = { kind: "hosts-file" };
      },
      "balancer.routing.kind: the country comes from Cloudflare",
    ],
    [
      "a storage account with a dash",
      (input) => {
        input.state = {
          kind: "azurerm",
          location: "westeurope",
          resourceGroup: "state",
          storageAccount: "my-state",
        };
      },
      "state.storageAccount: expected a storage account name, 3 to 24 lower-case letters and digits",
    ],
  ])("%s", (_, change, expected) => {
    expect(complaint(change)).toContain(
      `config/environments/azure.ts: 1 problem\n  ${expected}`.replace(/\n {2}(?=without)/, ""),
    );
  });
});

it("reports every problem at once, those of single values and those between values", () => {
  const message = complaint((input) => {
    input.colour = "blue";
    input.domain = "nowhere";
    input.regions.us.network.cidr = "10.10.0.0/17";
    input.regions.eu.countries = ["US"];
    input.balancer.routing.defaultRegion = "ap";
  });
  expect(message.split("\n").map((line) => line.trim().split(/[:;]/)[0])).toEqual([
    "config/environments/azure.ts",
    "domain",
    'unknown key "colour"',
    "regions.us.network.cidr",
    "regions.us.countries",
    "balancer.routing.defaultRegion",
  ]);
});

it("refuses HTTP-01 where nobody knows that port 80 is open", () => {
  const message = complaint((input) => {
    input.certificates = { kind: "letsencrypt", email: "platform@example.com", challenge: "http-01" };
  }, local);
  expect(message).toContain(
    'certificates.challenge: "http-01" needs port 80 of every region open to the world',
  );
});

it("asks for a domain where a cluster has no host name", () => {
  const message = complaint((input) => {
    delete input.regions.us.clusters.us.host;
  }, local);
  expect(message).toContain('domain: cluster "us" has no host name of its own; expected a domain');
});
