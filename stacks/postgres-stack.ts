import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { RandomProvider } from "@cdktf/provider-random/lib/provider";
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import type { App } from "cdktf";
import { Construct } from "constructs";
import { POLICIES } from "../config/composed-names";
import { databasesOfKind } from "../config/databases";
import { workspaceName } from "../config/names";
import { NAMESPACES } from "../config/namespaces";
import type { Environment, Workload } from "../config/schema/environment";
import { stateOf } from "../config/state";
import { chosen } from "../constructs/chosen";
import { ADMINISTRATOR } from "../constructs/cloudnative-pg/cluster-object";
import { Operator } from "../constructs/cloudnative-pg/operator";
import { toDatabase } from "../constructs/cloudnative-pg/policies";
import { type PostgresCluster, PostgresDatabase } from "../constructs/cloudnative-pg/postgres-cluster";
import { useCluster } from "../constructs/kubernetes/access";
import { Namespace } from "../constructs/kubernetes/namespace";
import { prometheusOf } from "../constructs/monitoring/pods";
import type { ClusterHandle } from "./cluster-handle";
import type { DatabaseHandle } from "./database-handle";
import { PlatformStack, sensitive } from "./workspace/platform-stack";

/** For each database its server's CA, and the administrator's password. */
export type PostgresOutputs = Readonly<Record<`${string}-ca` | `${string}-administrator`, string>>;

export interface PostgresStackProps {
  readonly environment: Environment;
  readonly cluster: ClusterHandle;
  readonly databases: readonly (readonly [name: string, database: PostgresCluster])[];

  /** What runs in the cluster. */
  readonly running: readonly Workload[];
}

/** `<environment>-postgres-<cluster>`: an operator, and the databases that it runs for the workloads of the cluster. */
class PostgresStack extends PlatformStack<PostgresOutputs> {
  constructor(app: App, { environment, cluster, databases, running }: PostgresStackProps) {
    const { place } = cluster;
    super(app, workspaceName(environment.name, "postgres", place), stateOf(environment, place.region));
    useCluster(this, cluster.access(this));
    new RandomProvider(this, "Random");
    new TlsProvider(this, "Tls");

    const operator = new Operator(this, "Operator", {
      backsUp: databases.some(([, { backups }]) => backups !== undefined),
      chartMirror: environment.charts.mirror,
    });
    const namespace = new Namespace(this, "Namespace", { name: NAMESPACES.postgres }).name;
    new NetworkPolicyV1(this, "DenyAll", {
      metadata: { name: POLICIES.denyAll, namespace },
      spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
    });
    const scope = chosen(new Construct(this, "Databases"));
    this.publish(
      Object.fromEntries(
        databases.flatMap(([name, database]) => {
          const made = new PostgresDatabase(scope, name, {
            name,
            database,
            namespace,
            users: running.filter((workload) => database.usedBy[workload.name]).map((each) => each.namespace),
            scraper: prometheusOf(cluster.traits),
            dependsOn: operator.resources,
          });
          return [
            [`${name}-ca`, made.authority],
            [`${name}-administrator`, sensitive(made.password)],
          ];
        }),
      ),
    );
  }
}

/** The databases inside of a cluster that its workloads use, each as the workspaces above see it; defines their workspace. */
export function inClusterDatabases(
  app: App,
  environment: Environment,
  cluster: ClusterHandle,
  running: readonly Workload[],
): Readonly<Record<string, DatabaseHandle>> {
  const databases = databasesOfKind(environment, "in-cluster").filter(([, { usedBy }]) =>
    running.some(({ name }) => usedBy[name] !== undefined),
  );
  if (databases.length === 0) return {};
  const stack = new PostgresStack(app, { environment, cluster, databases, running });
  return Object.fromEntries(databases.map(([name]) => [name, handleOf(name, stack)]));
}

const handleOf = (name: string, stack: PostgresStack): DatabaseHandle => ({
  egress: [toDatabase(name)],
  connection: (consumer) => {
    const ca = `${name}-ca` as const;
    const administrator = `${name}-administrator` as const;
    const outputs = consumer.consume(stack, ca, administrator);
    return {
      host: `${name}-rw.${NAMESPACES.postgres}.svc`,
      database: name,
      ca: outputs[ca] as string,
      administrator: { user: ADMINISTRATOR, password: outputs[administrator] as string },
    };
  },
});
