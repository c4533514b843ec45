import type { Construct } from "constructs";
import { globalLbName } from "../../config/names";
import { servingRegions } from "../../config/places";
import type { Balancer, Environment } from "../../config/schema/environment";
import { useCluster } from "../../constructs/kubernetes/access";
import { prometheusOf } from "../../constructs/monitoring/pods";
import { LoadBalancer } from "../../constructs/traefik/load-balancer";
import type { BackendRegion } from "../../constructs/traefik/regions";
import type { ClusterHandle } from "../cluster-handle";
import type { EdgeCertificateSource } from "../edge-certificates";
import type { RegionalCertificates } from "../regional-certificates";
import { PlatformStack } from "../workspace/platform-stack";

export interface GlobalLbOutputs {
  /** Where users call the platform. */
  readonly url: string;
}

export interface GlobalLbStackProps {
  readonly environment: Environment;
  readonly balancer: Extract<Balancer, { kind: "traefik" }>;

  /** The cluster that the balancer runs on. */
  readonly edge: ClusterHandle;

  /** Where it runs on several, the one that is changed before: a fault ends there. @default - this is the first */
  readonly after?: GlobalLbStack | undefined;

  /** The clusters of the environment; those with the role `api` serve users. */
  readonly clusters: readonly ClusterHandle[];

  /** What the balancer proves itself with. */
  readonly certificate: EdgeCertificateSource;

  /** What the regions prove themselves to it with. */
  readonly regionalCertificates: RegionalCertificates;
}

/**
 * `<environment>-global-lb`: the entry point. It reads nothing of the API's deployments: one that is broken or missing
 * must not block it, and which of them answer is found out at run time.
 */
export class GlobalLbStack extends PlatformStack<GlobalLbOutputs> {
  constructor(scope: Construct, props: GlobalLbStackProps) {
    const { environment, edge, after } = props;
    super(scope, globalLbName(environment.name, after && edge.place), environment.state);
    if (after) this.addDependency(after);
    useCluster(this, edge.access(this));

    const { healthCheck, dialTimeoutSeconds, routing } = props.balancer;
    new LoadBalancer(this, "LoadBalancer", {
      host: edge.hostName(this),
      regions: this.regionsOf(props),
      routing,
      healthCheck,
      dialTimeoutSeconds,
      certificate: props.certificate(this),
      backendAuthority: props.regionalCertificates.authority(this),
      scraper: prometheusOf(edge.traits),
      chartMirror: environment.charts.mirror,
    });

    this.publish({ url: `https://${edge.host(this)}` });
  }

  private regionsOf({ environment, clusters: handles }: GlobalLbStackProps): readonly BackendRegion[] {
    return [...servingRegions(environment)].map(([name, { countries }]) => ({
      name,
      countries: countries ?? [],
      clusters: handles
        .filter(({ place, role }) => place.region === name && role === "api")
        .map((backend) => ({
          name: backend.place.cluster,
          address: backend.address(this),
          hostName: backend.hostName(this),
        })),
    }));
  }
}
