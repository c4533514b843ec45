import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment, Gitops } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { APPLICATIONS_FOLDER } from "../../constructs/argocd/follower";
import { Instructions } from "../../constructs/argocd/instructions";
import type { Placed } from "../../constructs/argocd/projects";
import { deliveryFolder } from "../../constructs/gitops/tree";
import { useCluster } from "../../constructs/kubernetes/access";
import type { ClusterHandle } from "../cluster-handle";
import { deliverySecrets } from "../delivery-secrets";
import { missingImages } from "../pushed-images";
import { PlatformStack } from "../workspace/platform-stack";
import type { ArgoCdStack } from "./argocd-stack";

export interface GitopsStackProps {
  readonly environment: Environment;
  readonly gitops: Gitops;

  /** The cluster that Argo CD runs in, and the workspace that installs it. */
  readonly tooling: ClusterHandle;
  readonly argocd: ArgoCdStack;

  /** What is delivered, and where. */
  readonly placed: readonly Placed[];
}

/** `<environment>-gitops`: what Argo CD is told to deliver. Deliveries begin with it. */
export class GitopsStack extends PlatformStack {
  constructor(scope: Construct, { environment, gitops, tooling, argocd, placed }: GitopsStackProps) {
    super(
      scope,
      workspaceName(environment.name, "gitops"),
      stateOf(environment, tooling.place.region),
      environment,
    );
    useCluster(this, tooling.access(this));
    this.addDependency(argocd);
    this.awaits(missingImages(this.node, environment));

    new Instructions(this, "Instructions", {
      repository: gitops.repository,
      deployKey: deliverySecrets(this, gitops).deployKey(),
      path: `${deliveryFolder(environment.name)}/${APPLICATIONS_FOLDER}`,
      placed,
    });
    this.publish({});
  }
}
