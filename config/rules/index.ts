import { awsRules } from "../clouds/aws/rules";
import { azureRules } from "../clouds/azure/rules";
import { overlap } from "../overlap";
import type { Rule } from "../problem";
import { REGISTRY } from "../registry";
import type { Environment } from "../schema/environment";
import { clustersOf, clustersWithRole, servingRegions, sharesOneName } from "../topology";
import { deliveryRules } from "./delivery";

/** Pairs of entries, each pair once. */
const pairs = <T>(items: readonly T[]): (readonly [T, T])[] =>
  items.flatMap((first, index) => items.slice(index + 1).map((second) => [first, second] as const));

const networksAreDisjoint: Rule = ({ regions }) =>
  pairs(
    Object.entries(regions).flatMap(([region, { network }]) =>
      network ? [{ region, cidr: network.cidr }] : [],
    ),
  )
    .filter(([first, second]) => overlap(first.cidr, second.cidr))
    .map(([first, second]) => ({
      path: ["regions", second.region, "network", "cidr"],
      message: `${second.cidr} overlaps ${first.cidr} of region "${first.region}"; expected networks that are disjoint, such as 10.10.0.0/16 and 10.20.0.0/16`,
    }));

const countriesAreDisjoint: Rule = ({ regions }) =>
  pairs(Object.entries(regions)).flatMap(
    ([[first, { countries: ours }], [second, { countries: theirs }]]) => {
      const shared = (ours ?? []).filter((country) => theirs?.includes(country));
      if (shared.length === 0) return [];
      return [
        {
          path: ["regions", second, "countries"],
          message: `${shared.join(", ")} also in region "${first}"; expected each country in one list only`,
        },
      ];
    },
  );

const clusterNamesAreUnique: Rule = (environment) =>
  pairs(clustersOf(environment))
    .filter(([first, second]) => first.name === second.name)
    .map(([first, second]) => ({
      path: ["regions", second.region, "clusters", second.name],
      message: `region "${first.region}" has a cluster of this name too; expected names that are unique in the environment, such as "${second.region}-2"`,
    }));

const hostNamesAreKnown: Rule = (environment) =>
  environment.domain !== undefined || sharesOneName(environment)
    ? []
    : clustersOf(environment)
        .filter((cluster) => cluster.kind !== "existing" || cluster.host === undefined)
        .slice(0, 1)
        .map(({ name }) => ({
          path: ["domain"],
          message: `cluster "${name}" has no host name of its own; expected a domain, such as "api.example.com"`,
        }));

const hostNamesAreUnique: Rule = (environment) =>
  pairs(sharesOneName(environment) ? [] : clustersOf(environment))
    .filter(([first, second]) => first.name !== second.name && first.hostName === second.hostName)
    .map(([first, second]) => ({
      path: ["regions", second.region, "clusters", second.name, "host"],
      message: `cluster "${first.name}" answers to ${first.hostName} too; expected a name of its own`,
    }));

const somebodyServes: Rule = (environment) =>
  clustersWithRole(environment, "api").length > 0
    ? []
    : [{ path: ["regions"], message: 'no cluster serves users; expected at least one with role "api"' }];

/** Traefik runs on a cluster of the platform's; the other balancers are a cloud's own. */
const oneEdge: Rule = (environment) => {
  const edges = clustersWithRole(environment, "edge");
  if (environment.balancer.kind !== "traefik") {
    return edges.map(({ region, name }) => ({
      path: ["regions", region, "clusters", name, "role"],
      message: `balancer "${environment.balancer.kind}" runs on no cluster; expected "api" or "tooling"`,
    }));
  }
  if (edges.length === 1) return [];
  return [
    {
      path: ["regions"],
      message: `${edges.length} clusters have role "edge"${edges.length > 1 ? ` (${edges.map(({ name }) => name).join(", ")})` : ""}; expected exactly one for the balancer`,
    },
  ];
};

