import { isExposed } from "../../hosts";
import { overlap } from "../../overlap";
import { placedServices } from "../../placed-services";
import { placesOf, servingRegions } from "../../places";
import type { Problem, Rule } from "../../problem";
import type { Environment } from "../../schema/environment";
import { alarmsHaveAnAccelerator, somebodyIsTold } from "./alarms";
import { AUTOSCALERS } from "./autoscaler";
import { rdsRules } from "./databases";
import { homeIsKnown } from "./home";
import { kopsRules, usesKops } from "./kops-rules";
import { accessLogsAreWritten } from "./logs";
import { zonesIn } from "./regions";

/** Where the control planes of EKS put Services. */
export const EKS_SERVICES = "172.20.0.0/16";

const networksOf = ({ regions }: Environment) =>
  Object.entries(regions).flatMap(([region, { network }]) =>
    network?.kind === "aws" ? [{ region, network }] : [],
  );

const regionsHaveTheZones: Rule = (environment) =>
  networksOf(environment)
    .map((place) => ({ ...place, zones: zonesIn(place.network.location) }))
    .filter(({ network, zones }) => zones.length > 0 && network.zones > zones.length)
    .map(({ region, network, zones }) => ({
      path: ["regions", region, "network", "zones"],
      message: `${network.zones} zones, but ${network.location} has ${zones.length} that EKS and Global Accelerator can use (${zones.join(", ")}); expected at most ${zones.length}`,
    }));

const eksHasTwoZones: Rule = (environment) =>
  networksOf(environment)
    .filter(({ network }) => network.zones < 2)
    .map(({ region }) => ({
      path: ["regions", region, "network", "zones"],
      message: "EKS wants subnets in two zones at least; expected 2 or more, such as 3",
    }));

/** The accelerator knows one endpoint group for each AWS region. */
const locationsAreUnique: Rule = (environment) => {
  const seen = new Map<string, string>();
  return networksOf(environment).flatMap(({ region, network }): Problem[] => {
    const other = seen.get(network.location);
    seen.set(network.location, other ?? region);
    return other === undefined
      ? []
      : [
          {
            path: ["regions", region, "network", "location"],
            message: `region "${other}" is in ${network.location} too; expected an AWS region of its own, such as "eu-west-1"`,
          },
        ];
  });
};

const networksLeaveServicesAlone: Rule = (environment) =>
  networksOf(environment)
    .filter(({ network }) => overlap(network.cidr, EKS_SERVICES))
    .map(({ region, network }) => ({
      path: ["regions", region, "network", "cidr"],
      message: `${network.cidr} overlaps ${EKS_SERVICES}, the addresses of the clusters' Services; expected another network, such as 10.10.0.0/16`,
    }));

const nodesAreInOrder: Rule = (environment) =>
  placesOf(environment).flatMap((cluster) => {
    if (cluster.kind !== "eks") return [];
    const { minimum, desired, maximum } = cluster.nodes;
    if (minimum <= desired && desired <= maximum) return [];
    return [
      {
        path: ["regions", cluster.region, "clusters", cluster.name, "nodes"],
        message: `minimum ${minimum}, desired ${desired} and maximum ${maximum} are not in this order; expected a range with the desired number in it, such as { "minimum": 1, "desired": 3, "maximum": 3 }`,
      },
    ];
  });

const autoscalerIsKnown: Rule = (environment) =>
  placesOf(environment).flatMap((cluster) =>
    cluster.kind === "eks" && cluster.nodes.autoscaler && AUTOSCALERS[cluster.version] === undefined
      ? [
          {
            path: ["regions", cluster.region, "clusters", cluster.name, "version"],
            message: `no release of Cluster Autoscaler for ${cluster.version} is known here; expected one of ${Object.keys(AUTOSCALERS).join(", ")}, or nodes { "autoscaler": false }`,
          },
        ]
      : [],
  );

/**
 * What belongs to no region is read by the workspaces of all: it must not go with one of them. So the bucket for it is in an
 * AWS region where the platform has nothing else.
 */
const regionalStateIsNobodysRegion: Rule = (environment) => {
  const { state } = environment;
  if (state.kind !== "s3" || !state.regional) return [];
  const place = networksOf(environment).find(({ network }) => network.location === state.location);
  return place === undefined
    ? []
    : [
        {
          path: ["state", "location"],
          message: `${state.location} is where region "${place.region}" is, and the workspaces of the other regions would read a bucket that goes with it; expected an AWS region without a network of the platform, such as "eu-west-1"`,
        },
      ];
};

