import { NetworkWatcherFlowLog } from "@cdktf/provider-azurerm/lib/network-watcher-flow-log";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { Construct } from "constructs";
import { addressesOf } from "./addresses";
import { closedAccount } from "./closed-account";
import type { VirtualNetwork } from "./virtual-network";

export interface FlowLogsProps {
  readonly network: VirtualNetwork;

  /** Name of the storage account; unique in all of Azure. */
  readonly storageAccount: string;

  /** Days after which they are deleted. */
  readonly keepDays: number;

  /** CIDRs from which they are read. */
  readonly operatorCidrs: readonly string[];

  /** Whether Terraform refuses to destroy the storage. Otherwise what was logged goes with it. */
  readonly protect: boolean;
}

/**
 * Who connected to what in a virtual network, in a storage account of the same place. Azure makes a network watcher in a place as soon
 * as a network is there, of a name that it chooses
 * (https://learn.microsoft.com/azure/network-watcher/network-watcher-create). Flow logs of security groups are gone: no new ones since
 * June 2025 (https://learn.microsoft.com/azure/network-watcher/nsg-flow-logs-migrate).
 */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, { network, ...props }: FlowLogsProps) {
    super(scope, id);

    const account = new StorageAccount(this, "Account", {
      ...closedAccount,
      name: props.storageAccount,
      resourceGroupName: network.resourceGroup,
      location: network.location,
      accountReplicationType: "ZRS",
      // Network Watcher writes with a key of the account: Terraform's provider gives it no identity of its own.
      sharedAccessKeyEnabled: true,
      networkRules: {
        defaultAction: "Deny",
        bypass: ["AzureServices"], // Network Watcher is one
        ipRules: props.operatorCidrs.flatMap(addressesOf),
      },
      ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    });
    new NetworkWatcherFlowLog(this, "Resource", {
      name: network.name,
      networkWatcherName: `NetworkWatcher_${network.location}`,
      resourceGroupName: "NetworkWatcherRG",
      location: network.location,
      targetResourceId: network.id,
      storageAccountId: account.id,
      enabled: true,
      version: 2,
      retentionPolicy: { enabled: true, days: props.keepDays },
    });
  }
}
