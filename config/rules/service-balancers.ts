import { traitsOf } from "../clouds";
import { isExposed } from "../hosts";
import { type PlacedService, placedServices } from "../placed-services";
import type { Problem, Rule } from "../problem";
import type { Environment } from "../schema/environment";
import { clustersWithRole } from "../topology";

const balanced = (environment: Environment): readonly PlacedService[] =>
  placedServices(environment).filter(({ service }) => service.loadBalancer !== "none");

const balancersAreMade: Rule = (environment) =>
  balanced(environment).flatMap(({ workload: { role }, service, path }): Problem[] =>
    clustersWithRole(environment, role)
      .filter((cluster) => traitsOf(environment, cluster).serviceBalancers === undefined)
      .slice(0, 1)
      .map(({ name, kind }) => ({
        path: [...path, "loadBalancer"],
        message: `cluster "${name}" of kind "${kind}" makes no load balancer for "${service.name}"; expected "none", and an exposure by the cluster's ingress`,
      })),
  );

/** Fan-out by the ingress and balancers of services are two ways in: what the one keeps from callers the other shows them. */
const oneWayIn: Rule = (environment) =>
  balanced(environment)
    .filter(({ service }) => isExposed(service))
    .map(({ service, path }) => ({
      path: [...path, "loadBalancer"],
      message: `the cluster's ingress leads to "${service.name}" already, at ${service.route.path} by exposure "${service.exposure}"; expected "none" with it, or exposure "none" with a load balancer of its own`,
    }));

const oneIsPublic: Rule = (environment) => {
  const open = balanced(environment).filter(({ service }) => service.loadBalancer === "public");
  return open.slice(1).map(({ path }) => ({
    path: [...path, "loadBalancer"],
    message: `"${open[0]?.service.name}" is what everybody reaches at the cluster's one name; expected "internal" or "none"`,
  }));
};

/** `Local` drops a call on a node that has no pod of the service, which a cluster of several nodes cannot rule out. */
const localHasAnEndpoint: Rule = (environment) =>
  placedServices(environment)
    .filter(({ service }) => service.internalTrafficPolicy === "local")
    .flatMap(({ workload: { role }, service, path }): Problem[] =>
      clustersWithRole(environment, role)
        .filter((cluster) => traitsOf(environment, cluster).isOneNode !== true)
        .slice(0, 1)
        .map(({ name }) => ({
          path: [...path, "internalTrafficPolicy"],
          message: `cluster "${name}" may have a node without a pod of "${service.name}", where calls would find no endpoint; expected "cluster", and spread "zones" to keep calls near`,
        })),
    );

/** What must hold of the ways to a service besides the ingress. */
export const serviceBalancerRules: readonly Rule[] = [
  balancersAreMade,
  oneWayIn,
  oneIsPublic,
  localHasAnEndpoint,
];
