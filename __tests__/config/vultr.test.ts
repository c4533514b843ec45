import { traitsOf } from "../../config/clouds";
import type { EnvironmentInput } from "../../config/schema/environment";
import { clustersOf } from "../../config/topology";
import { warningsIn } from "../../config/warnings";
import { problemsOf } from "../support/problems";
import { environment } from "../support/synth";

type Change = (input: EnvironmentInput) => void;

const part = (input: EnvironmentInput, ...path: readonly string[]): Record<string, unknown> =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], input) as Record<
    string,
    unknown
  >;

const cluster =
  (change: object): Change =>
  (input) => {
    Object.assign(part(input, "regions", "eu-west", "clusters", "eu-west"), change);
  };
const network =
  (change: object): Change =>
  (input) => {
    Object.assign(part(input, "regions", "eu-west", "network"), change);
  };
const registry =
  (change: object): Change =>
  (input) => {
    Object.assign(input.infrastructure, { registry: change });
  };

describe("a mistake in vultr is answered with where it is and what is good instead", () => {
  it.each<[string, Change, string]>([
    [
      "an unknown location",
      network({ location: "westeurope" }),
      'regions.eu-west.network.location: expected a location of Vultr\'s, such as "ewr"; they are ams, ',
    ],
    [
      "a network that is too large for a VPC",
      network({ cidr: "10.32.0.0/15" }),
      'regions.eu-west.network.cidr: expected a network between /16 and /28, such as "10.10.0.0/20"',
    ],
    [
      "the addresses of pods",
      network({ cidr: "10.244.16.0/20" }),
      "regions.eu-west.network.cidr: 10.244.16.0/20 overlaps 10.244.0.0/16, the addresses of VKE's pods",
    ],
    [
      "the addresses of Services",
      network({ cidr: "10.100.0.0/20" }),
      "regions.eu-west.network.cidr: 10.100.0.0/20 overlaps 10.96.0.0/12, the addresses of VKE's Services",
    ],
    [
      "a plan of another cloud",
      cluster({ nodes: { plan: "t3.medium" } }),
      'regions.eu-west.clusters.eu-west.nodes.plan: expected a plan of Vultr\'s with 2 GiB or more, such as "vc2-2c-4gb"',
    ],
    [
      "a plan that is too small for a node",
      cluster({ nodes: { plan: "vc2-1c-1gb" } }),
      'regions.eu-west.clusters.eu-west.nodes.plan: expected a plan of Vultr\'s with 2 GiB or more, such as "vc2-2c-4gb"',
    ],
    [
      "bounds in the wrong order",
      cluster({ pools: { large: { minimum: 3, maximum: 1 } } }),
      "regions.eu-west.clusters.eu-west.pools.large: minimum is above maximum; expected a range",
    ],
    [
      "a version without a patch",
      cluster({ version: "1.34" }),
      'regions.eu-west.clusters.eu-west.version: expected a release of VKE, such as "v1.35.5+1", got "1.34"',
    ],
    [
      "a version out of support",
      cluster({ version: "v1.34.9+1" }),
      'regions.eu-west.clusters.eu-west.version: ended; expected a release of Kubernetes 1.35 or newer, such as "v1.35.5+1", got "v1.34.9+1"',
    ],
    [
      "an even number of the balancer's machines",
      cluster({ balancerNodes: 2 }),
      "regions.eu-west.clusters.eu-west.balancerNodes: expected an odd number of the balancer's machines, such as 3, got 2",
    ],
    [
      "a registry's name that Vultr refuses",
      registry({ name: "Global-Registry" }),
      'infrastructure.registry.name: expected a registry\'s name, 3 to 63 lower-case letters and digits, such as "meridian"',
    ],
    ...[
      [
        "a state at a name that is none of Vultr's",
        { hostname: "s3.amazonaws.com" },
        'state.hostname: expected the name of an object storage of Vultr\'s, such as "ewr1.vultrobjects.com", got "s3.amazonaws.com"',
      ],
      [
        "a bucket's name that Vultr refuses",
        { bucket: "Meridian_State" },
        'state.bucket: expected a bucket name, 3 to 63 lower-case letters, digits and dashes, such as "meridian-state"',
      ],
      [
        "a state without a tier",
        { tier: undefined },
        'state.tier: expected the slug of a tier of Vultr\'s object storage, such as "tier_010k_5000m"',
      ],
    ].map(([name, change, message]): [string, Change, string] => [
      name as string,
      (input) => {
        input.state = {
          kind: "vultr-object-storage",
          bucket: "meridian-state",
          hostname: "ewr1.vultrobjects.com",
          tier: "tier_010k_5000m",
          ...(change as object),
        };
      },
      message as string,
    ]),
    [
      "a volume that is too small",
      (input) => {
        input.monitoring = { storage: "8Gi" };
      },
      'monitoring.storage: Vultr makes no volume of less than 10 GiB; expected "10Gi" or more, got "8Gi"',
    ],
    [
      "an entry point that there is not",
      (input) => {
        input.balancer = { kind: "global-accelerator" };
      },
      'balancer.kind: infrastructure "vultr" has no balancer of kind "global-accelerator"; expected "none"',
    ],
    [
      "a proof that nobody can write",
      (input) => {
        input.certificates = { kind: "letsencrypt", email: "platform@example.com" };
      },
      'certificates.challenge: "dns-01" writes a record into the Cloudflare zone; expected dns { "kind": "cloudflare" }',
    ],
  ])("%s", (_, change, message) => {
    const problems = problemsOf(() => environment("vultr", change));
    expect(problems).toEqual([expect.stringContaining(message)]);
  });
});

describe("the name of a cluster", () => {
  const namesOf = (change?: Change) =>
    clustersOf(environment("vultr", change)).map(({ hostName }) => hostName);

  it("is known only once it has an address, where there is no domain", () => {
    expect(namesOf()).toEqual([undefined, undefined, undefined]);
  });

  it("begins with its label under a domain, or with its own name", () => {
    expect(
      namesOf((input) => {
        input.domain = "api.example.com";
      }),
    ).toEqual([
      "tooling.api.example.com",
      "newyork-cluster.api.example.com",
      "paris-cluster.api.example.com",
    ]);
  });
});

it("names the registry of its images after the account's", () => {
  const vultr = environment("vultr", registry({ name: "globalregistry", location: "ewr" }));
  expect(clustersOf(vultr).map((each) => traitsOf(vultr, each).registry)).toEqual(
    Array(3).fill("ewr.vultrcr.com/globalregistry"),
  );
});

describe("certificates of Let's Encrypt for names of addresses", () => {
  const warnings = (change: object): readonly string[] =>
    warningsIn(
      environment("vultr", (input) => {
        Object.assign(input, {
          certificates: {
            kind: "letsencrypt",
            email: "platform@example.com",
            challenge: "http-01",
            server: "production",
          },
          ...change,
        });
      }),
    );

  it("are taken with a warning, because everybody's limits are shared there", () => {
    expect(warnings({})).toEqual([
      expect.stringMatching(/^certificates\.server: every name is under nip\.io/),
    ]);
  });

  it.each([
    ["a domain", { domain: "api.example.com" }],
    ["the platform's own CA", { certificates: { kind: "private-ca" } }],
  ])("are not warned of with %s", (_, change) => {
    expect(warnings(change)).toEqual([]);
  });
});
