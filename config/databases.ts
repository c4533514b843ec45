import type { Database, Environment, Workload } from "./schema/environment";

/** The two users of a database. */
export const ROLES = ["owner", "application"] as const;

export type DatabaseRole = (typeof ROLES)[number];

type Kind<Name extends Database["kind"]> = Extract<Database, { kind: Name }>;

/** The databases of a kind, by name. */
export const databasesOfKind = <Name extends Database["kind"]>(
  { databases }: Pick<Environment, "databases">,
  kind: Name,
): readonly (readonly [name: string, database: Kind<Name>])[] =>
  Object.entries(databases).filter((entry): entry is [string, Kind<Name>] => entry[1].kind === kind);

/** The databases that are made, and whose users the platform makes. */
export const madeDatabases = (environment: Pick<Environment, "databases">) => [
  ...databasesOfKind(environment, "managed"),
  ...databasesOfKind(environment, "in-cluster"),
];

/** The roles as which a service or job of a workload uses a database. */
export const rolesOf = (
  { usedBy }: Pick<Database, "usedBy">,
  workload: string,
  consumer: string,
): readonly DatabaseRole[] => ROLES.filter((role) => usedBy[workload]?.[role].includes(consumer));

/** A workload whose services and jobs are told of the databases that exist already, and let there. */
export function withDatabases({ databases }: Pick<Environment, "databases">, workload: Workload): Workload {
  const uses = (consumer: string) =>
    Object.values(databases).flatMap((database) =>
      "urls" in database // of one that Terraform makes, the workspace that makes it knows the URL
        ? rolesOf(database, workload.name, consumer).map((role) => ({ database, role }))
        : [],
    );
  const secrets = (consumer: string) =>
    Object.fromEntries(
      uses(consumer).map(({ database, role }) => [database.variable, database.urls[role] as string]), // a rule asks for it
    );
  const networks = (consumer: string) => uses(consumer).flatMap(({ database }) => database.networks);
  return {
    ...workload,
    services: workload.services.map((service) => ({
      ...service,
      secrets: { ...service.secrets, ...secrets(service.name) },
      egress: [...service.egress, ...networks(service.name)],
    })),
    jobs: Object.fromEntries(
      Object.entries(workload.jobs).map(([name, job]) => [
        name,
        {
          ...job,
          secrets: { ...job.secrets, ...secrets(name) },
          egress: [...job.egress, ...networks(name)],
        },
      ]),
    ),
  };
}
