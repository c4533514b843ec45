import type { Construct } from "constructs";
import { traitsOf } from "../../../config/clouds";
import { tagsOf } from "../../../config/clouds/aws/network-load-balancer";
import { workspaceName } from "../../../config/names";
import type { Environment } from "../../../config/schema/environment";
import { stateOf } from "../../../config/state";
import { NetworkLoadBalancer } from "../../../constructs/aws/network-load-balancer";
import { defaultStorageClass } from "../../../constructs/aws/storage-class";
import { ClusterIssuer } from "../../../constructs/cert-manager/cluster-issuer";
import { ExternalDns } from "../../../constructs/kops/external-dns";
import { useCluster } from "../../../constructs/kubernetes/access";
import { ManifestRelease } from "../../../constructs/kubernetes/manifest-release";
import { prometheusOf } from "../../../constructs/monitoring/pods";
import { IngressController } from "../../../constructs/traefik/ingress-controller";
import type { PkiStack } from "../../issuers/pki-stack";
import { signersOf } from "../../issuers/signer";
import { PlatformStack } from "../../workspace/platform-stack";
import type { AwsInfrastructure, AwsNetwork, KopsCluster } from "../configuration";
import type { ClusterStack } from "./cluster-stack";
import { fullNameOf } from "./names";
import { namesOf } from "./pod-rights";

/** Where users find a cluster. */
export interface ClusterAddonsOutputs {
  /** The name that AWS gives the load balancer in front of Traefik, where there is one. */
  readonly address?: string;
  /** The name that the cluster's services answer to; it is in no DNS where callers get to them by load balancers of their own. */
  readonly host: string;
}

export interface ClusterAddonsStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly network: AwsNetwork;
  readonly cluster: KopsCluster;
  readonly clusterStack: ClusterStack;
  /** The platform's CA. @default - Let's Encrypt certifies, or there is no TLS */
  readonly pki: PkiStack | undefined;
}

/**
 * `<environment>-cluster-addons-<cluster>`: what makes a cluster fit for workloads: a default storage class, Traefik, the load
 * balancer in front of it, cert-manager with an issuer.
 */
export class ClusterAddonsStack extends PlatformStack<ClusterAddonsOutputs> {
  constructor(scope: Construct, props: ClusterAddonsStackProps) {
    const { environment, cluster, clusterStack, pki } = props;
    super(
      scope,
      workspaceName(environment.name, "cluster-addons", { region: cluster.region, cluster: cluster.name }),
      stateOf(environment, cluster.region),
    );
    useCluster(this, clusterStack.accessFor(this));
    const chartMirror = environment.charts.mirror;
    const isEncrypted = environment.certificates.kind !== "none";

    new ManifestRelease(this, "Storage", {
      name: "storage",
      namespace: "kube-system",
      objects: [defaultStorageClass],
    });
    this.names(props);
    const dnsName = cluster.ingress ? this.entry(props, isEncrypted) : undefined;
    if (isEncrypted) {
      new ClusterIssuer(this, "Issuer", {
        ...signersOf(environment, cluster.name, pki, this),
        chartMirror,
      });
    }

    this.publish({
      ...(dnsName === undefined ? {} : { address: dnsName }),
      host: cluster.hostName ?? dnsName ?? `${cluster.name}.${environment.name}.internal`,
    });
  }

  /** Who leads the cluster's names to its load balancers, where there is a zone for them. */
  private names({ environment, infrastructure, network, cluster }: ClusterAddonsStackProps): void {
    const { dns, charts } = environment;
    if (dns.kind !== "route53") return;
    new ExternalDns(this, "Names", {
      accountId: infrastructure.accountId,
      region: network.location,
      cluster: fullNameOf(environment, cluster),
      zoneId: dns.zoneId,
      names: namesOf(environment, cluster),
      chartMirror: charts.mirror,
    });
  }

  /** Traefik, and the load balancer in front of it. */
  private entry({ environment, cluster }: ClusterAddonsStackProps, isEncrypted: boolean): string {
    const ingress = new IngressController(this, "Ingress", {
      answersChallenges: environment.certificates.kind === "letsencrypt",
      redirectsHttp: isEncrypted,
      scraper: prometheusOf(traitsOf(environment, cluster)),
      chartMirror: environment.charts.mirror,
    });
    return new NetworkLoadBalancer(this, "LoadBalancer", {
      pods: { ...ingress.pods, namespace: ingress.namespace },
      ports: { web: 80, ...(isEncrypted ? { websecure: 443 } : {}) },
      tags: tagsOf(environment.name),
      hostName: environment.dns.kind === "route53" ? namesOf(environment, cluster).join(",") : undefined,
      protect: environment.protect,
    }).dnsName;
  }
}
