import type { Construct } from "constructs";
import { traitsOf } from "../../config/clouds";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { hostLabelOf } from "../../config/topology";
import { ClusterIssuer } from "../../constructs/cert-manager/cluster-issuer";
import { useCluster } from "../../constructs/kubernetes/access";
import { prometheusOf } from "../../constructs/monitoring/pods";
import { IngressController } from "../../constructs/traefik/ingress-controller";
import { LoadBalancer } from "../../constructs/vultr/load-balancer";
import type { PkiStack } from "../issuers/pki-stack";
import { signersOf } from "../issuers/signer";
import { PlatformStack } from "../workspace/platform-stack";
import type { VkeCluster } from "./configuration";
import type { VkeStack } from "./vke-stack";

/** Where users find a cluster. */
export interface ClusterAddonsOutputs {
  /** The load balancer's public address. */
  readonly address: string;
  /** The name that the cluster's services answer to. */
  readonly host: string;
}

export interface ClusterAddonsStackProps {
  readonly environment: Environment;
  readonly cluster: VkeCluster;
  readonly vke: VkeStack;
  /** The platform's CA. @default - Let's Encrypt certifies, and there is no hub */
  readonly pki: PkiStack | undefined;
}

/**
 * `<environment>-cluster-addons-<cluster>`: what makes a cluster fit for workloads: Traefik, the load balancer in front of it,
 * cert-manager with an issuer.
 */
export class ClusterAddonsStack extends PlatformStack<ClusterAddonsOutputs> {
  constructor(scope: Construct, { environment, cluster, vke, pki }: ClusterAddonsStackProps) {
    super(
      scope,
      workspaceName(environment.name, "cluster-addons", { region: cluster.region, cluster: cluster.name }),
      stateOf(environment, cluster.region),
    );
    useCluster(this, vke.accessFor(this));
    const chartMirror = environment.charts.mirror;

    const ingress = new IngressController(this, "Ingress", {
      answersChallenges: environment.certificates.kind === "letsencrypt",
      scraper: prometheusOf(traitsOf(environment, cluster)),
      chartMirror,
    });
    const { address } = new LoadBalancer(this, "LoadBalancer", {
      label: `${environment.name}-${cluster.name}`,
      pods: { ...ingress.pods, namespace: ingress.namespace },
      ports: { web: 80, websecure: 443 },
      nodes: cluster.balancerNodes,
      protect: environment.protect,
    });
    new ClusterIssuer(this, "Issuer", {
      ...signersOf(environment, cluster.name, pki, this),
      chartMirror,
    });

    this.publish({ address, host: cluster.hostName ?? lateName(cluster, address) });
  }
}

/** The name of a cluster that has none in the configuration: https://nip.io answers with the address that is part of it. */
const lateName = (cluster: VkeCluster, address: string): string =>
  `${hostLabelOf(cluster.name, cluster)}.${address}.nip.io`;
