import { Fn } from "cdktf";
import { Construct } from "constructs";
import { chosen } from "../chosen";
import { FirewallRule } from "./bindings/firewall-rule";
import { Kubernetes } from "./bindings/kubernetes";
import { KubernetesNodePoolsA } from "./bindings/kubernetes-node-pools";

/** Nodes that are alike; the autoscaler keeps their number between two bounds, where these differ. */
export interface NodePool {
  readonly plan: string;
  readonly minimum: number;
  readonly maximum: number;
}

export interface VkeClusterProps {
  /** For people; begins the names of its nodes. */
  readonly name: string;
  /** Vultr's name of a place. */
  readonly location: string;
  /** `v1.35.5+1`. */
  readonly version: string;
  readonly vpcId: string;
  readonly nodes: NodePool;
  /** By name. */
  readonly pools: Readonly<Record<string, NodePool>>;
  readonly highAvailability: boolean;
  /** Networks that SSH of the nodes is open to. */
  readonly operatorCidrs: readonly string[];
  /** Whether Terraform refuses to destroy it, or to replace it. */
  readonly protect: boolean;
}

/**
 * A cluster of VKE. Another location, VPC, `highAvailability` or firewall replaces it, with all that it holds
 * (https://github.com/vultr/terraform-provider-vultr/blob/v2.32.0/vultr/vke.go); versions and the sizes of pools change in place.
 */
export class VkeCluster extends Construct {
  /** URL of the Kubernetes API. */
  readonly host: string;
  /** PEM. */
  readonly certificateAuthority: string;
  /** An administrator's, PEM. */
  readonly clientCertificate: string;
  /** PEM; sensitive. */
  readonly clientKey: string;

  constructor(scope: Construct, id: string, props: VkeClusterProps) {
    super(scope, id);
    const { name, nodes } = props;
    const cluster = new Kubernetes(this, "Resource", {
      label: name,
      region: props.location,
      version: props.version,
      vpcId: props.vpcId,
      haControlplanes: props.highAvailability,
      enableFirewall: true,
      nodePools: { label: `${name}-system`, ...sizeOf(nodes) },
      lifecycle: {
        ...(props.protect ? { preventDestroy: true } : {}),
        ...(isScaled(nodes) ? { ignoreChanges: ["node_pools[0].node_quantity"] } : {}),
      },
    });
    const pools = new Construct(this, "Pools");
    for (const [pool, settings] of Object.entries(props.pools)) {
      new KubernetesNodePoolsA(chosen(pools), pool, {
        clusterId: cluster.id,
        label: `${name}-${pool}`,
        ...sizeOf(settings),
        ...(isScaled(settings) ? { lifecycle: { ignoreChanges: ["node_quantity"] } } : {}),
      });
    }
    // The group is VKE's own: a cluster takes no other.
    const firewall = new Construct(this, "Firewall");
    for (const cidr of props.operatorCidrs) {
      const [subnet = "", size] = cidr.split("/");
      new FirewallRule(firewall, `ssh-${subnet}-${size}`, {
        firewallGroupId: cluster.firewallGroupId,
        protocol: "tcp",
        ipType: "v4",
        subnet,
        subnetSize: Number(size),
        port: "22",
        notes: "operators reach the nodes",
      });
    }

    this.host = `https://${cluster.endpoint}:6443`;
    this.certificateAuthority = Fn.base64decode(cluster.clusterCaCertificate);
    this.clientCertificate = Fn.base64decode(cluster.clientCertificate);
    this.clientKey = Fn.base64decode(cluster.clientKey);
  }
}

const isScaled = ({ minimum, maximum }: NodePool): boolean => minimum < maximum;

const sizeOf = (pool: NodePool) => ({
  plan: pool.plan,
  nodeQuantity: pool.minimum,
  autoScaler: isScaled(pool),
  minNodes: pool.minimum,
  maxNodes: pool.maximum,
});
