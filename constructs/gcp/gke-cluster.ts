import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { NodePool, type NodePoolProps, nodeSettings } from "./node-pool";
import { RANGES } from "./vpc";

export interface GkeClusterProps {
  readonly name: string;
  readonly projectId: string;
  /** A region, or one zone of it, by Google's names. */
  readonly location: string;
  readonly network: string;
  readonly subnetwork: string;
  /** `REGULAR`. */
  readonly channel: string;
  readonly autopilot: boolean;
  /** Whether the DNS name of the Kubernetes API answers from outside Google's network. */
  readonly externalTraffic: boolean;
  /** Networks that its addresses answer to. @default - they are closed */
  readonly operatorCidrs?: readonly string[] | undefined;
  /** E-mail of the nodes' account. */
  readonly nodeAccount: string;
  readonly machineType: string;
  readonly diskGiB: number;
  /** By name; of a Standard cluster. */
  readonly pools: Readonly<Record<string, Pick<NodePoolProps, "spot" | "minimum" | "maximum">>>;
  /** Whether Google and Terraform refuse to delete it. */
  readonly protect: boolean;
  /** What the nodes' account needs before there are nodes. */
  readonly dependsOn: ITerraformDependable[];
}

/** Upgrades and repairs begin then, UTC. */
const MAINTENANCE = "04:00";

/**
 * A private cluster of GKE. Its API answers at a DNS name, to whom IAM lets in
 * (https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation#dns-based_endpoint).
 */
export class GkeCluster extends Construct {
  /** Name of the Kubernetes API, whose certificate every client knows. */
  readonly endpoint: string;
  readonly nodes: ITerraformDependable[];

  constructor(scope: Construct, id: string, props: GkeClusterProps) {
    super(scope, id);
    const { name, location, autopilot, operatorCidrs, protect } = props;
    const settings = nodeSettings(props);
    const cluster = new ContainerCluster(this, "Resource", {
      name,
      location,
      network: props.network,
      subnetwork: props.subnetwork,
      deletionProtection: protect,
      releaseChannel: { channel: props.channel },
      ipAllocationPolicy: {
        clusterSecondaryRangeName: RANGES.pods,
        servicesSecondaryRangeName: RANGES.services,
      },
      privateClusterConfig: { enablePrivateNodes: true },
      controlPlaneEndpointsConfig: {
        dnsEndpointConfig: { allowExternalTraffic: props.externalTraffic },
        ipEndpointsConfig: { enabled: operatorCidrs !== undefined },
      },
      ...(operatorCidrs === undefined
        ? {}
        : {
            masterAuthorizedNetworksConfig: {
              cidrBlocks: operatorCidrs.map((cidrBlock) => ({ cidrBlock, displayName: "operators" })),
              gcpPublicCidrsAccessEnabled: false,
            },
          }),
      masterAuth: { clientCertificateConfig: { issueClientCertificate: false } },
      maintenancePolicy: { dailyMaintenanceWindow: { startTime: MAINTENANCE } },
      // Logs of workloads go to Loki, and metrics to Prometheus, both in the cluster.
      loggingConfig: { enableComponents: ["SYSTEM_COMPONENTS"] },
      monitoringConfig: {
        enableComponents: ["SYSTEM_COMPONENTS"],
        managedPrometheus: { enabled: autopilot },
      },
      ...(autopilot
        ? {
            enableAutopilot: true,
            clusterAutoscaling: { autoProvisioningDefaults: { serviceAccount: props.nodeAccount } },
          }
        : {
            // The pool that GKE makes is replaced by pools that change without the cluster.
            removeDefaultNodePool: true,
            initialNodeCount: 1,
            nodeConfig: settings,
            datapathProvider: "ADVANCED_DATAPATH", // Dataplane V2, which holds pods to NetworkPolicies
            enableShieldedNodes: true,
            workloadIdentityConfig: { workloadPool: `${props.projectId}.svc.id.goog` },
            // Policies let pods ask kube-dns, so that it answers, and no cache on the nodes in its place.
            dnsConfig: { clusterDns: "KUBE_DNS" },
            addonsConfig: {
              httpLoadBalancing: { disabled: false },
              dnsCacheConfig: { enabled: false },
              gcePersistentDiskCsiDriverConfig: { enabled: true },
            },
          }),
      lifecycle: {
        ignoreChanges: autopilot ? [] : ["node_config", "initial_node_count"], // of the pool that is gone
        ...(protect ? { preventDestroy: true } : {}),
      },
      dependsOn: props.dependsOn,
    });
    const pools = new Construct(this, "Pools");
    this.nodes = autopilot
      ? [cluster]
      : Object.entries(props.pools).map(
          ([pool, bounds]) =>
            new NodePool(pools, pool, { ...props, ...bounds, name: pool, cluster: cluster.id }).resource,
        );
    this.endpoint = cluster.controlPlaneEndpointsConfig.dnsEndpointConfig.endpoint;
  }
}
