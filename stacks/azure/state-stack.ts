import type { Construct } from "constructs";
import { stateWorkspaceName } from "../../config/names";
import type { Environment, State } from "../../config/schema/environment";
import { useAzure, WITHOUT_ACCOUNT_KEYS } from "../../constructs/azure/provider";
import { StateStorage } from "../../constructs/azure/state-storage";
import { PlatformStack } from "../workspace/platform-stack";
import type { AzureInfrastructure } from "./configuration";

export interface StateOutputs {
  /** Address of the container that holds the states. */
  readonly bucket: string;
}

export interface StateStackProps {
  readonly environment: Environment;
  readonly infrastructure: AzureInfrastructure;
  readonly state: Extract<State, { kind: "azurerm" }>;
}

/**
 * `state-<environment>`: the storage that every other workspace of the environment keeps its state in. Its own state is a
 * local file, since the storage cannot hold it before it exists.
 */
export class StateStack extends PlatformStack<StateOutputs> {
  constructor(scope: Construct, { environment, infrastructure, state }: StateStackProps) {
    super(scope, stateWorkspaceName(environment.name), { kind: "local" });
    useAzure(this, infrastructure.subscriptionId, WITHOUT_ACCOUNT_KEYS);

    const storage = new StateStorage(this, "Storage", {
      location: state.location,
      resourceGroup: state.resourceGroup,
      account: state.storageAccount,
      container: state.container,
      operatorCidrs: infrastructure.operatorCidrs,
      principals: state.principals,
      protect: environment.protect,
    });

    this.publish({ bucket: storage.url });
  }
}
