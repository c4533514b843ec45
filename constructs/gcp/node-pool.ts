import {
  ContainerNodePool,
  type ContainerNodePoolNodeConfig,
} from "@cdktf/provider-google/lib/container-node-pool";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface NodePoolProps {
  readonly name: string;
  /** The cluster's id. */
  readonly cluster: string;
  readonly machineType: string;
  readonly diskGiB: number;
  /** E-mail of the nodes' account. */
  readonly nodeAccount: string;
  /** Whether Google may take the machines away at any time, which costs a third. */
  readonly spot: boolean;
  /** Nodes in all zones together. */
  readonly minimum: number;
  readonly maximum: number;
}

/** What all nodes are like: verified at boot, with an account of their own that pods cannot use. */
export const nodeSettings = ({
  machineType,
  diskGiB,
  nodeAccount,
}: Pick<NodePoolProps, "machineType" | "diskGiB" | "nodeAccount">) =>
  ({
    machineType,
    diskSizeGb: diskGiB,
    diskType: "pd-balanced",
    serviceAccount: nodeAccount,
    oauthScopes: ["https://www.googleapis.com/auth/cloud-platform"], // the account's roles decide, not scopes
    metadata: { "disable-legacy-endpoints": "true" },
    shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
    workloadMetadataConfig: { mode: "GKE_METADATA" },
    kubeletConfig: { insecureKubeletReadonlyPortEnabled: "FALSE" },
  }) satisfies ContainerNodePoolNodeConfig;

/** Nodes that are alike, as many as pods need. */
export class NodePool extends Construct {
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: NodePoolProps) {
    super(scope, id);
    this.resource = new ContainerNodePool(this, "Resource", {
      name: props.name,
      cluster: props.cluster,
      nodeConfig: { ...nodeSettings(props), ...(props.spot ? { spot: true } : {}) },
      autoscaling: {
        totalMinNodeCount: props.minimum,
        totalMaxNodeCount: props.maximum,
        locationPolicy: props.spot ? "ANY" : "BALANCED", // spot machines are where there are any
      },
      management: { autoRepair: true, autoUpgrade: true },
      upgradeSettings: { maxSurge: 1, maxUnavailable: 0 },
      lifecycle: { ignoreChanges: ["initial_node_count"] },
    });
  }
}