const routingNamesRegions: Rule = (environment) => {
  const { routing } = environment.balancer;
  const serving = servingRegions(environment);
  if (routing.kind !== "geo") {
    return Object.entries(environment.regions)
      .filter(([, { countries }]) => countries !== undefined)
      .map(([region]) => ({
        path: ["regions", region, "countries"],
        message: `has no effect: the balancer's routing is "${routing.kind}"; expected no countries here, or routing { "kind": "geo" }`,
      }));
  }
  const unknown = serving.has(routing.defaultRegion)
    ? []
    : [
        {
          path: ["balancer", "routing", "defaultRegion"],
          message: `no region "${routing.defaultRegion}" with an "api" cluster; expected one of ${[...serving.keys()].join(", ") || "the regions"}`,
        },
      ];
  const idle = Object.entries(environment.regions)
    .filter(([region, { countries }]) => countries !== undefined && !serving.has(region))
    .map(([region]) => ({
      path: ["regions", region, "countries"],
      message: 'the region has no "api" cluster to serve them; expected one, or no countries',
    }));
  return [...unknown, ...idle];
};

const geoTrustsItsHeader: Rule = ({ balancer, dns }) =>
  balancer.routing.kind === "geo" && dns.kind !== "cloudflare"
    ? [
        {
          path: ["balancer", "routing", "kind"],
          message:
            'the country comes from Cloudflare, without it any caller could choose; expected dns { "kind": "cloudflare" }, or "round-robin"',
        },
      ]
    : [];

/** What goes with which infrastructure. */
const FITTING = {
  existing: {
    cluster: "existing",
    network: undefined,
    balancer: ["traefik"],
    dns: ["hosts-file", "cloudflare"],
    certificates: ["private-ca", "letsencrypt"],
  },
  azure: {
    cluster: "k3s",
    network: { kind: "azure", location: "westeurope", cidr: "10.10.0.0/16" },
    balancer: ["traefik"],
    dns: ["hosts-file", "cloudflare"],
    certificates: ["private-ca", "letsencrypt"],
  },
  aws: {
    cluster: "eks",
    network: { kind: "aws", location: "eu-central-1", cidr: "10.10.0.0/16" },
    balancer: ["global-accelerator"],
    dns: ["none", "route53"],
    certificates: ["private-ca", "acm", "none"],
  },
} as const satisfies Record<Environment["infrastructure"]["kind"], unknown>;

const partsMatchInfrastructure: Rule = (environment) => {
  const { kind } = environment.infrastructure;
  return (["balancer", "dns", "certificates"] as const)
    .map((part) => ({
      part,
      used: environment[part].kind,
      fitting: FITTING[kind][part] as readonly string[],
    }))
    .filter(({ used, fitting }) => !fitting.includes(used))
    .map(({ part, used, fitting }) => ({
      path: [part, "kind"],
      message: `infrastructure "${kind}" has no ${part} of kind "${used}"; expected ${fitting.map((each) => JSON.stringify(each)).join(" or ")}`,
    }));
};

const clustersMatchInfrastructure: Rule = (environment) => {
  const { kind } = environment.infrastructure;
  const fitting = FITTING[kind];
  const wrongClusters = clustersOf(environment)
    .filter((cluster) => cluster.kind !== fitting.cluster)
    .map((cluster) => ({
      path: ["regions", cluster.region, "clusters", cluster.name, "kind"],
      message: `infrastructure "${kind}" has no clusters of kind "${cluster.kind}"; expected "${fitting.cluster}"`,
    }));
  const wrongNetworks = Object.entries(environment.regions)
    .filter(([, { network }]) => network?.kind !== fitting.network?.kind)
    .map(([region]) => ({
      path: ["regions", region, "network"],
      message:
        fitting.network === undefined
          ? `infrastructure "${kind}" makes no networks; expected none`
          : `expected the region's network, such as ${JSON.stringify(fitting.network)}`,
    }));
  return [...wrongClusters, ...wrongNetworks];
};

const registryExists: Rule = ({ infrastructure, workloads }) =>
  infrastructure.kind === "aws"
    ? []
    : workloads.flatMap(({ services }, workload) =>
        services.flatMap(({ image }, service) =>
          image.startsWith(REGISTRY)
            ? [
                {
                  path: ["workloads", workload, "services", service, "image"],
                  message: `infrastructure "${infrastructure.kind}" makes no registry for {registry}; expected a registry's name, such as "ghcr.io/meridian-platform/api:0.1.0"`,
                },
              ]
            : [],
        ),
      );

