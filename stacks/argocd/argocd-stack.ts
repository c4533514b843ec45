import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment, Gitops } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { ArgoCd } from "../../constructs/argocd/argocd";
import { useCluster } from "../../constructs/kubernetes/access";
import type { ClusterHandle } from "../cluster-handle";
import { consolesOf } from "../consoles";
import { deliverySecrets } from "../delivery-secrets";
import type { RegionalCertificates } from "../regional-certificates";
import { PlatformStack } from "../workspace/platform-stack";

export interface ArgoCdStackProps {
  readonly environment: Environment;
  readonly gitops: Gitops;

  /** The cluster that it runs in. */
  readonly tooling: ClusterHandle;

  /** What certifies the name of its page. */
  readonly certificates: RegionalCertificates;
}

/** `<environment>-argocd`: the Argo CD that delivers into all clusters. */
export class ArgoCdStack extends PlatformStack {
  constructor(scope: Construct, { environment, gitops, tooling, certificates }: ArgoCdStackProps) {
    super(
      scope,
      workspaceName(environment.name, "argocd"),
      stateOf(environment, tooling.place.region),
      environment,
    );
    useCluster(this, tooling.access(this));

    const consoles = consolesOf(this, environment, tooling, certificates, ["argocd"]);
    new ArgoCd(this, "ArgoCd", {
      gitops,
      alertUrl: deliverySecrets(this, gitops).alertUrl(),
      console: consoles && { ...consoles, host: consoles.hosts.argocd as string },
      chartMirror: environment.charts.mirror,
    });
    this.publish({});
  }
}
