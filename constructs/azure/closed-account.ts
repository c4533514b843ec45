import type { StorageAccountConfig } from "@cdktf/provider-azurerm/lib/storage-account";

/** What every storage account of the platform's is: encrypted twice, over TLS 1.2 at least, and public in nothing. */
export const closedAccount = {
  accountKind: "StorageV2", // others keep flow logs for ever
  accountTier: "Standard",
  minTlsVersion: "TLS1_2",
  httpsTrafficOnlyEnabled: true,
  infrastructureEncryptionEnabled: true,
  allowNestedItemsToBePublic: false,
  crossTenantReplicationEnabled: false,
  localUserEnabled: false,
} as const satisfies Partial<StorageAccountConfig>;

/**
 * One that outlives a region's loss, by a copy in the paired region, and mistakes: what was deleted or overwritten can be brought back
 * for some days. It has no account keys, so that everyone signs in under a name of their own.
 */
export const keptAccount = (days: number) =>
  ({
    ...closedAccount,
    accountReplicationType: "GRS",
    sharedAccessKeyEnabled: false,
    defaultToOauthAuthentication: true,
    blobProperties: {
      versioningEnabled: true,
      deleteRetentionPolicy: { days },
      containerDeleteRetentionPolicy: { days },
    },
  }) as const satisfies Partial<StorageAccountConfig>;
