import { isExposed } from "../hosts";
import type { Problem, Rule } from "../problem";
import type { Environment, Service } from "../schema/environment";
import { pairs } from "./pairs";

interface Exposed {
  readonly service: Service;
  readonly path: readonly (string | number)[];
}

const exposedServices = ({ workloads }: Pick<Environment, "workloads">): readonly Exposed[] =>
  workloads.flatMap(({ services }, workload) =>
    services.flatMap((service, index) =>
      isExposed(service) ? [{ service, path: ["workloads", workload, "services", index] }] : [],
    ),
  );

const where = ([, workload, , service]: Exposed["path"]): string =>
  `workloads[${workload}].services[${service}]`;

/** Plain HTTP comes in by another port than TLS. */
const comesInByTls = ({ exposure }: Service): boolean => exposure !== "http";

const routesAreDistinct: Rule = (environment) =>
  pairs(exposedServices(environment)).flatMap(([first, second]): Problem[] => {
    const [ours, theirs] = [first.service, second.service];
    if (ours.route.host !== theirs.route.host || comesInByTls(ours) !== comesInByTls(theirs)) return [];
    const passesThrough = [ours, theirs].some(({ exposure }) => exposure === "passthrough");
    if (!passesThrough && ours.route.path !== theirs.route.path) return [];
    return [
      {
        path: [...second.path, "route"],
        message: passesThrough
          ? `${where(first.path)} answers on ${theirs.route.host} too, and what is passed through cannot be told apart by path; expected a host of its own, such as { "host": "movies.{host}" }, or exposure "none"`
          : `${where(first.path)} answers on ${theirs.route.host} and ${theirs.route.path} too; expected a path or a host of its own, such as { "path": "/movies" }, or exposure "none"`,
      },
    ];
  });

const pathsCanBeRead: Rule = (environment) =>
  exposedServices(environment)
    .filter(({ service: { exposure, route } }) => exposure === "passthrough" && route.path !== "/")
    .map(({ path }) => ({
      path: [...path, "route", "path"],
      message:
        'nobody but the pod reads a path that is passed through; expected "/", or exposure "reencrypt"',
    }));

/** A balancer before several clusters asks each of them for the cluster's own name. */
const namesArePassedOn: Rule = (environment) =>
  environment.balancer.kind === "none"
    ? []
    : exposedServices(environment)
        .filter(({ service: { route } }) => route.host !== "{host}")
        .map(({ path }) => ({
          path: [...path, "route", "host"],
          message: `balancer "${environment.balancer.kind}" knows one name for each cluster; expected "{host}" and a path of the service's own, or balancer { "kind": "none" }`,
        }));

const flaggerWritesTheRoute: Rule = (environment) =>
  exposedServices(environment)
    .filter(
      ({ service: { canary, route } }) =>
        canary !== undefined && (route.path !== "/" || route.host !== "{host}"),
    )
    .map(({ path }) => ({
      path: [...path, "route"],
      message:
        'Flagger writes the route of a canary, for every name and path; expected { "path": "/" }, or no canary',
    }));

/** What must hold between the services that have callers. */
export const routeRules: readonly Rule[] = [
  routesAreDistinct,
  pathsCanBeRead,
  namesArePassedOn,
  flaggerWritesTheRoute,
];
