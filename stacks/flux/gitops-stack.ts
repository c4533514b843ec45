import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment, Gitops } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { hasCanary } from "../../constructs/flagger/canary";
import { Flagger } from "../../constructs/flagger/flagger";
import { Flux } from "../../constructs/gitops/flux";
import { clusterFolder, deliveredFromRepository } from "../../constructs/gitops/tree";
import { useCluster } from "../../constructs/kubernetes/access";
import { prometheusOf } from "../../constructs/monitoring/pods";
import type { ApiDeployStack } from "../api-deploy-stack";
import type { ClusterHandle } from "../cluster-handle";
import { deliverySecrets } from "../delivery-secrets";
import { missingImages } from "../pushed-images";
import { PlatformStack } from "../workspace/platform-stack";

export interface GitopsStackProps {
  readonly environment: Environment;
  readonly gitops: Gitops;

  /** A cluster that such workloads run in. */
  readonly cluster: ClusterHandle;

  /** Makes the namespaces of the workloads, and what pods find there. */
  readonly api: ApiDeployStack;
}

/**
 * `<environment>-gitops-<cluster>`: Flux, which keeps the cluster as the repository says, and Flagger where a service tries
 * new versions on some of the users.
 */
export class GitopsStack extends PlatformStack {
  constructor(scope: Construct, { environment, gitops, cluster: handle, api }: GitopsStackProps) {
    const { place, traits } = handle;
    super(
      scope,
      workspaceName(environment.name, "gitops", place),
      stateOf(environment, place.region),
      environment,
    );
    useCluster(this, handle.access(this));
    this.awaits(missingImages(this.node, environment));

    const secrets = deliverySecrets(this, gitops);
    const alertUrl = secrets.alertUrl();
    new Flux(this, "Flux", {
      repository: gitops.repository,
      deployKey: secrets.deployKey(),
      alertUrl,
      path: clusterFolder(environment.name, place.cluster),
      values: {
        host: this.consume(api, "host").host, // and so after the namespaces
        ...(traits.registry === undefined ? {} : { registry: traits.registry }),
      },
      dependsOn: this.flagger(environment, gitops, handle, alertUrl),
      chartMirror: environment.charts.mirror,
    });
    this.publish({});
  }

  private flagger(
    environment: Environment,
    { alerts }: Gitops,
    cluster: ClusterHandle,
    url: string | undefined,
  ): ITerraformDependable[] {
    const workloads = deliveredFromRepository(environment).filter(
      ({ role, services }) => role === cluster.role && services.some(hasCanary),
    );
    if (workloads.length === 0) return [];
    return new Flagger(this, "Flagger", {
      cluster: `${environment.name}-${cluster.place.cluster}`,
      namespaces: workloads.map(({ namespace }) => namespace),
      ...(alerts.kind === "none" || url === undefined ? {} : { alerts: { ...alerts, url } }),
      scraper: prometheusOf(cluster.traits),
      chartMirror: environment.charts.mirror,
    }).ready;
  }
}
