import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { entryName } from "../../config/topology";
import { Accelerator, type EndpointGroup } from "../../constructs/aws/accelerator";
import { useAws } from "../../constructs/aws/provider";
import { PlatformStack } from "../workspace/platform-stack";
import type { ClusterAddonsStack } from "./cluster-addons-stack";
import {
  type AwsInfrastructure,
  accountOf,
  type EksCluster,
  type GlobalAccelerator,
  homeOf,
  networksOf,
} from "./configuration";
import { entryOf } from "./entry";
import type { NetworkStack } from "./network-stack";

export interface GlobalLbOutputs {
  /** Where users call the platform, under the name that its certificate proves. */
  readonly url: string;
  /** The name that AWS gives the accelerator; it always resolves. */
  readonly address: string;
  /** Only where there are alarms. */
  readonly "listener-arn"?: string;
}

/** A cluster that serves users. */
export interface Endpoint {
  readonly cluster: EksCluster;
  readonly addons: ClusterAddonsStack;
}

export interface GlobalLbStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly balancer: GlobalAccelerator;
  readonly endpoints: readonly Endpoint[];

  /** The network of the region that is home to what belongs to none; it keeps the accelerator's logs. */
  readonly homeNetwork: NetworkStack;
}

/**
 * `<environment>-global-lb`: the entry point. It reads nothing of the API's deployments: which of them answer is found
 * out at run time, by the health checks of the load balancers.
 */
export class GlobalLbStack extends PlatformStack<GlobalLbOutputs> {
  constructor(scope: Construct, props: GlobalLbStackProps) {
    const { environment, infrastructure, balancer } = props;
    super(scope, workspaceName(environment.name, "global-lb"), environment.state);
    useAws(this, accountOf(environment, infrastructure), homeOf(environment));

    const entry = entryOf(environment);
    const accelerator = new Accelerator(this, "Accelerator", {
      name: environment.name,
      port: entry.port,
      clientAffinity: balancer.clientAffinity,
      groups: this.groupsOf(props),
      flowLogs: infrastructure.flowLogs && this.consume(props.homeNetwork, "log-bucket")["log-bucket"],
      protect: environment.protect,
    });
    const { dns, domain } = environment;
    if (dns.kind === "route53") {
      new Route53Record(this, "Record", {
        zoneId: dns.zoneId,
        name: entryName(environment),
        type: "A",
        alias: { name: accelerator.dnsName, zoneId: accelerator.zoneId, evaluateTargetHealth: false },
      });
    }

    // Without a domain plain HTTP has no name but AWS'; TLS has the one that the certificate proves.
    const host =
      domain === undefined && entry.scheme === "http" ? accelerator.dnsName : entryName(environment);
    this.publish({
      url: `${entry.scheme}://${host}`,
      address: accelerator.dnsName,
      ...(infrastructure.alarms ? { "listener-arn": accelerator.listenerArn } : {}),
    });
  }

  private groupsOf({ environment, balancer: { routing }, endpoints }: GlobalLbStackProps): EndpointGroup[] {
    return [...networksOf(environment)].flatMap(([region, { location }]) => {
      const here = endpoints.filter(({ cluster }) => cluster.region === region);
      if (here.length === 0) return [];
      return [
        {
          region,
          location,
          ...settingsOf(routing, region),
          loadBalancers: here.map(
            ({ addons }) => this.consume(addons, "load-balancer-arn")["load-balancer-arn"],
          ),
        },
      ];
    });
  }
}

/** What an endpoint gets that nothing is said of: as much as any other. */
const EVEN = { weight: 128, dial: 100 };

function settingsOf(
  routing: GlobalAccelerator["routing"],
  region: string,
): Pick<EndpointGroup, "weight" | "dial"> {
  if (routing.kind === "nearest") return routing.endpoints[region] ?? EVEN;
  // Failover looks for a weight above 0, and does not look at the dial.
  return region === routing.primary ? EVEN : { ...EVEN, dial: 0 };
}
