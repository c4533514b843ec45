import { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import { NetworkSecurityRule } from "@cdktf/provider-azurerm/lib/network-security-rule";
import { Construct } from "constructs";

export interface SecurityGroupProps {
  readonly name: string;
  readonly resourceGroup: string;
  readonly location: string;
}

/**
 * A network security group that admits no traffic. Azure's default rules would admit every machine of the virtual network
 * and every peered one, to every port; `Admission` opens ports to named callers instead.
 */
export class SecurityGroup extends Construct {
  readonly id: string;
  readonly name: string;

  constructor(scope: Construct, id: string, props: SecurityGroupProps) {
    super(scope, id);

    const resource = new NetworkSecurityGroup(this, "Resource", {
      name: props.name,
      resourceGroupName: props.resourceGroup,
      location: props.location,
    });
    new NetworkSecurityRule(this, "DenyTheRest", {
      name: "deny-the-rest",
      description: "Whoever no rule admits, machines of the same virtual network included",
      resourceGroupName: props.resourceGroup,
      networkSecurityGroupName: resource.name,
      priority: 4096, // the last that a rule of ours can have; Azure's defaults follow from 65000
      direction: "Inbound",
      access: "Deny",
      protocol: "*",
      sourceAddressPrefix: "*",
      sourcePortRange: "*",
      destinationAddressPrefix: "*",
      destinationPortRange: "*",
    });

    this.id = resource.id;
    this.name = resource.name;
  }
}
