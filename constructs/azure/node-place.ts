import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNetworkSecurityGroupAssociation } from "@cdktf/provider-azurerm/lib/subnet-network-security-group-association";
import { Construct } from "constructs";
import { subnetAt } from "../subnets";
import { firstUsableAddress } from "./addresses";
import { Admission } from "./admission";
import { SecurityGroup } from "./security-group";
import type { VirtualNetwork } from "./virtual-network";

export interface NodePlaceProps {
  /** Name of the cluster whose node goes here. */
  readonly cluster: string;

  /** Name of the address and of the security group; unique in the resource group. */
  readonly name: string;

  readonly network: VirtualNetwork;

  /** Which of the network's subnets is taken, from 0. To change it is to replace the node. */
  readonly position: number;

  /** CIDRs from which SSH and the Kubernetes API are reached. */
  readonly operatorCidrs: readonly string[];

  /** Whether the node writes to a storage account of its region that admits its subnet. */
  readonly writesToStorage: boolean;

  /** Whether Let's Encrypt checks the cluster's name over port 80. */
  readonly answersHttpChallenges: boolean;

  /** Whether Terraform refuses to destroy the public address. */
  readonly protect: boolean;
}

/**
 * Where the one node of a cluster will be: a subnet of its own behind a security group, and a public address. The address
 * exists before the node, so names, certificates and other clusters' rules can be made first, and outlives it.
 */
export class NodePlace extends Construct {
  readonly subnetId: string;
  readonly securityGroup: string;
  readonly address: string;
  readonly addressId: string;

  /** Address of the node in its subnet. */
  readonly privateAddress: string;

  constructor(scope: Construct, id: string, props: NodePlaceProps) {
    super(scope, id);
    const { network, name } = props;
    const { resourceGroup, location } = network;
    const cidr = subnetAt(network.cidr, props.position);

    const subnet = new Subnet(this, "Subnet", {
      name: props.cluster,
      resourceGroupName: resourceGroup,
      virtualNetworkName: network.name,
      addressPrefixes: [cidr],
      ...(props.writesToStorage ? { serviceEndpoints: ["Microsoft.Storage"] } : {}),
      defaultOutboundAccessEnabled: false, // the node's public address is its way out, and in no logs is it another
    });
    const group = new SecurityGroup(this, "SecurityGroup", { name, resourceGroup, location });
    new SubnetNetworkSecurityGroupAssociation(this, "Guard", {
      subnetId: subnet.id,
      networkSecurityGroupId: group.id,
    });
    admit(this, group.name, props);

    const address = new PublicIp(this, "Address", {
      name,
      resourceGroupName: resourceGroup,
      location,
      sku: "Standard",
      allocationMethod: "Static",
      ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    });

    this.subnetId = subnet.id;
    this.securityGroup = group.name;
    this.address = address.ipAddress;
    this.addressId = address.id;
    this.privateAddress = firstUsableAddress(cidr);
  }
}

/** Who may come, as far as the network knows it: HTTPS is opened by the workspaces that know for whom. */
function admit(scope: Construct, securityGroup: string, props: NodePlaceProps): void {
  const { resourceGroup } = props.network;
  new Admission(scope, "OperatorsSsh", {
    name: "operators-ssh",
    securityGroup,
    resourceGroup,
    port: 22,
    from: props.operatorCidrs,
    reason: "Operators look after the machine",
  });
  new Admission(scope, "OperatorsKubernetes", {
    name: "operators-kubernetes",
    securityGroup,
    resourceGroup,
    port: 6443,
    from: props.operatorCidrs,
    reason: "Terraform and kubectl of the operators reach the Kubernetes API",
  });
  if (!props.answersHttpChallenges) return;
  new Admission(scope, "AcmeHttp", {
    name: "acme-http",
    securityGroup,
    resourceGroup,
    port: 80,
    from: "Internet",
    reason: "Let's Encrypt checks the name by HTTP-01 from addresses that it does not publish",
  });
}
