import { Fn, type ITerraformDependable } from "cdktf";
import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";
import type { IContainer } from "kubernetes-models/v1/Container";
import { connectionSecretOf } from "../../config/composed-names";
import { type DatabaseRole, ROLES, rolesOf } from "../../config/databases";
import type { Database, Workload } from "../../config/schema/environment";
import { resources } from "../kubernetes/resources";
import { restrictedContainer } from "../kubernetes/restricted";
import { type DatabaseIdentity, type DatabaseProxy, POSTGRES, type TokenVolume } from "./connection";

/** A database in which the platform makes the users, as workloads see it. */
export interface UsedDatabase extends Pick<Database, "usedBy" | "variable"> {
  readonly name: string;

  /** Where the server is, and its name there. */
  readonly server: { readonly host: string; readonly port?: number | undefined };
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
  /** The tokens that a service proves by who it is; a job has none. */
  readonly tokens: readonly TokenVolume[];
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
  const account = { namespace: workload.namespace, serviceAccount: consumer };
  const tokens = uses.flatMap(({ database, identity, role }) =>
    identity?.proof.kind === "token"
      ? [{ database, role, user: identity.user, parts: identity.proof.parts(account) }]
      : [],
  );
  const proxies = uses.flatMap(({ database, identity }) =>
    identity?.proof.kind === "proxy" ? [{ database, user: identity.user, proof: identity.proof }] : [],
  );
  const certified = [...passwords, ...tokens].filter(({ database }) => database.ca !== undefined);
  return {
    env: [
      ...passwords.map(({ database: { name, variable }, role }) => ({
        name: variable,
        valueFrom: { secretKeyRef: { name: connectionSecretOf(name, role), key: "url" } },
      })),
      ...proxies.map(({ database: { variable, database }, user, proof }) => ({
        name: variable,
        value: `postgresql://${Fn.urlencode(user)}@127.0.0.1:${proof.port}/${database}?sslmode=disable`,
      })),
      ...tokens.map(({ database, user }) => ({
        name: database.variable,
        value: `postgresql://${user}@${addressOf(database)}/${database.database}?${tlsOf(database)}`,
      })),
      ...onceEach(tokens.flatMap(({ parts }) => parts.env)),
    ],
    volumes: certified.map(({ database: { name }, role }) => ({
      name: `database-${name}`,
      secret: { secretName: connectionSecretOf(name, role), items: [{ key: "ca.crt", path: "ca.crt" }] },
    })),
    tokens: onceEach(tokens.flatMap(({ parts }) => parts.volumes)),
    mounts: [
      ...certified.map(({ database: { name } }) => ({
        name: `database-${name}`,
        mountPath: caFolderOf(name),
        readOnly: true as const,
      })),
      ...onceEach(tokens.flatMap(({ parts }) => parts.mounts)),
    ],
    sidecars: proxies.map(({ database: { name }, proof }) => proxy(name, proof)),
    egress: uses.flatMap(({ database: { egress } }) => egress),
    annotations: Object.fromEntries(
      passwords.map(({ database: { name, passwordGeneration } }) => [
        `database-${name}`,
        String(passwordGeneration),
      ]),
    ),
    accountAnnotations: Object.assign({}, ...uses.map(({ identity }) => identity?.annotations)),
  };
}

/** Several databases of one cloud take the same proof. */
const onceEach = <Named extends { readonly name: string }>(all: readonly Named[]): readonly Named[] => [
  ...new Map(all.map((each) => [each.name, each])).values(),
];

const addressOf = ({ server: { host, port = POSTGRES } }: UsedDatabase): string => `${host}:${port}`;

/** What the URL says of TLS (https://www.postgresql.org/docs/current/libpq-ssl.html). */
const tlsOf = ({ name, ca }: UsedDatabase): string =>
  ca === undefined ? "sslmode=require" : `sslmode=verify-full&sslrootcert=${caFolderOf(name)}/ca.crt`;

/** Whether a service of a workload proves who it is by tokens, and verifies the server by its CAs all the same. */
export const hasTokens = (database: UsedDatabase, workload: Workload): boolean =>
  workload.services.some(({ name }) =>
    usesOf([database], workload, name).some(({ identity }) => identity?.proof.kind === "token"),
  );

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
const proxy = (database: string, proxy: DatabaseProxy): IContainer => ({
  name: `database-${database}`,
  image: proxy.image,
  imagePullPolicy: "IfNotPresent",
  args: [...proxy.args],
  restartPolicy: "Always",
  startupProbe: { httpGet: proxy.startup, periodSeconds: 1, failureThreshold: 60 },
  resources: resources("10m", "64Mi"),
  securityContext: restrictedContainer,
});
