import { Fn, type ITerraformDependable } from "cdktf";
import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";
import type { IContainer } from "kubernetes-models/v1/Container";
import { connectionSecretOf } from "../../config/composed-names";
import { type DatabaseRole, ROLES, rolesOf } from "../../config/databases";
import type { Database, Workload } from "../../config/schema/environment";
import { resources } from "../kubernetes/resources";
import { restrictedContainer } from "../kubernetes/restricted";
import type { DatabaseIdentity } from "./connection";

/** A database in which the platform makes the users, as workloads see it. */
export interface UsedDatabase extends Pick<Database, "usedBy" | "variable"> {
  readonly name: string;

  /** Its name in the server. */
  readonly database: string;

  readonly passwordGeneration: number;
  readonly egress: readonly INetworkPolicyEgressRule[];

  /** The CAs that prove the server, PEM. */
  readonly ca: string | undefined;
  readonly identity: DatabaseIdentity | undefined;

  /** What who has a password connects with; sensitive. */
  readonly urls: Readonly<Record<DatabaseRole, string>>;

  /** The job after which the users may sign in. */
  readonly users: ITerraformDependable;
}

/** Where pods find the CAs of a database. */
export const caFolderOf = (database: string): string => `/etc/databases/${database}`;

type Variable =
  | { readonly name: string; readonly value: string }
  | {
      readonly name: string;
      readonly valueFrom: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
    };

interface Volume {
  readonly name: string;
  readonly secret: { secretName: string; items: { key: string; path: string }[] };
}

interface Mount {
  readonly name: string;
  readonly mountPath: string;
  readonly readOnly: true;
}

/** What databases add to a pod. */
export interface DatabaseParts {
  readonly env: readonly Variable[];
  readonly volumes: readonly Volume[];
  readonly mounts: readonly Mount[];
  readonly sidecars: readonly IContainer[];
  readonly egress: readonly INetworkPolicyEgressRule[];

  /** Of the pod: another generation of passwords replaces it. */
  readonly annotations: Readonly<Record<string, string>>;

  /** Of its ServiceAccount. */
  readonly accountAnnotations: Readonly<Record<string, string>>;
}

/** What the databases that a service or job uses add to its pods; nothing where it uses none. */
export function databaseParts(
  databases: readonly UsedDatabase[],
  workload: Workload,
  consumer: string,
): DatabaseParts {
  const uses = usesOf(databases, workload, consumer);
  const passwords = uses.filter(({ identity }) => identity === undefined);
  const certified = passwords.filter(({ database }) => database.ca !== undefined);
  const identities = uses.flatMap(({ database, identity }) => (identity ? [{ database, identity }] : []));
  return {
    env: [
      ...passwords.map(({ database: { name, variable }, role }) => ({
        name: variable,
        valueFrom: { secretKeyRef: { name: connectionSecretOf(name, role), key: "url" } },
      })),
      ...identities.map(({ database: { variable, database }, identity }) => ({
        name: variable,
        value: `postgresql://${Fn.urlencode(identity.user)}@127.0.0.1:${identity.proxy.port}/${database}?sslmode=disable`,
      })),
    ],
    volumes: certified.map(({ database: { name }, role }) => ({
      name: `database-${name}`,
      secret: { secretName: connectionSecretOf(name, role), items: [{ key: "ca.crt", path: "ca.crt" }] },
    })),
    mounts: certified.map(({ database: { name } }) => ({
      name: `database-${name}`,
      mountPath: caFolderOf(name),
      readOnly: true,
    })),
    sidecars: identities.map(({ database: { name }, identity }) => proxy(name, identity)),
    egress: uses.flatMap(({ database: { egress } }) => egress),
    annotations: Object.fromEntries(
      passwords.map(({ database: { name, passwordGeneration } }) => [
        `database-${name}`,
        String(passwordGeneration),
      ]),
    ),
    accountAnnotations: Object.assign({}, ...identities.map(({ identity: { annotations } }) => annotations)),
  };
}

/** The users as which the services and jobs of a workload sign in by a password. */
export const rolesWithPasswords = (database: UsedDatabase, workload: Workload): readonly DatabaseRole[] => {
  const consumers = [...workload.services.map(({ name }) => name), ...Object.keys(workload.jobs)];
  const used = consumers
    .flatMap((consumer) => usesOf([database], workload, consumer))
    .filter(({ identity }) => identity === undefined);
  return ROLES.filter((role) => used.some((each) => each.role === role));
};

const usesOf = (databases: readonly UsedDatabase[], workload: Workload, consumer: string) =>
  databases.flatMap((database) =>
    rolesOf(database, workload.name, consumer).map((role) => ({
      database,
      role,
      identity: role === "application" && !(consumer in workload.jobs) ? database.identity : undefined,
    })),
  );

/** An init container that always restarts is a sidecar: it starts before the program, and ends after it. */
const proxy = (database: string, { proxy }: DatabaseIdentity): IContainer => ({
  name: `database-${database}`,
  image: proxy.image,
  imagePullPolicy: "IfNotPresent",
  args: [...proxy.args],
  restartPolicy: "Always",
  startupProbe: { httpGet: proxy.startup, periodSeconds: 1, failureThreshold: 60 },
  resources: resources("10m", "64Mi"),
  securityContext: restrictedContainer,
});
