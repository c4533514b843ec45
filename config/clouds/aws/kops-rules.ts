import { databasesOfKind } from "../../databases";
import { isExposed } from "../../hosts";
import { placedServices } from "../../placed-services";
import { placesOf } from "../../places";
import type { Problem, Rule } from "../../problem";
import type { Environment } from "../../schema/environment";
import { networksLeaveAlone } from "../kubernetes-networks";
import { kopsNameOf, LONGEST_ROLE, podRoleName } from "./pod-role";

/** What kOps gives to pods and Services (https://github.com/kubernetes/kops/blob/v1.36.2/docs/networking.md). */
export const KUBERNETES = { pods: "100.96.0.0/11", Services: "100.64.0.0/13" };

const clustersOf = (environment: Environment) =>
  placesOf(environment).flatMap((cluster) => (cluster.kind === "kops" ? [cluster] : []));

/** Whether an environment's clusters are kOps'. */
export const usesKops = (environment: Environment): boolean => clustersOf(environment).length > 0;

const kindsAreNotMixed: Rule = (environment) =>
  placesOf(environment)
    .filter(({ kind }) => kind === "eks")
    .slice(0, 1)
    .map(({ region, name }) => ({
      path: ["regions", region, "clusters", name, "kind"],
      message:
        'clusters of kOps are entry points of their own, and those of EKS are not; expected "kops" for all, or another environment',
    }));

const networksLeaveKubernetesAlone = networksLeaveAlone("kOps'", KUBERNETES, "10.10.0.0/16");

/** One spot node in all: when AWS takes it, there is no node for some minutes, and nowhere to move the pods to. */
const spotHasSomewhereToGo: Rule = (environment) =>
  clustersOf(environment).flatMap(({ region, name, nodes }): Problem[] => {
    const network = environment.regions[region]?.network;
    const zones = network?.kind === "aws" ? network.zones : 1;
    return nodes.spot && zones * nodes.minimum < 2
      ? [
          {
            path: ["regions", region, "clusters", name, "nodes", "spot"],
            message:
              'AWS takes the only node back at two minutes\' notice, and its pods have nowhere to go; expected two nodes or more, such as { "minimum": 2, "spot": true }, or false',
          },
        ]
      : [];
  });

/** A name of AWS' own cannot be proven to Let's Encrypt, which certifies none. */
const letsEncryptHasADomain: Rule = ({ certificates, domain }) =>
  certificates.kind === "letsencrypt" && domain === undefined
    ? [
        {
          path: ["domain"],
          message:
            'without one the cluster answers to a name of AWS\', which Let\'s Encrypt does not certify; expected a domain, such as "api.example.com", or certificates { "kind": "private-ca" }',
        },
      ]
    : [];

/** Without certificates there is no TLS, and with them there is nothing without it: port 80 redirects. */
const exposureFitsCertificates: Rule = ({ certificates, workloads }) =>
  workloads.flatMap(({ services }, workload) =>
    services.flatMap(({ exposure, protocol }, service): Problem[] => {
      const at = (key: string) => ["workloads", workload, "services", service, key];
      if (certificates.kind === "none" && protocol === "https") {
        return [
          {
            path: at("protocol"),
            message:
              'certificates "none" issue none to a service that speaks TLS; expected "http", or certificates { "kind": "private-ca" }',
          },
        ];
      }
      return certificates.kind !== "none" && exposure === "http"
        ? [
            {
              path: at("exposure"),
              message: `with certificates "${certificates.kind}" port 80 redirects to 443, where "http" answers nobody; expected "reencrypt" or "passthrough" with protocol "https", or certificates { "kind": "none" }`,
            },
          ]
        : [];
    }),
  );

/** A cluster has one entry point: Traefik, or the load balancer of one service. */
const oneEntry: Rule = (environment) =>
  clustersOf(environment).flatMap((cluster): Problem[] => {
    const { certificates, domain } = environment;
    const at = ["regions", cluster.region, "clusters", cluster.name, "ingress"];
    const here = placedServices(environment).filter(({ workload }) => workload.role === cluster.role);
    if (cluster.ingress)
      return here
        .filter(({ service }) => service.loadBalancer === "public")
        .map(({ path }) => ({
          path: [...path, "loadBalancer"],
          message: `cluster "${cluster.name}" has an entry point already, Traefik behind a load balancer; expected "internal", or ingress false of the cluster`,
        }));
    return [
      ...here
        .filter(({ service }) => isExposed(service))
        .map(({ service, path }) => ({
          path: [...path, "exposure"],
          message: `cluster "${cluster.name}" has no ingress that leads to "${service.name}"; expected "none", with loadBalancer "public" or "internal" for one that is called from outside, or ingress true of the cluster`,
        })),
      ...(certificates.kind === "letsencrypt"
        ? [
            {
              path: at,
              message:
                'nobody else answers the proofs of Let\'s Encrypt on port 80; expected true, or certificates { "kind": "private-ca" }',
            },
          ]
        : []),
      ...(certificates.kind === "private-ca" && domain === undefined
        ? [
            {
              path: at,
              message:
                'certificates name what is called before there is a load balancer; expected a domain, such as "api.example.com", or certificates { "kind": "none" }',
            },
          ]
        : []),
    ];
  });

/** Whether services sign in to databases by tokens of a role. */
const signsIn = ({ infrastructure }: Environment): boolean =>
  infrastructure.kind === "aws" && infrastructure.databaseUsers === "identity";

/** Roles of pods are what External DNS and signing in by tokens stand on. */
const rolesAreThere: Rule = (environment) => {
  const needed = [
    ...(environment.dns.kind === "route53" ? ['dns "route53", for External DNS,'] : []),
    ...(signsIn(environment) ? ['databaseUsers "identity"'] : []),
  ];
  return clustersOf(environment)
    .filter(({ serviceAccountRoles }) => !serviceAccountRoles && needed.length > 0)
    .map(({ region, name }) => ({
      path: ["regions", region, "clusters", name, "serviceAccountRoles"],
      message: `${needed.join(" and ")} needs roles of ServiceAccounts; expected true`,
    }));
};

/** kOps cuts longer names, and ends them in a checksum that is not known here. */
const rolesHaveTheirNames: Rule = (environment) =>
  !signsIn(environment)
    ? []
    : clustersOf(environment).flatMap((cluster) =>
        databasesOfKind(environment, "managed").flatMap(([database, { usedBy }]) =>
          environment.workloads.flatMap(({ name, namespace, role }, index): Problem[] =>
            role !== cluster.role
              ? []
              : (usedBy[name]?.application ?? [])
                  .map((serviceAccount) =>
                    podRoleName(kopsNameOf(environment.name, cluster.name), { namespace, serviceAccount }),
                  )
                  .filter((role) => role.length > LONGEST_ROLE)
                  .map((role) => ({
                    path: ["workloads", index, "namespace"],
                    message: `the role that signs in to database "${database}" would be ${role}, of ${role.length} characters; expected a shorter name, so that it has ${LONGEST_ROLE} at most`,
                  })),
          ),
        ),
      );

/** What must hold between the keys of an environment whose clusters are kOps'. */
export const kopsRules: readonly Rule[] = [
  kindsAreNotMixed,
  networksLeaveKubernetesAlone,
  spotHasSomewhereToGo,
  letsEncryptHasADomain,
  exposureFitsCertificates,
  oneEntry,
  rolesAreThere,
  rolesHaveTheirNames,
];
