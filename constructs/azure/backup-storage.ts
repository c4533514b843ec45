import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { StorageManagementPolicy } from "@cdktf/provider-azurerm/lib/storage-management-policy";
import { Construct } from "constructs";
import { chosen } from "../chosen";
import { addressesOf } from "./addresses";
import { keptAccount } from "./closed-account";
import type { VirtualNetwork } from "./virtual-network";

/** How long a copy that was deleted or overwritten can be brought back: a machine that was taken cannot be rid of them. */
const RETENTION_DAYS = 30;

export interface BackupStorageProps {
  readonly network: VirtualNetwork;

  /** Name of the storage account; unique in all of Azure. */
  readonly storageAccount: string;

  /** Names of the clusters, of which each writes to a container of its own, and ids of the subnets that they do it from. */
  readonly clusters: readonly { readonly name: string; readonly subnetId: string }[];

  /** Days after which a copy is deleted. */
  readonly keepDays: number;

  /** CIDRs from which copies are fetched. */
  readonly operatorCidrs: readonly string[];

  /** Whether Terraform refuses to destroy the storage, and every copy with it. */
  readonly protect: boolean;
}

/** Where the servers of a region keep copies of their state: closed to all but them and operators, without account keys. */
export class BackupStorage extends Construct {
  /** Of a cluster's container: its id, for who may write, and its address. */
  readonly containers: ReadonlyMap<string, { readonly id: string; readonly url: string }>;

  constructor(scope: Construct, id: string, { network, clusters, ...props }: BackupStorageProps) {
    super(scope, id);
    const lifecycle = props.protect ? { lifecycle: { preventDestroy: true } } : {};

    const account = new StorageAccount(this, "Account", {
      ...keptAccount(RETENTION_DAYS),
      name: props.storageAccount,
      resourceGroupName: network.resourceGroup,
      location: network.location,
      networkRules: {
        defaultAction: "Deny",
        bypass: ["None"],
        ipRules: props.operatorCidrs.flatMap(addressesOf),
        virtualNetworkSubnetIds: clusters.map(({ subnetId }) => subnetId),
      },
      ...lifecycle,
    });
    new StorageManagementPolicy(this, "Retention", {
      storageAccountId: account.id,
      rule: [
        {
          name: "old-copies",
          enabled: true,
          filters: { blobTypes: ["blockBlob"] },
          actions: {
            baseBlob: { deleteAfterDaysSinceCreationGreaterThan: props.keepDays },
            version: { deleteAfterDaysSinceCreation: props.keepDays },
          },
        },
      ],
    });
    this.containers = new Map(
      clusters.map(({ name: cluster }) => {
        const name = `k3s-${cluster}`; // three characters at least
        const container = new StorageContainer(chosen(this), cluster, {
          name,
          storageAccountId: account.id,
          containerAccessType: "private",
          ...lifecycle,
        });
        return [cluster, { id: container.id, url: `${account.primaryBlobEndpoint}${name}` }];
      }),
    );
  }
}