const routingNamesEndpoints: Rule = (environment) => {
  const { balancer } = environment;
  if (balancer.kind !== "global-accelerator") return [];
  const serving = [...servingRegions(environment).keys()];
  const unknown = (region: string, ...path: string[]): Problem[] =>
    serving.includes(region)
      ? []
      : [
          {
            path: ["balancer", "routing", ...path],
            message: `no region "${region}" with an "api" cluster; expected one of ${serving.join(", ") || "the regions"}`,
          },
        ];
  const { routing } = balancer;
  return routing.kind === "warm-standby"
    ? unknown(routing.primary, "primary")
    : Object.keys(routing.endpoints).flatMap((region) => unknown(region, "endpoints", region));
};

const somebodyIsCalled: Rule = (environment) => {
  const { balancer } = environment;
  if (balancer.kind !== "global-accelerator" || balancer.routing.kind !== "nearest") return [];
  const { endpoints } = balancer.routing;
  const serving = [...servingRegions(environment).keys()];
  const isOut = (region: string) => endpoints[region]?.weight === 0 || endpoints[region]?.dial === 0;
  return serving.length > 0 && serving.every(isOut)
    ? [
        {
          path: ["balancer", "routing", "endpoints"],
          message:
            'every region has weight 0 or dial 0, so none serves a user; expected one above 0, such as { "central": { "weight": 128, "dial": 100 } }',
        },
      ]
    : [];
};

/**
 * How services may be exposed: with the platform's own certificate TLS ends in the pods or at the gateway; where a load
 * balancer ends it, or nothing does, only plain HTTP is left.
 */
const EXPOSURES: Readonly<Record<string, readonly string[]>> = {
  "private-ca": ["http", "passthrough"],
  acm: ["http"],
  none: ["http"],
};

const exposureFitsCertificates: Rule = ({ certificates, workloads }) => {
  const fitting = EXPOSURES[certificates.kind];
  if (fitting === undefined) return []; // these certificates do not fit AWS at all
  return workloads.flatMap(({ services }, workload) =>
    services.flatMap(({ exposure }, service) =>
      exposure === "none" || fitting.includes(exposure)
        ? []
        : [
            {
              path: ["workloads", workload, "services", service, "exposure"],
              message: `certificates "${certificates.kind}" and exposure "${exposure}" do not go together; expected ${fitting.map((each) => `"${each}"`).join(" or ")}`,
            },
          ],
    ),
  );
};

/** The Gateway has one listener for users: it reads their requests, or hands them through unread. */
const oneWayIn: Rule = (environment) => {
  if (environment.certificates.kind !== "private-ca") return [];
  const exposed = placedServices(environment).filter(({ service }) => isExposed(service));
  const first = exposed[0]?.service.exposure;
  return exposed
    .filter(({ service: { exposure } }) => exposure !== first)
    .map(({ path, service: { exposure } }) => ({
      path: [...path, "exposure"],
      message: `the gateway of a cluster reads requests or hands them through, and not both; expected "${first}" as before, got "${exposure}"`,
    }));
};

const acmProvesADomain: Rule = ({ certificates, dns, domain }) => [
  ...(certificates.kind === "acm" && dns.kind !== "route53"
    ? [
        {
          path: ["certificates", "kind"],
          message:
            'ACM issues a certificate to who can write into the domain\'s zone; expected dns { "kind": "route53" }, or certificates { "kind": "private-ca" }',
        },
      ]
    : []),
  ...(dns.kind === "route53" && domain === undefined
    ? [
        {
          path: ["domain"],
          message: 'the zone needs a name to hold; expected a domain, such as "api.example.com"',
        },
      ]
    : []),
];

/** Their pods have roles by Pod Identity, which no database of the platform's asks for yet. */
const servicesHavePasswords: Rule = ({ infrastructure }) =>
  infrastructure.kind === "aws" && infrastructure.databaseUsers === "identity"
    ? [
        {
          path: ["infrastructure", "databaseUsers"],
          message:
            'services in clusters of EKS sign in by passwords; expected "password", or clusters of kind "kops"',
        },
      ]
    : [];

/** What must hold where clusters are EKS', behind the accelerator. */
const eksRules: readonly Rule[] = [
  eksHasTwoZones,
  locationsAreUnique,
  networksLeaveServicesAlone,
  nodesAreInOrder,
  servicesHavePasswords,
  autoscalerIsKnown,
  routingNamesEndpoints,
  somebodyIsCalled,
  exposureFitsCertificates,
  oneWayIn,
];

/** What must hold between the keys of an environment on AWS. */
export const rules: readonly Rule[] = [
  homeIsKnown,
  regionsHaveTheZones,
  (environment) => (usesKops(environment) ? kopsRules : eksRules).flatMap((rule) => rule(environment)),
  regionalStateIsNobodysRegion,
  acmProvesADomain,
  somebodyIsTold,
  alarmsHaveAnAccelerator,
  accessLogsAreWritten,
  ...rdsRules,
];
