import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { environments as shipped } from "../config/environments";
import { parseEnvironment } from "../config/parse";
import { plain } from "../config/plain";
import type { Environment, EnvironmentInput } from "../config/schema/environment";
import { clustersOf } from "../config/topology";
import { synthesize } from "../stacks/synthesis";
import { azureStorage } from "./secret-options/azure";
import { vultrStorage } from "./secret-options/vultr";

/** Resources whose own state is a secret that Terraform makes. */
const MAKES: Readonly<Record<string, string>> = {
  tls_private_key: "private keys",
  random_password: "passwords",
  kubernetes_service_account_v1: "tokens of accounts",
  vultr_object_storage: "keys of the object storage",
};

/** Azure gives every storage account keys, and the provider reads them; most accounts here answer nobody who has one. */
const makesAccountKeys = ({ azurerm_storage_account: accounts = {} }: NonNullable<Workspace["resource"]>) =>
  Object.values(accounts).some(
    (account) => (account as { shared_access_key_enabled?: boolean }).shared_access_key_enabled !== false,
  );

/** As much of a workspace as tells its secrets. */
interface Workspace {
  readonly resource?: Readonly<Record<string, object>>;
  readonly provider?: object;
  readonly variable?: Readonly<Record<string, { readonly sensitive?: boolean }>>;
  readonly output?: Readonly<Record<string, { readonly sensitive?: boolean }>>;
}

/** What is secret in a workspace's state. */
interface Row {
  readonly kind: string;
  readonly makes: readonly string[];
  readonly publishes: readonly string[];
  readonly holds: readonly string[];
}

const sensitiveIn = (all: Workspace["output"] = {}): readonly string[] =>
  Object.entries(all).flatMap(([name, { sensitive }]) => (sensitive === true ? [name] : []));

