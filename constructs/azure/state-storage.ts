import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { Construct } from "constructs";
import { chosen } from "../chosen";
import { addressesOf } from "./addresses";
import { keptAccount } from "./closed-account";

/** How long a deleted or overwritten state can be brought back. */
const RETENTION_DAYS = 90;

export interface StateStorageProps {
  readonly location: string;
  readonly resourceGroup: string;

  /** Name of the storage account; unique in all of Azure. */
  readonly account: string;

  /** Name of the container. */
  readonly container: string;

  /** CIDRs from which the state is read and written. */
  readonly operatorCidrs: readonly string[];

  /** Object ids of those who read and write the state, besides the one who makes the storage. */
  readonly principals: readonly string[];

  /** Whether Terraform refuses to destroy the storage. */
  readonly protect: boolean;
}

/**
 * A storage account for Terraform state, which holds private keys: versioned, encrypted twice, closed to all networks but
 * the operators', and without account keys, so that every reader signs in under a name of their own.
 */
export class StateStorage extends Construct {
  /** Address of the container. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: StateStorageProps) {
    super(scope, id);
    const lifecycle = props.protect ? { lifecycle: { preventDestroy: true } } : {};

    const group = new ResourceGroup(this, "Group", {
      name: props.resourceGroup,
      location: props.location,
      ...lifecycle,
    });
    const account = new StorageAccount(this, "Account", {
      ...keptAccount(RETENTION_DAYS),
      name: props.account,
      resourceGroupName: group.name,
      location: props.location,
      networkRules: {
        defaultAction: "Deny",
        bypass: ["None"],
        ipRules: props.operatorCidrs.flatMap(addressesOf),
      },
      ...lifecycle,
    });
    new StorageContainer(this, "Container", {
      name: props.container,
      storageAccountId: account.id, // by the resource manager: it needs no right on the data
      containerAccessType: "private",
      ...lifecycle,
    });
    grant(this, account.id, props.principals);

    this.url = `${account.primaryBlobEndpoint}${props.container}`;
  }
}

/** An owner of the subscription may make the account, yet not read what lies in it: that is a right of its own. */
function grant(scope: Construct, account: string, principals: readonly string[]): void {
  const role = { scope: account, roleDefinitionName: "Storage Blob Data Contributor" };

  new RoleAssignment(scope, "Maker", {
    ...role,
    principalId: new DataAzurermClientConfig(scope, "Client").objectId,
    lifecycle: { ignoreChanges: ["principal_id"] }, // a colleague's apply must not take it away
  });
  for (const principal of principals) {
    new RoleAssignment(chosen(scope), principal, { ...role, principalId: principal });
  }
}
