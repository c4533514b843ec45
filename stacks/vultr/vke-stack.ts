import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import type { ClusterAccess } from "../../constructs/kubernetes/access";
import { OfferedVersion } from "../../constructs/vultr/offered-version";
import { useVultr } from "../../constructs/vultr/provider";
import { VkeCluster as Cluster } from "../../constructs/vultr/vke-cluster";
import { type ClientCertificateOutputs, clientCertificateAccess } from "../client-certificate";
import { PlatformStack, sensitive } from "../workspace/platform-stack";
import type { VkeCluster, VultrInfrastructure, VultrNetwork } from "./configuration";
import type { NetworkStack } from "./network-stack";

export interface VkeStackProps {
  readonly environment: Environment;
  readonly infrastructure: VultrInfrastructure;
  readonly cluster: VkeCluster;

  /** What the configuration says of the region's network, and the workspace that makes it. */
  readonly network: VultrNetwork;
  readonly networkStack: NetworkStack;
}

/**
 * `<environment>-vke-<cluster>`: a control plane of Vultr's, its nodes, and who reaches these. VKE gives no other access than
 * an administrator's.
 */
export class VkeStack extends PlatformStack<ClientCertificateOutputs> {
  constructor(scope: Construct, props: VkeStackProps) {
    const { environment, infrastructure, cluster, network } = props;
    super(
      scope,
      workspaceName(environment.name, "vke", { region: cluster.region, cluster: cluster.name }),
      stateOf(environment, cluster.region),
    );
    useVultr(this);

    new OfferedVersion(this, "Version", { cluster: cluster.name, version: cluster.version });
    const control = new Cluster(this, "Cluster", {
      ...cluster,
      name: `${environment.name}-${cluster.name}`,
      location: network.location,
      vpcId: this.consume(props.networkStack, "vpc-id")["vpc-id"],
      operatorCidrs: infrastructure.operatorCidrs,
      protect: environment.protect,
    });

    this.publish({
      host: control.host,
      // The provider marks all three, so Terraform refuses to publish any of them in the open.
      "cluster-ca": sensitive(control.certificateAuthority),
      "client-certificate": sensitive(control.clientCertificate),
      "client-key": sensitive(control.clientKey),
    });
  }

  /** How `consumer` reaches the cluster's API. */
  accessFor(consumer: PlatformStack<object>): ClusterAccess {
    return clientCertificateAccess(consumer, this);
  }
}
