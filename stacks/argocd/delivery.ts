import type { App } from "cdktf";
import type { Environment } from "../../config/schema/environment";
import type { ClusterHandle } from "../cluster-handle";
import type { DeployedCluster } from "../deliveries";
import type { RegionalCertificates } from "../regional-certificates";
import { ArgoCdStack } from "./argocd-stack";
import { DestinationStack } from "./destination-stack";
import { GitopsStack } from "./gitops-stack";

/** Defines the Argo CD of an environment: itself, how it gets into every cluster, and what it is told. */
export function defineArgoCd(
  app: App,
  environment: Environment,
  deployed: readonly DeployedCluster[],
  clusters: readonly ClusterHandle[],
  certificates: RegionalCertificates,
): void {
  const { gitops } = environment;
  const tooling = clusters.find(({ role }) => role === "tooling");
  if (gitops === undefined || tooling === undefined) return; // refused by the rules
  const workloads = environment.workloads.filter(({ delivery }) => delivery === "argocd");
  const argocd = new ArgoCdStack(app, { environment, gitops, tooling, certificates });
  for (const each of deployed) {
    const { cluster } = each;
    const namespaces = workloads
      .filter(({ role }) => role === cluster.role)
      .map(({ namespace }) => namespace);
    if (namespaces.length === 0) continue;
    new DestinationStack(app, { environment, ...each, tooling, argocd, namespaces });
  }
  const placed = workloads.map((workload) => ({
    workload,
    clusters: deployed
      .filter(({ cluster }) => cluster.role === workload.role)
      .map(({ cluster }) => cluster.place.cluster),
  }));
  new GitopsStack(app, { environment, gitops, tooling, argocd, placed });
}
