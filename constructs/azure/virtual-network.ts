import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork as VirtualNetworkResource } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";

export interface VirtualNetworkProps {
  /** Name of the resource group and of the network in it. */
  readonly name: string;

  /** Azure's name of the place, such as `westeurope`. */
  readonly location: string;

  /** The network's addresses, a CIDR. */
  readonly cidr: string;

  /** Tags of the resource group, by which Azure's cost reports can be split. */
  readonly tags: Readonly<Record<string, string>>;
}

/** A resource group and its virtual network. */
export class VirtualNetwork extends Construct {
  readonly id: string;
  readonly name: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly cidr: string;

  constructor(scope: Construct, id: string, props: VirtualNetworkProps) {
    super(scope, id);

    const group = new ResourceGroup(this, "Group", {
      name: props.name,
      location: props.location,
      tags: { ...props.tags },
    });
    const network = new VirtualNetworkResource(this, "Resource", {
      name: props.name,
      resourceGroupName: group.name,
      location: props.location,
      addressSpace: [props.cidr],
    });

    this.id = network.id;
    this.name = network.name;
    this.resourceGroup = group.name;
    this.location = props.location;
    this.cidr = props.cidr;
  }
}