/** The workspaces of an environment whose states hold secrets: what each makes, publishes, and holds of those that it reads. */
function rowsOf(environment: Environment): readonly Row[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-secrets-"));
  try {
    const { workspaces } = synthesize([environment], { outdir: path.join(folder, "cdktf.out"), hcl: false });
    const read = (id: string): Workspace =>
      JSON.parse(fs.readFileSync(path.join(folder, "cdktf.out/stacks", id, "cdk.tf.json"), "utf8"));
    const published = new Map(workspaces.map(({ id }) => [id, sensitiveIn(read(id).output)]));
    const { kind, output } = namesIn(environment);
    const chosen = chosenVariables(environment);
    return workspaces
      .map(({ id, reads }): Row => {
        const { resource = {}, provider = {}, variable } = read(id);
        return {
          kind: kind(id),
          makes: [
            ...Object.entries(MAKES).flatMap(([type, what]) => (type in resource ? [what] : [])),
            ...(makesAccountKeys(resource) ? ["keys of a storage account"] : []),
            ...sensitiveIn(variable)
              .filter((name) => !chosen.has(name) && isKept(name, { resource, provider }))
              .map((name) => `\`TF_VAR_${name}\``),
          ],
          publishes: unique((published.get(id) ?? []).map((name) => `\`${output(name)}\``)),
          // A remote state is read, and kept, with every output that is in it.
          holds: unique(
            Object.keys(reads).flatMap((from) =>
              (published.get(from) ?? []).map((name) => `\`${output(name)}\` of \`${kind(from)}\``),
            ),
          ),
        };
      })
      .filter(({ makes, publishes, holds }) => makes.length + publishes.length + holds.length > 0);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Whether a variable is anywhere but in what is write-only, or only a condition. */
const isKept = (name: string, workspace: Workspace): boolean =>
  JSON.stringify(workspace, (key, value) => (/^(data_wo|lifecycle)$/.test(key) ? undefined : value)).includes(
    `var.${name}}`,
  );

/** The variables that a configuration itself names: the page says of all of them where they lie. */
const chosenVariables = ({ workloads, databases }: Environment): ReadonlySet<string | undefined> => {
  const containers = workloads.flatMap(({ services, jobs }) => [...services, ...Object.values(jobs)]);
  const named = Object.values(databases).map((database) => {
    if ("urls" in database) return database.urls;
    if (database.kind !== "in-cluster" || database.backups === undefined) return {};
    const { accessKeyId, secretAccessKey } = database.backups;
    return { accessKeyId, secretAccessKey };
  });
  return new Set(
    [...containers.map(({ secrets }) => secrets), ...named].flatMap((names) => Object.values(names)),
  );
};

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** Names of an environment, a region or a cluster are a person's choice: what stands for them in the table. */
function namesIn(environment: Environment) {
  const clusters = clustersOf(environment).map(({ name }) => name);
  const places = [...clusters, ...Object.keys(environment.regions)].join("|");
  const databases = Object.keys(environment.databases).join("|");
  return {
    kind: (id: string): string =>
      id
        .replace(new RegExp(`(?<!^${environment.name}-global)-(?:${places})$`), "-<cluster>")
        .replace(new RegExp(`^(state-)?${environment.name}(?=-|$)`), "$1<env>"),
    output: (name: string): string =>
      name
        .replace(new RegExp(`^(?:${clusters.join("|")})-`), "<cluster>-")
        .replace(new RegExp(`^(?:${databases})-`), "<database>-"),
  };
}

/** The states that hold secrets, as a table in Markdown; workspaces of one kind in several environments are one line. */
export function secretsTable(environments: readonly Environment[]): string {
  const rows = new Map<string, Row>();
  for (const row of environments.flatMap(rowsOf)) {
    const before = rows.get(row.kind);
    const all = (part: "makes" | "publishes" | "holds") => unique([...(before?.[part] ?? []), ...row[part]]);
    rows.set(row.kind, {
      kind: row.kind,
      makes: all("makes"),
      publishes: all("publishes"),
      holds: all("holds"),
    });
  }
  const lines = [...rows.values()].map(({ kind, makes, publishes, holds }) =>
    [`\`${kind}\``, makes.join(", "), publishes.join(", "), holds.join(", ")].join(" | "),
  );
  return [
    "| state | makes, or takes from a variable | publishes | holds of those that it reads |",
    "|---|---|---|---|",
    ...lines.map((line) => `| ${line} |`.replace(/ {2}(?=\|)/g, " ")),
  ].join("\n");
}

/** A page with the table between `<!-- secrets -->` and `<!-- /secrets -->` replaced. */
export const withSecrets = (page: string, table: string): string =>
  page.replace(
    /(<!-- secrets -->\n)[\s\S]*?(<!-- \/secrets -->)/,
    (_, start: string, end: string) => `${start}${table}\n${end}`,
  );

/** Storage that an environment makes for its state or its logs, by name of the environment. */
const STORAGE: Readonly<Record<string, (input: EnvironmentInput) => object>> = {
  azure: azureStorage,
  vultr: vultrStorage,
};

/** What is shipped, with every option that brings a secret of its own. */
export const withSecretOptions = (): readonly Environment[] =>
  Object.entries(shipped).map(([name, file]) => {
    const input = plain(file).value as EnvironmentInput;
    const options = {
      monitoring: {
        ...input.monitoring,
        alerts: { kind: "webhook" },
        deadMansSwitch: {},
        remoteWrite: { url: "https://prometheus.example.com/write", authentication: { kind: "bearer" } },
      },
      databases: { ...input.databases, ...databaseFor(input) },
      ...(input.gitops === undefined ? {} : { gitops: { ...input.gitops, alerts: { kind: "slack" } } }),
      ...STORAGE[name]?.(input),
    };
    return parseEnvironment({ ...input, ...options }, name);
  });

/** A database inside of the clusters, for the first workload that may have one. */
function databaseFor({ workloads }: Pick<EnvironmentInput, "workloads">): EnvironmentInput["databases"] {
  const user = workloads.find(({ delivery = "terraform" }) => delivery === "terraform");
  const [service] = user?.services ?? [];
  if (!user || !service) return {};
  return {
    "of-the-table": {
      kind: "in-cluster",
      engine: "postgres",
      version: "18",
      variable: "DATABASE_OF_THE_TABLE",
      usedBy: { [user.name]: { application: [service.name] } },
    },
  };
}
