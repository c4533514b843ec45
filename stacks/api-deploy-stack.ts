import { Construct } from "constructs";
import { madeDatabases } from "../config/databases";
import { workloadsIn } from "../config/in-cluster";
import { workspaceName } from "../config/names";
import { imageIn, withImages } from "../config/registry";
import type { Environment, Workload } from "../config/schema/environment";
import { stateOf } from "../config/state";
import { clustersOf } from "../config/topology";
import { Databases } from "../constructs/database/databases";
import type { UsedDatabase } from "../constructs/database/used-database";
import { useCluster } from "../constructs/kubernetes/access";
import { WorkloadRelease } from "../constructs/workload/workload-release";
import type { ClusterHandle } from "./cluster-handle";
import type { DatabaseHandle } from "./database-handle";
import type { RegionalCertificates } from "./regional-certificates";
import { PlatformStack } from "./workspace/platform-stack";

export type ApiDeployOutputs = Hosts & {
  /** The name of the load balancer that a service has of its own. */
  readonly [Balancer in `${string}-balancer`]?: string;
};

interface Hosts {
  /** The name that the cluster's services answer to. */
  readonly host: string;
  /** Where users call them, if the cluster is an entry point that tells. */
  readonly url?: string;
}

export interface ApiDeployStackProps {
  readonly environment: Environment;
  readonly cluster: ClusterHandle;
  readonly certificates: RegionalCertificates;

  /** The databases that the workloads may use and the platform makes users in, by name. */
  readonly databases: Readonly<Record<string, DatabaseHandle>>;
}

/** `<environment>-api-deploy-<cluster>`: the workloads of one cluster. */
export class ApiDeployStack extends PlatformStack<ApiDeployOutputs> {
  constructor(scope: Construct, props: ApiDeployStackProps) {
    const { environment, cluster: handle, certificates } = props;
    const { place, role, traits } = handle;
    super(
      scope,
      workspaceName(environment.name, "api-deploy", place),
      stateOf(environment, place.region),
      environment,
    );
    useCluster(this, handle.access(this));

    const running = workloadsIn(environment, { ...place, role });
    const destination = {
      ...place,
      ...traits,
      host: handle.hostName(this),
      workloads: running,
      databases: this.databases(props, running),
    };
    const certificate = certificates.source(this, handle);
    const workloads = new Construct(this, "Workloads");
    const balancers = running.flatMap((workload) => {
      const release = new WorkloadRelease(workloads, workload.name, {
        workload: withImages(workload, (image) => imageIn(image, traits.registry)), // from its own region
        destination,
        certificate,
      });
      return release.balancers.map((balancer) => ({ workload, ...balancer }));
    });

    const open = balancers.find(({ service }) => service.loadBalancer === "public");
    const url = open
      ? `${open.service.protocol}://${this.chosenName(props) ?? open.name}`
      : handle.url?.(this);
    this.publish({
      host: handle.host(this),
      ...(url === undefined ? {} : { url }),
      ...Object.fromEntries(
        balancers.map(({ workload, service, name }) => [`${workload.name}-${service.name}-balancer`, name]),
      ),
    });
  }

  /** The name that people chose for the cluster, and lead to where it is reached. */
  private chosenName({ environment, cluster: { place } }: ApiDeployStackProps): string | undefined {
    return clustersOf(environment).find(({ name }) => name === place.cluster)?.hostName;
  }

  /** The users of those databases that workloads of the cluster use. */
  private databases(
    { environment, cluster, databases }: ApiDeployStackProps,
    running: readonly Workload[],
  ): readonly UsedDatabase[] {
    const used = madeDatabases(environment).filter(([, { usedBy }]) =>
      running.some(({ name }) => usedBy[name] !== undefined),
    );
    if (used.length === 0) return [];
    return new Databases(this, "Databases", {
      cluster: cluster.place.cluster,
      databases: used.map(([name, database]) => {
        const handle = databases[name];
        if (!handle) throw new Error(`${this.node.id}: no infrastructure gave database ${name}`);
        return { name, database, connection: handle.connection(this, cluster.place), egress: handle.egress };
      }),
    }).used;
  }
}
