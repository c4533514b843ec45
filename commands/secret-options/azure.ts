import type { EnvironmentInput } from "../../config/schema/environment";

/** Storage that an environment on Azure makes: for its state, its logs and copies of its clusters' state. */
export const azureStorage = ({ infrastructure }: EnvironmentInput): object => ({
  infrastructure: {
    ...infrastructure,
    flowLogs: { storagePrefix: "logs" },
    backups: { storagePrefix: "backups" },
  },
  state: { kind: "azurerm", location: "westeurope", resourceGroup: "state", storageAccount: "state" },
});
