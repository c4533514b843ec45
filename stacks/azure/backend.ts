import { AzurermBackend, DataTerraformRemoteStateAzurerm } from "cdktf";
import type { State } from "../../config/schema/environment";
import type { Backend } from "../workspace/backend";

/** Signs in by Microsoft Entra ID: the storage account refuses its keys. */
const settings = (workspace: string, state: Extract<State, { kind: "azurerm" }>) => ({
  resourceGroupName: state.resourceGroup,
  storageAccountName: state.storageAccount,
  containerName: state.container,
  useAzureadAuth: true,
  key: `${workspace}.tfstate`,
});

/** A container in an Azure storage account. */
export const azurerm: Backend<"azurerm"> = {
  create: (scope, workspace, state) => {
    new AzurermBackend(scope, settings(workspace, state));
  },
  read: (scope, id, workspace, state) =>
    new DataTerraformRemoteStateAzurerm(scope, id, settings(workspace, state)),
};
