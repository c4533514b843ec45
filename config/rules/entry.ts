import { servingRegions } from "../places";
import type { Rule } from "../problem";
import { clustersWithRole } from "../topology";

const somebodyServes: Rule = (environment) =>
  clustersWithRole(environment, "api").length > 0
    ? []
    : [{ path: ["regions"], message: 'no cluster serves users; expected at least one with role "api"' }];

/**
 * Traefik runs on a cluster of the platform's, or on several whose addresses one name has; the other balancers are a cloud's
 * own.
 */
const edgesHaveOneName: Rule = (environment) => {
  const edges = clustersWithRole(environment, "edge");
  if (environment.balancer.kind !== "traefik") {
    return edges.map(({ region, name }) => ({
      path: ["regions", region, "clusters", name, "role"],
      message: `balancer "${environment.balancer.kind}" runs on no cluster; expected "api" or "tooling"`,
    }));
  }
  if (edges.length === 1 || (edges.length > 1 && environment.dns.kind === "cloudflare")) return [];
  const names = edges.length > 1 ? ` (${edges.map(({ name }) => name).join(", ")})` : "";
  const among = edges.length > 1 ? ', or dns { "kind": "cloudflare" }, which leads users to all of them' : "";
  return [
    {
      path: ["regions"],
      message: `${edges.length} clusters have role "edge"${names}; expected exactly one for the balancer${among}`,
    },
  ];
};

const cloudflareHasAnEntry: Rule = ({ balancer, dns }) =>
  dns.kind === "cloudflare" && balancer.kind === "none"
    ? [
        {
          path: ["dns", "kind"],
          message:
            '"cloudflare" leads users to the one entry point, and balancer "none" makes none; expected another dns, such as { "kind": "none" }',
        },
      ]
    : [];

const routingNamesRegions: Rule = (environment) => {
  const { balancer } = environment;
  const serving = servingRegions(environment);
  if (balancer.kind !== "traefik" || balancer.routing.kind !== "geo") {
    return Object.entries(environment.regions)
      .filter(([, { countries }]) => countries !== undefined)
      .map(([region]) => ({
        path: ["regions", region, "countries"],
        message: `has no effect: ${"routing" in balancer ? `the balancer's routing is "${balancer.routing.kind}"` : "there is no balancer"}; expected no countries here, or routing { "kind": "geo" }`,
      }));
  }
  const { routing } = balancer;
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
  balancer.kind === "traefik" && balancer.routing.kind === "geo" && dns.kind !== "cloudflare"
    ? [
        {
          path: ["balancer", "routing", "kind"],
          message:
            'the country comes from Cloudflare, without it any caller could choose; expected dns { "kind": "cloudflare" }, or "round-robin"',
        },
      ]
    : [];

/** What must hold of the way in. */
export const entryRules: readonly Rule[] = [
  somebodyServes,
  edgesHaveOneName,
  cloudflareHasAnEntry,
  routingNamesRegions,
  geoTrustsItsHeader,
];