const challengeCanBeAnswered: Rule = ({ certificates, dns, infrastructure }) => {
  if (certificates.kind !== "letsencrypt") return [];
  if (certificates.challenge === "dns-01" && dns.kind !== "cloudflare") {
    return [
      {
        path: ["certificates", "challenge"],
        message: '"dns-01" writes a record into the Cloudflare zone; expected dns { "kind": "cloudflare" }',
      },
    ];
  }
  if (certificates.challenge === "http-01" && infrastructure.kind === "existing") {
    return [
      {
        path: ["certificates", "challenge"],
        message:
          '"http-01" needs port 80 of every region open to the world, which is not known of existing clusters; expected "dns-01" or { "kind": "private-ca" }',
      },
    ];
  }
  return [];
};

const RESERVED_NAMESPACES = [
  "default",
  "kube-system",
  "kube-public",
  "kube-node-lease",
  "traefik",
  "monitoring",
  "projectcontour",
];

const namespacesAreFree: Rule = ({ workloads }) => [
  ...workloads.flatMap(({ namespace }, index) =>
    RESERVED_NAMESPACES.includes(namespace)
      ? [
          {
            path: ["workloads", index, "namespace"],
            message: `"${namespace}" belongs to the cluster or the platform; expected a name of the workload's own, such as "api"`,
          },
        ]
      : [],
  ),
  ...pairs(workloads.map(({ namespace }, index) => ({ namespace, index })))
    .filter(([first, second]) => first.namespace === second.namespace)
    .map(([first, second]) => ({
      path: ["workloads", second.index, "namespace"],
      message: `workloads[${first.index}] has this namespace; expected one for each workload`,
    })),
];

const PROTOCOLS = { passthrough: "https", reencrypt: "https", http: "http", none: undefined } as const;

const servicesFitTheirExposure: Rule = ({ workloads }) =>
  workloads.flatMap(({ services }, workload) =>
    services.flatMap((service, index) => {
      const path = ["workloads", workload, "services", index];
      const protocol = PROTOCOLS[service.exposure];
      return [
        ...(protocol !== undefined && service.protocol !== protocol
          ? [
              {
                path: [...path, "protocol"],
                message: `exposure "${service.exposure}" needs protocol "${protocol}", got "${service.protocol}"`,
              },
            ]
          : []),
        ...(service.replicas.minimum > service.replicas.maximum
          ? [
              {
                path: [...path, "replicas"],
                message: `minimum ${service.replicas.minimum} is above maximum ${service.replicas.maximum}; expected a range, such as { "minimum": 1, "maximum": 4 }`,
              },
            ]
          : []),
      ];
    }),
  );

const oneServiceOwnsTheHost: Rule = ({ workloads }) =>
  workloads
    .flatMap(({ services }, workload) =>
      services.map(({ exposure }, service) => ({
        exposure,
        path: ["workloads", workload, "services", service],
      })),
    )
    .filter(({ exposure }) => exposure !== "none")
    .slice(1)
    .map(({ path }) => ({
      path: [...path, "exposure"],
      message: 'another service answers on the cluster\'s host name already; expected "none"',
    }));

const serviceNamesAreUnique: Rule = ({ workloads }) =>
  workloads.flatMap(({ services }, workload) =>
    pairs(services.map(({ name }, index) => ({ name, index })))
      .filter(([first, second]) => first.name === second.name)
      .map(([, second]) => ({
        path: ["workloads", workload, "services", second.index, "name"],
        message: `"${second.name}" is taken; expected a name of its own`,
      })),
  );

/** What must hold between keys; each rule reports everything that breaks it. */
export const rules: readonly Rule[] = [
  networksAreDisjoint,
  countriesAreDisjoint,
  clusterNamesAreUnique,
  hostNamesAreKnown,
  hostNamesAreUnique,
  somebodyServes,
  oneEdge,
  routingNamesRegions,
  geoTrustsItsHeader,
  partsMatchInfrastructure,
  clustersMatchInfrastructure,
  registryExists,
  challengeCanBeAnswered,
  ...azureRules,
  ...awsRules,
  namespacesAreFree,
  serviceNamesAreUnique,
  servicesFitTheirExposure,
  oneServiceOwnsTheHost,
  ...deliveryRules,
];
