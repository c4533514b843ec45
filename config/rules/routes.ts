import { cloudOf } from "../clouds";
import { hostOf, isExposed } from "../hosts";
import { type PlacedService, placedServices } from "../placed-services";
import type { Problem, Rule } from "../problem";
import type { Environment } from "../schema/environment";
import { clustersOf } from "../topology";
import { repeated } from "./repeated";

const exposedServices = (environment: Pick<Environment, "workloads">): readonly PlacedService[] =>
  placedServices(environment).filter(({ service }) => isExposed(service));

const where = ([, workload, , service]: PlacedService["path"]): string =>
  `workloads[${workload}].services[${service}]`;

/** Plain HTTP comes in by another port than TLS. */
const comesInByTls = ({ service: { exposure } }: PlacedService): boolean => exposure !== "http";

/** A service in one of the clusters that it runs in, and the name that it answers to there. */
interface Answer extends PlacedService {
  readonly cluster: string;
  readonly host: string;
}

/** `{host}` stays where the cluster's name is known only at apply. */
const answersIn = (environment: Environment): readonly Answer[] => {
  const clusters = clustersOf(environment);
  return exposedServices(environment).flatMap((exposed) =>
    clusters
      .filter(({ role }) => role === exposed.workload.role)
      .map(({ name, hostName = "{host}" }) => ({
        ...exposed,
        cluster: name,
        host: hostOf(exposed.service, hostName),
      })),
  );
};

/** What both say, or what it comes to in a cluster. */
const sharedHost = (first: Answer, again: Answer): string =>
  first.service.route.host === again.service.route.host ? again.service.route.host : again.host;

/** Two clusters of one name, which is a mistake of its own, are no two services. */
const areTwo = ([first, again]: readonly [Answer, Answer]): boolean => first.path !== again.path;

const routesAreDistinct: Rule = (environment) => {
  const answers = answersIn(environment);
  const hostKey = ({ cluster, host }: Answer): string => `${cluster} ${host}`;
  const unread = new Set(answers.filter(({ service }) => service.exposure === "passthrough").map(hostKey));
  const isUnread = (each: Answer): boolean => comesInByTls(each) && unread.has(hostKey(each));
  const problems = [
    ...repeated(answers.filter(isUnread), hostKey)
      .filter(areTwo)
      .map(([first, again]) => ({
        path: [...again.path, "route"],
        message: `${where(first.path)} answers on ${sharedHost(first, again)} too, and what is passed through cannot be told apart by path; expected a host of its own, such as { "host": "movies.{host}" }, or exposure "none"`,
      })),
    ...repeated(
      answers.filter((each) => !isUnread(each)),
      (each) => JSON.stringify([comesInByTls(each), hostKey(each), each.service.route.path]),
    )
      .filter(areTwo)
      .map(([first, again]) => ({
        path: [...again.path, "route"],
        message: `${where(first.path)} answers on ${sharedHost(first, again)} and ${again.service.route.path} too; expected a path or a host of its own, such as { "path": "/movies" }, or exposure "none"`,
      })),
  ];
  const told = new Map<string, Problem>();
  for (const problem of problems) {
    const place = problem.path.join();
    if (!told.has(place)) told.set(place, problem); // the other clusters would say it again
  }
  return [...told.values()];
};

const pathsCanBeRead: Rule = (environment) =>
  exposedServices(environment)
    .filter(({ service: { exposure, route } }) => exposure === "passthrough" && route.path !== "/")
    .map(({ path }) => ({
      path: [...path, "route", "path"],
      message:
        'nobody but the pod reads a path that is passed through; expected "/", or exposure "reencrypt"',
    }));

const pathsCanBeBlocked: Rule = (environment) => {
  const { blocksPaths = true } = cloudOf(environment).fits;
  return exposedServices(environment)
    .filter(({ service: { route } }) => route.blocked.length > 0)
    .filter(({ service: { exposure } }) => exposure === "passthrough" || !blocksPaths)
    .map(({ service: { exposure }, path }) => ({
      path: [...path, "route", "blocked"],
      message: `${
        exposure === "passthrough"
          ? "nobody but the pod reads a path that is passed through"
          : `the ingress of infrastructure "${environment.infrastructure.kind}" keeps no path from callers`
      }; expected none, and a port of their own for probes and metrics`,
    }));
};

/** A blocked path is one that the service would answer. */
const blockedPathsAreTheServices: Rule = (environment) =>
  exposedServices(environment).flatMap(({ service: { route }, path }) =>
    route.blocked.flatMap((blocked, index) =>
      route.path === "/" || route.stripPath || `${blocked}/`.startsWith(`${route.path}/`)
        ? []
        : [
            {
              path: [...path, "route", "blocked", index],
              message: `${blocked} is not below ${route.path}, so it leads to another service; expected "${route.path}${blocked}"`,
            },
          ],
    ),
  );

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
  pathsCanBeBlocked,
  blockedPathsAreTheServices,
  namesArePassedOn,
  flaggerWritesTheRoute,
];
