import type { App } from "cdktf";
import type { DeliveryName } from "../config/schema/delivery";
import type { Environment } from "../config/schema/environment";
import type { ApiDeployStack } from "./api-deploy-stack";
import type { ClusterHandle } from "./cluster-handle";
import { GitopsStack } from "./flux/gitops-stack";

/** A cluster that workloads run in, and the workspace that makes their namespaces. */
export interface DeployedCluster {
  readonly cluster: ClusterHandle;
  readonly api: ApiDeployStack;
}

/** Defines what brings workloads into one of the clusters that they run in. */
type DefineDelivery = (app: App, environment: Environment, deployed: DeployedCluster) => void;

/** Every delivery by its name. What Terraform delivers is part of `api-deploy` itself. */
const DELIVERIES: { readonly [Name in DeliveryName]: DefineDelivery } = {
  terraform: () => {},
  flux: (app, environment, deployed) => {
    if (environment.gitops) new GitopsStack(app, { environment, gitops: environment.gitops, ...deployed });
  },
};

/** Defines what brings the workloads into a cluster, once for each delivery that some of them have. */
export function defineDeliveries(app: App, environment: Environment, deployed: DeployedCluster): void {
  const { role } = deployed.cluster;
  const used = new Set(
    environment.workloads.filter((workload) => workload.role === role).map(({ delivery }) => delivery),
  );
  for (const delivery of used) DELIVERIES[delivery](app, environment, deployed);
}
