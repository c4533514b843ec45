import {
  AzurermBackend,
  DataTerraformRemoteStateAzurerm,
  DataTerraformRemoteStateLocal,
  DataTerraformRemoteStateS3,
  LocalBackend,
  S3Backend,
  type TerraformRemoteState,
} from "cdktf";
import type { Construct } from "constructs";
import type { State } from "../../config/schema/environment";

/** Gives a workspace the backend that its environment's configuration names. */
export function createBackend(scope: Construct, workspace: string, state: State): void {
  switch (state.kind) {
    case "local":
      new LocalBackend(scope, { path: localPath(workspace) });
      return;
    case "azurerm":
      new AzurermBackend(scope, { ...azurermContainer(state), key: remoteKey(workspace) });
      return;
    case "s3":
      new S3Backend(scope, { ...s3Bucket(state), key: remoteKey(workspace) }).addOverride(...S3_LOCK);
      return;
  }
}

/** Reads the state that another workspace keeps, wherever that is. */
export function readRemoteState(
  scope: Construct,
  id: string,
  workspace: string,
  state: State,
): TerraformRemoteState {
  switch (state.kind) {
    case "local":
      return new DataTerraformRemoteStateLocal(scope, id, { path: localPath(workspace) });
    case "azurerm":
      return new DataTerraformRemoteStateAzurerm(scope, id, {
        ...azurermContainer(state),
        key: remoteKey(workspace),
      });
    case "s3": {
      const source = new DataTerraformRemoteStateS3(scope, id, {
        ...s3Bucket(state),
        key: remoteKey(workspace),
      });
      source.addOverride(`config.${S3_LOCK[0]}`, S3_LOCK[1]);
      return source;
    }
  }
}

/**
 * Relative to `cdktf.out/stacks/<workspace>`, hence the same in every checkout, and outside `cdktf.out`, hence not lost
 * with it.
 */
const localPath = (workspace: string): string => `../../../state/${workspace}.tfstate`;

const remoteKey = (workspace: string): string => `${workspace}.tfstate`;

const s3Bucket = (state: Extract<State, { kind: "s3" }>) => ({
  bucket: state.bucket,
  region: state.location,
  encrypt: true,
});

/** Locks by a file beside the state, since Terraform 1.11 without a table of DynamoDB; cdktf's class is older. */
const S3_LOCK = ["use_lockfile", true] as const;

/** Signs in by Microsoft Entra ID: the storage account refuses its keys. */
const azurermContainer = (state: Extract<State, { kind: "azurerm" }>) => ({
  resourceGroupName: state.resourceGroup,
  storageAccountName: state.storageAccount,
  containerName: state.container,
  useAzureadAuth: true,
});
