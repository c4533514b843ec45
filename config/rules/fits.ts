import { cloudOf, fitsOf } from "../clouds";
import type { Rule } from "../problem";
import { imagesOf, REGISTRY } from "../registry";
import { anyOf } from "../schema/primitives";
import { clustersOf } from "../topology";

/** The parts of which a cloud knows some kinds. */
const PARTS = ["balancer", "dns", "certificates", "state"] as const;

const partsFit: Rule = (environment) => {
  const { kind } = environment.infrastructure;
  const fits = fitsOf(environment);
  return PARTS.filter((part) => !fits[part].includes(environment[part].kind)).map((part) => ({
    path: [part, "kind"],
    message: `infrastructure "${kind}" has no ${part} of kind "${environment[part].kind}"; expected ${anyOf(fits[part])}`,
  }));
};

const clustersFit: Rule = (environment) => {
  const { kind } = environment.infrastructure;
  const fitting = cloudOf(environment).clusters.map(({ schema }) => schema.shape.kind.value);
  return clustersOf(environment)
    .filter((cluster) => !fitting.includes(cluster.kind))
    .map((cluster) => ({
      path: ["regions", cluster.region, "clusters", cluster.name, "kind"],
      message: `infrastructure "${kind}" has no clusters of kind "${cluster.kind}"; expected ${anyOf(fitting)}`,
    }));
};

const networksFit: Rule = (environment) => {
  const { kind } = environment.infrastructure;
  const { networks } = cloudOf(environment);
  const fits = (used: string | undefined) =>
    networks.length === 0
      ? used === undefined
      : networks.some(({ schema }) => schema.shape.kind.value === used);
  return Object.entries(environment.regions)
    .filter(([, { network }]) => !fits(network?.kind))
    .map(([region]) => ({
      path: ["regions", region, "network"],
      message:
        networks[0] === undefined
          ? `infrastructure "${kind}" makes no networks; expected none`
          : `expected the region's network, such as ${JSON.stringify(networks[0].example)}`,
    }));
};

const registryExists: Rule = (environment) =>
  fitsOf(environment).registry
    ? []
    : environment.workloads.flatMap((workload, index) =>
        imagesOf(workload)
          .filter(({ image }) => image.startsWith(REGISTRY))
          .map(({ path }) => ({
            path: ["workloads", index, ...path],
            message: `infrastructure "${environment.infrastructure.kind}" makes no registry for {registry}; expected a registry's name, such as "ghcr.io/meridian-platform/api:0.1.0"`,
          })),
      );

const challengeCanBeAnswered: Rule = (environment) => {
  const { certificates, dns, infrastructure } = environment;
  if (certificates.kind !== "letsencrypt") return [];
  const { provesNamesIn = [] } = cloudOf(environment).fits;
  if (certificates.challenge === "dns-01" && ![...provesNamesIn, "cloudflare"].includes(dns.kind)) {
    return [
      {
        path: ["certificates", "challenge"],
        message:
          provesNamesIn[0] === undefined
            ? '"dns-01" writes a record into the Cloudflare zone; expected dns { "kind": "cloudflare" }'
            : `"dns-01" writes a record into a zone; expected dns { "kind": "${provesNamesIn[0]}" }, or "http-01"`,
      },
    ];
  }
  if (certificates.challenge === "http-01" && !fitsOf(environment).opensPort80) {
    return [
      {
        path: ["certificates", "challenge"],
        message: `"http-01" needs port 80 of every region open to the world, which infrastructure "${infrastructure.kind}" does not see to; expected "dns-01" or { "kind": "private-ca" }`,
      },
    ];
  }
  return [];
};

/** What must fit the cloud. */
export const fitRules: readonly Rule[] = [
  partsFit,
  clustersFit,
  networksFit,
  registryExists,
  challengeCanBeAnswered,
];
