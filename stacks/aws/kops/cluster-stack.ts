import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { workspaceName } from "../../../config/names";
import type { Environment } from "../../../config/schema/environment";
import { stateOf } from "../../../config/state";
import { pullStatements } from "../../../constructs/aws/image-registry";
import { useAws } from "../../../constructs/aws/provider";
import { KopsCluster as Cluster } from "../../../constructs/kops/kops-cluster";
import { storeUrl, useKops } from "../../../constructs/kops/provider";
import type { ClusterAccess } from "../../../constructs/kubernetes/access";
import { PlatformStack } from "../../workspace/platform-stack";
import { type AwsInfrastructure, type AwsNetwork, accountOf, type KopsCluster } from "../configuration";
import type { AwsDatabaseHandle } from "../databases";
import { repositoriesOf } from "../registry-stack";
import { bucketNames, fullNameOf } from "./names";
import { type NetworkStack, zoneIdsOf } from "./network-stack";
import { podRightsOf } from "./pod-rights";
import type { StoreStack } from "./store-stack";

export interface ClusterOutputs {
  /** kOps' name of the cluster. */
  readonly name: string;
  /** URL of the Kubernetes API. */
  readonly endpoint: string;
  /** The name that its certificate is for. */
  readonly "server-name": string;
  /** The CA of the Kubernetes API, PEM. */
  readonly "cluster-ca": string;
  /** Where kOps keeps its state. */
  readonly "store-url": string;
}

export interface ClusterStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly cluster: KopsCluster;

  /** What the configuration says of the region's network, and the workspaces that make it and kOps' store. */
  readonly network: AwsNetwork;
  readonly networkStack: NetworkStack;
  readonly storeStack: StoreStack;

  /** The databases that RDS makes, by name. */
  readonly databases: Readonly<Record<string, AwsDatabaseHandle>>;
}

/** `<environment>-cluster-<cluster>`: a control plane and nodes by kOps. Who reads its store may administer it. */
export class ClusterStack extends PlatformStack<ClusterOutputs> {
  constructor(scope: Construct, props: ClusterStackProps) {
    const { environment, infrastructure, cluster, network } = props;
    super(
      scope,
      workspaceName(environment.name, "cluster", { region: cluster.region, cluster: cluster.name }),
      stateOf(environment, cluster.region),
    );
    useAws(this, accountOf(environment, infrastructure), network.location);
    new TlsProvider(this, "Tls");
    const { store, boundary } = this.consume(props.storeStack, "store", "boundary");
    useKops(this, { store, region: network.location });

    const { name: _, region, ...settings } = cluster;
    const made = new Cluster(this, "Cluster", {
      ...settings,
      name: fullNameOf(environment, cluster),
      store,
      vpcId: this.consume(props.networkStack, "vpc-id")["vpc-id"],
      zones: this.zonesOf(props),
      operatorCidrs: infrastructure.operatorCidrs,
      discoveryStore: cluster.serviceAccountRoles
        ? bucketNames(environment, infrastructure, region).discovery
        : undefined,
      nodePolicy: JSON.stringify(
        pullStatements({
          accountId: infrastructure.accountId,
          location: network.location,
          repositories: repositoriesOf(environment),
        }),
      ),
      podRights: podRightsOf({ ...props, location: network.location }, this),
      boundary,
      protect: environment.protect,
    });

    this.publish({
      name: made.name,
      endpoint: made.endpoint,
      "server-name": made.serverName,
      "cluster-ca": made.certificateAuthority,
      "store-url": storeUrl(store),
    });
  }

  private zonesOf({ network, networkStack }: ClusterStackProps) {
    const made = this.consume(networkStack, "zone-names", "private-subnet-ids", "public-subnet-ids");
    const at = (list: readonly string[], index: number): string => Fn.element([...list], index);
    return zoneIdsOf(network).map((id, index) => ({
      id,
      name: at(made["zone-names"], index),
      privateSubnetId: at(made["private-subnet-ids"], index),
      publicSubnetId: at(made["public-subnet-ids"], index),
    }));
  }

  /**
   * How `consumer` reaches the cluster's API: kOps signs a certificate of an hour with the authority's key, which it reads in its
   * store, for every role that may read there. No file holds one
   * (https://kops.sigs.k8s.io/cli/kops_export_kubeconfig/).
   */
  accessFor(consumer: PlatformStack<object>): ClusterAccess {
    const made = consumer.consume(this, "name", "endpoint", "server-name", "cluster-ca", "store-url");
    return {
      kind: "exec",
      host: made.endpoint,
      tlsServerName: made["server-name"],
      clusterCaCertificate: made["cluster-ca"],
      command: "kops",
      args: ["helpers", "kubectl-auth", `--cluster=${made.name}`, `--state=${made["store-url"]}`],
    };
  }
}
