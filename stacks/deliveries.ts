import type { App } from "cdktf";
import type { DeliveryName } from "../config/schema/delivery";
import type { Environment } from "../config/schema/environment";
import type { ApiDeployStack } from "./api-deploy-stack";
import { defineArgoCd } from "./argocd/delivery";
import type { ClusterHandle } from "./cluster-handle";
import { GitopsStack } from "./flux/gitops-stack";
import type { RegionalCertificates } from "./regional-certificates";

/** A cluster that workloads run in, and the workspace that makes their namespaces. */
export interface DeployedCluster {
  readonly cluster: ClusterHandle;
  readonly api: ApiDeployStack;
}

/** Defines what brings workloads into clusters, where something does besides `api-deploy`. */
interface Delivery {
  /** In one of the clusters that they run in. */
  inCluster?(app: App, environment: Environment, deployed: DeployedCluster): void;

  /** For all of them at once. */
  fromOneCluster?(
    app: App,
    environment: Environment,
    deployed: readonly DeployedCluster[],
    clusters: readonly ClusterHandle[],
    certificates: RegionalCertificates,
  ): void;
}

/** Every delivery by its name. What Terraform delivers is part of `api-deploy` itself. */
const DELIVERIES: { readonly [Name in DeliveryName]: Delivery } = {
  terraform: {},
  flux: {
    inCluster: (app, environment, deployed) => {
      if (environment.gitops) new GitopsStack(app, { environment, gitops: environment.gitops, ...deployed });
    },
  },
  argocd: { fromOneCluster: defineArgoCd },
};

/** Defines what brings the workloads into a cluster, once for each delivery that some of them have. */
export function defineDeliveries(app: App, environment: Environment, deployed: DeployedCluster): void {
  const { role } = deployed.cluster;
  for (const delivery of used(environment, (workload) => workload.role === role)) {
    DELIVERIES[delivery].inCluster?.(app, environment, deployed);
  }
}

/** Defines what brings workloads from one cluster into all. */
export function defineCentralDeliveries(
  app: App,
  environment: Environment,
  deployed: readonly DeployedCluster[],
  clusters: readonly ClusterHandle[],
  certificates: RegionalCertificates,
): void {
  for (const delivery of used(environment)) {
    DELIVERIES[delivery].fromOneCluster?.(app, environment, deployed, clusters, certificates);
  }
}

const used = (
  { workloads }: Environment,
  fits: (workload: Environment["workloads"][number]) => boolean = () => true,
): ReadonlySet<DeliveryName> => new Set(workloads.filter(fits).map(({ delivery }) => delivery));
