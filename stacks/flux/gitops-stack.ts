import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment, Gitops } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { hasCanary } from "../../constructs/flagger/canary";
import { Flagger } from "../../constructs/flagger/flagger";
import { Flux } from "../../constructs/gitops/flux";
import { clusterFolder, deliveredByFlux } from "../../constructs/gitops/tree";
import { useCluster } from "../../constructs/kubernetes/access";
import { prometheusOf } from "../../constructs/monitoring/pods";
import { secretVariable } from "../../constructs/secret-variable";
import type { ApiDeployStack } from "../api-deploy-stack";
import type { ClusterHandle } from "../cluster-handle";
import { PlatformStack } from "../workspace/platform-stack";
import { missingImages } from "./pushed-images";

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

    const alertUrl = this.alertUrl(gitops);
    new Flux(this, "Flux", {
      repository: gitops.repository,
      deployKey: this.deployKey(gitops),
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
    const workloads = deliveredByFlux(environment).filter(
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

  private deployKey({ repository }: Gitops): string | undefined {
    return repository.access === "public"
      ? undefined
      : secretVariable(
          this,
          "git_deploy_key",
          "Private half of a deploy key that may read the repository, PEM as ssh-keygen writes it",
        );
  }

  private alertUrl({ alerts }: Gitops): string | undefined {
    return alerts.kind === "none"
      ? undefined
      : secretVariable(
          this,
          "delivery_alert_url",
          `URL of the ${alerts.kind} webhook that hears of failed deliveries`,
        );
  }
}
