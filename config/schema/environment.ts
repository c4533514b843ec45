import { z } from "zod";
import { balancer } from "./balancer";
import { cache } from "./cache";
import { certificates } from "./certificates";
import { charts } from "./charts";
import { consoles } from "./consoles";
import { secretVariable } from "./container";
import { database } from "./database";
import { dns } from "./dns";
import { gitops } from "./gitops";
import { infrastructure } from "./infrastructure";
import { monitoring } from "./monitoring";
import { byName, flag, hostName, integer, name, record, someOf } from "./primitives";
import { region } from "./region";
import { state } from "./state";
import { workload } from "./workload";

/** Everything that a deployment may vary. What is not here is not configurable. */
export const environmentSchema = record({
  /** Begins the name of every workspace and resource. */
  name: name("the environment's name", "azure"),
  /**
   * Clusters are `<cluster>.<domain>`; behind a global accelerator all of them answer to the domain itself.
   *
   * @default - every cluster has a host name of its own; behind a global accelerator, `<environment>.internal`
   */
  domain: hostName("a domain", "api.example.com").optional(),
  /** Who makes networks and clusters, and in which account. */
  infrastructure,
  /** Who knows the platform's names: a hosts file of your own, a zone, or neither, where names follow from addresses. */
  dns,
  /** The regions by name; to add one is to add one entry. */
  regions: z.record(name("a region's name", "eu"), region, {
    error: 'expected the regions by name, such as { "eu": { "clusters": {} } }',
  }),
  /** The entry point of all regions; with `none` every cluster is its own. */
  balancer,
  /** Who issues the certificates of regions. @default private-ca */
  certificates: certificates.prefault({ kind: "private-ca" }),
  /** What runs in the clusters of a role: services, and jobs that are done before their pods start. */
  workloads: someOf("workloads", [{ name: "api" }], workload),
  /** The databases of workloads, by name. @default - none */
  databases: byName(
    "the databases",
    { movies: { kind: "managed", engine: "postgres", version: "17" } },
    name("a database's name", "movies", 30),
    database,
  ).default({}),
  /** The caches of workloads, by name. @default - none */
  caches: byName(
    "the caches",
    { sessions: { usedBy: { lofocats: ["lofocats-ui"] } } },
    name("a cache's name", "sessions", 30),
    cache,
  ).default({}),
  /** Where the workloads with delivery "flux" or "argocd" come from. @default - Terraform delivers everything */
  gitops: gitops.optional(),
  /** Prometheus, Grafana, rules and alerts in every cluster. @default - on, metrics are kept for 7 days */
  monitoring: monitoring.prefault({}),
  /** Tools' pages that people reach from outside, after they have signed in. @default - none; by port-forward alone */
  consoles: consoles.optional(),
  /** Where Terraform keeps states. @default - files in `state/` of the checkout */
  state: state.prefault({ kind: "local" }),
  /** Where charts come from. @default - the public repositories of those who make them */
  charts: charts.prefault({}),
  /**
   * Counts up when the value of a sensitive variable changes that a cluster's Secret holds: by the variable's name, without
   * `TF_VAR_`. Terraform knows no such value, and writes it again when this is another number.
   *
   * @default - 1 for each
   */
  secretVersions: byName(
    "the versions of secrets",
    { remote_write_token: 2 },
    secretVariable,
    integer("a secret's version", 1, 1_000_000, 2),
  ).default({}),
  /**
   * Whether Terraform refuses to destroy what is hard to replace: CAs, public addresses, the state's storage.
   *
   * @default false
   */
  protect: flag().default(false),
});

/** What an environment file writes: defaults may be left out. */
export type EnvironmentInput = z.input<typeof environmentSchema>;

/** What the platform reads: parsed, complete, read-only. */
export type Environment = Immutable<z.output<typeof environmentSchema>>;

type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;

export type Region = Environment["regions"][string];
export type Cluster = Region["clusters"][string];
export type ClusterRole = Cluster["role"];
export type Workload = Environment["workloads"][number];
export type Service = Workload["services"][number];
export type Egress = Service["egress"][number];
export type Database = Environment["databases"][string];
export type Cache = Environment["caches"][string];
export type Job = Workload["jobs"][string];
export type Balancer = Environment["balancer"];
export type Gitops = NonNullable<Environment["gitops"]>;
export type Monitoring = Environment["monitoring"];
export type State = Environment["state"];
