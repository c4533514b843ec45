import { cloudOf, clouds } from "../clouds";
import { databasesOfKind, madeDatabases, ROLES, rolesOf } from "../databases";
import type { Problem, Rule } from "../problem";
import { DELIVERIES } from "../schema/delivery";
import type { Database, Environment, Workload } from "../schema/environment";
import { anyOf } from "../schema/primitives";
import { regionProblems } from "./serving-region";

/** The clouds that make databases of a kind. */
const makersOf = (kind: Database["kind"]): readonly string[] =>
  Object.entries(clouds)
    .filter(([, { fits }]) => fits.databases.some((each: string) => each === kind))
    .map(([name]) => name);

const fits = (environment: Environment, { kind }: Database): boolean =>
  cloudOf(environment).fits.databases.includes(kind);

/** What an environment on this cloud may say instead. */
function expected(environment: Environment, name: string): string {
  const known = cloudOf(environment).fits.databases;
  if (!known.includes("existing")) return known.length === 0 ? "no databases" : anyOf(known);
  return `${anyOf(known)}, such as { "kind": "existing", "networks": [{ "kind": "network", "cidr": "198.51.100.7/32", "ports": [5432] }], "urls": { "application": "${name.replaceAll("-", "_")}_url" } }`;
}

/** What no cloud of the environment's makes is refused, and nothing else said of it. */
const databasesFit: Rule = (environment) =>
  Object.entries(environment.databases)
    .filter(([, database]) => !fits(environment, database))
    .map(([name, { kind }]) => {
      const makers = makersOf(kind);
      const elsewhere = makers.length === 0 ? "" : ` (infrastructure ${anyOf(makers)} does)`;
      return {
        path: ["databases", name, "kind"],
        message: `infrastructure "${environment.infrastructure.kind}" makes no database of kind "${kind}"${elsewhere}; expected ${expected(environment, name)}`,
      };
    });

/** A database that the cloud makes is in a region that serves users. */
const regionsAreKnown: Rule = (environment) =>
  regionProblems(
    environment,
    "databases",
    databasesOfKind(environment, "managed").filter(([, database]) => fits(environment, database)),
  );

/** What reaches a cluster through a repository holds neither Secrets nor addresses that only an apply knows. */
const usersAreDelivered: Rule = (environment) =>
  madeDatabases(environment)
    .filter(([, database]) => fits(environment, database))
    .flatMap(([name, { usedBy }]) =>
      environment.workloads
        .filter((workload) => usedBy[workload.name] !== undefined)
        .filter(({ delivery }) => DELIVERIES[delivery].fromRepository)
        .map((workload) => ({
          path: ["databases", name, "usedBy", workload.name],
          message: `a repository delivers this workload, and knows no database that is made; expected delivery "terraform", or a database of kind "existing"`,
        })),
    );

const namesOf = ({ services, jobs }: Workload): readonly string[] => [
  ...services.map(({ name }) => name),
  ...Object.keys(jobs),
];

/** Those who use a database are there, and each is one of its users. */
const usersExist: Rule = (environment) =>
  Object.entries(environment.databases)
    .filter(([, database]) => fits(environment, database))
    .flatMap(([name, database]) =>
      Object.entries(database.usedBy).flatMap(([workload, use]): readonly Problem[] => {
        const path = ["databases", name, "usedBy", workload];
        const found = environment.workloads.find((each) => each.name === workload);
        if (found === undefined) {
          const known = environment.workloads.map((each) => each.name);
          return [{ path, message: `no workload has this name; expected ${anyOf(known)}` }];
        }
        const known = namesOf(found);
        return ROLES.flatMap((role) =>
          use[role].flatMap((consumer, index): readonly Problem[] => {
            const here = [...path, role, index];
            if (!known.includes(consumer))
              return [
                {
                  path: here,
                  message: `no service or job of "${workload}" has this name; expected ${anyOf(known)}`,
                },
              ];
            return role === "application" && use.owner.includes(consumer)
              ? [{ path: here, message: `"${consumer}" is the owner too; expected it in one of them` }]
              : [];
          }),
        );
      }),
    );

/** A service that uses an existing database has a connection for each role in which it uses it. */
const connectionsAreKnown: Rule = ({ databases }) =>
  Object.entries(databases).flatMap(([name, database]) =>
    !("urls" in database)
      ? []
      : ROLES.filter(
          (role) =>
            database.urls[role] === undefined &&
            Object.values(database.usedBy).some((use) => use[role].length > 0),
        ).map((role) => ({
          path: ["databases", name, "urls", role],
          message: `it is used as ${role}, and nothing says how; expected the name of a Terraform variable, such as "${name.replaceAll("-", "_")}_${role}_url"`,
        })),
  );

/** A variable holds one thing. */
const variablesAreFree: Rule = ({ databases, workloads }) =>
  Object.entries(databases).flatMap(([name, database], position) =>
    workloads.flatMap((workload) => {
      const earlier = Object.entries(databases).slice(0, position);
      return namesOf(workload)
        .filter((consumer) => rolesOf(database, workload.name, consumer).length > 0)
        .flatMap((consumer): readonly Problem[] => {
          const owner =
            earlier.find(
              ([, other]) =>
                other.variable === database.variable && rolesOf(other, workload.name, consumer).length > 0,
            )?.[0] ??
            (variablesOf(workload, consumer).includes(database.variable) ? "its env or secrets" : undefined);
          return owner === undefined
            ? []
            : [
                {
                  path: ["databases", name, "variable"],
                  message: `"${consumer}" of "${workload.name}" has ${database.variable} from ${owner} already; expected another name, such as "${name.replaceAll("-", "_").toUpperCase()}_URL"`,
                },
              ];
        });
    }),
  );

const variablesOf = ({ services, jobs }: Workload, consumer: string): readonly string[] => {
  const found = services.find(({ name }) => name === consumer) ?? jobs[consumer];
  return found === undefined
    ? []
    : [
        ...Object.keys(found.env),
        ...Object.keys(found.secrets),
        ...("generated" in found ? Object.keys(found.generated) : []),
      ];
};

/** What must hold of databases and those who use them. */
export const databaseRules: readonly Rule[] = [
  databasesFit,
  regionsAreKnown,
  usersExist,
  usersAreDelivered,
  connectionsAreKnown,
  variablesAreFree,
];
