import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import { ConfigurationError } from "../../config/problem";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { ClusterSecret } from "../../constructs/argocd/cluster-secret";
import { Deployer } from "../../constructs/argocd/deployer";
import { clusterFolder } from "../../constructs/gitops/tree";
import { type ClusterAccess, useCluster, useOtherCluster } from "../../constructs/kubernetes/access";
import type { ClusterHandle } from "../cluster-handle";
import type { DeployedCluster } from "../deliveries";
import { PlatformStack } from "../workspace/platform-stack";
import type { ArgoCdStack } from "./argocd-stack";

export interface DestinationStackProps extends DeployedCluster {
  readonly environment: Environment;

  /** The cluster that Argo CD runs in, and the workspace that installs it. */
  readonly tooling: ClusterHandle;
  readonly argocd: ArgoCdStack;

  /** The namespaces that are delivered into. */
  readonly namespaces: readonly string[];
}

/**
 * `<environment>-gitops-<cluster>`: how Argo CD gets into a cluster: an account there, and what Argo CD is told of it. A
 * workspace for each, which no other region's waits for; the account's token leaves it for Argo CD alone.
 */
export class DestinationStack extends PlatformStack {
  constructor(scope: Construct, props: DestinationStackProps) {
    const { environment, cluster: handle, tooling, argocd, api, namespaces } = props;
    const { place, role } = handle;
    super(scope, workspaceName(environment.name, "gitops", place), stateOf(environment, place.region));
    const access = reachable(environment.name, place.cluster, handle.access(this));
    useCluster(this, access);
    const provider = useOtherCluster(this, "Tooling", tooling.access(this));
    this.addDependency(argocd);

    const { token } = new Deployer(this, "Deployer", { namespaces });
    new ClusterSecret(this, "Cluster", {
      provider,
      environment: environment.name,
      cluster: place.cluster,
      region: place.region,
      role,
      access: {
        server: access.host,
        certificateAuthority: access.clusterCaCertificate,
        serverName: "tlsServerName" in access ? access.tlsServerName : undefined,
        token,
      },
      host: this.consume(api, "host").host, // and so after the namespaces
      folder: clusterFolder(environment.name, place.cluster),
      namespaces,
    });
    this.publish({});
  }
}

/** @throws ConfigurationError where only a file on the machine that applies says where a cluster is */
function reachable(environment: string, cluster: string, access: ClusterAccess) {
  if (access.kind !== "kubeconfig") return access;
  throw new ConfigurationError(environment, [
    {
      path: ["workloads"],
      message: `delivery "argocd" enters cluster "${cluster}" from another one, and only a kubeconfig on this machine says where it is; expected delivery "flux" or "terraform"`,
    },
  ]);
}
