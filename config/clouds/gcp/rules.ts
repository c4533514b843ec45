import { isExposed } from "../../hosts";
import { overlap } from "../../overlap";
import { placesOf } from "../../places";
import type { Problem, Rule } from "../../problem";
import { DELIVERIES } from "../../schema/delivery";
import type { Environment } from "../../schema/environment";
import { endpointsDomain } from "./domain";
import { zonesIn } from "./locations";
import { cacheRules } from "./memorystore";
import { sqlRules } from "./sql";

const networksOf = ({ regions }: Environment) =>
  Object.entries(regions).flatMap(([region, { network }]) =>
    network?.kind === "gcp" ? [{ region, network }] : [],
  );

/** Nodes, pods and Services have addresses of their own, in a region and beside the other regions' networks. */
const rangesAreDisjoint: Rule = (environment) => {
  const ranges = networksOf(environment).flatMap(({ region, network }) =>
    (["cidr", "pods", "services"] as const).map((key) => ({
      path: ["regions", region, "network", key],
      key,
      cidr: network[key],
    })),
  );
  return ranges.flatMap(({ path, key, cidr }, index): Problem[] => {
    const other = ranges
      .slice(0, index)
      .find((before) => overlap(before.cidr, cidr) && !(key === "cidr" && before.key === "cidr")); // said by another rule
    return other === undefined
      ? []
      : [
          {
            path,
            message: `${cidr} overlaps ${other.cidr} of ${other.path.join(".")}; expected a network of its own, such as 10.12.0.0/16`,
          },
        ];
  });
};

const zonesExist: Rule = (environment) => {
  const networks = new Map(networksOf(environment).map(({ region, network }) => [region, network]));
  return placesOf(environment).flatMap((cluster): Problem[] => {
    const location = networks.get(cluster.region)?.location;
    if (cluster.kind !== "gke" || cluster.zone === undefined || location === undefined) return [];
    const path = ["regions", cluster.region, "clusters", cluster.name, "zone"];
    const zones = zonesIn(location);
    if (cluster.autopilot)
      return [{ path, message: "Autopilot is in all zones of its region; expected no zone" }];
    return zones.includes(cluster.zone)
      ? []
      : [{ path, message: `${location} has no zone ${cluster.zone}; expected one of ${zones.join(", ")}` }];
  });
};

const endpointsNamesAreTheProjects: Rule = ({ dns, domain, infrastructure }) => {
  if (infrastructure.kind !== "gcp") return [];
  const expected = endpointsDomain(infrastructure.projectId);
  if (dns.kind === "endpoints" && domain !== expected) {
    return [
      { path: ["domain"], message: `Endpoints gives names of one domain alone; expected "${expected}"` },
    ];
  }
  return dns.kind !== "endpoints" && domain?.endsWith(".cloud.goog")
    ? [
        {
          path: ["domain"],
          message: `${domain} is Google's; expected dns { "kind": "endpoints" } with domain "${expected}", or a domain of your own, such as "api.example.com"`,
        },
      ]
    : [];
};

/** The load balancer reads every request, and speaks plain HTTP to the pods. */
const exposureIsHttp: Rule = ({ workloads }) =>
  workloads.flatMap(({ services }, workload) =>
    services.flatMap(({ exposure }, service) =>
      exposure === "none" || exposure === "http"
        ? []
        : [
            {
              path: ["workloads", workload, "services", service, "exposure"],
              message: `TLS ends at the load balancer; expected "http" with protocol "http", or "none", got "${exposure}"`,
            },
          ],
    ),
  );

/** An Ingress leads to Services of its own namespace, and each has a load balancer and an address. */
const oneWorkloadHasCallers: Rule = (environment) => {
  const roles = new Set(
    placesOf(environment)
      .filter((cluster) => cluster.kind === "gke")
      .map(({ role }) => role),
  );
  return [...roles].flatMap((role) =>
    environment.workloads
      .map(({ services, ...workload }, index) => ({ ...workload, index, isCalled: services.some(isExposed) }))
      .filter((workload) => workload.isCalled && workload.role === role)
      .slice(1)
      .map(({ index, name }) => ({
        path: ["workloads", index, "services"],
        message: `an Ingress of GKE leads to the services of one workload, and "${name}" is another; expected them in one workload, or exposure "none"`,
      })),
  );
};

const pathsAreKept: Rule = (environment) =>
  placesOf(environment).some((cluster) => cluster.kind === "gke")
    ? environment.workloads.flatMap(({ services }, workload) =>
        services.flatMap(({ route }, service) =>
          route.stripPath
            ? [
                {
                  path: ["workloads", workload, "services", service, "route", "stripPath"],
                  message: "the load balancer takes nothing from a path; expected false",
                },
              ]
            : [],
        ),
      )
    : [];

/**
 * The DNS name of a control plane asks for an identity of Google's before Kubernetes hears of the call, and an account of
 * Kubernetes' has none (https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation).
 */
const accountsStayInTheirCluster: Rule = ({ workloads }) =>
  workloads.flatMap(({ delivery }, index) =>
    DELIVERIES[delivery].fromOneCluster
      ? [
          {
            path: ["workloads", index, "delivery"],
            message: `"${delivery}" enters clusters by accounts of Kubernetes', and the control planes of infrastructure "gcp" let in identities of Google's alone; expected "flux" or "terraform"`,
          },
        ]
      : [],
  );

/** What must hold between the keys of an environment on Google Cloud. */
export const rules: readonly Rule[] = [
  rangesAreDisjoint,
  zonesExist,
  endpointsNamesAreTheProjects,
  exposureIsHttp,
  oneWorkloadHasCallers,
  pathsAreKept,
  accountsStayInTheirCluster,
  ...sqlRules,
  ...cacheRules,
];
