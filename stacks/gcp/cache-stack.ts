import { DnsManagedZone } from "@cdktf/provider-google/lib/dns-managed-zone";
import { NetworkConnectivityServiceConnectionPolicy } from "@cdktf/provider-google/lib/network-connectivity-service-connection-policy";
import { Construct } from "constructs";
import { cacheHostOf, cacheZoneOf } from "../../config/caches";
import { nodeTypeOf } from "../../config/clouds/gcp/memorystore";
import { workspaceName } from "../../config/names";
import type { Cache, Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { chosen } from "../../constructs/chosen";
import { useGoogle } from "../../constructs/gcp/provider";
import { Valkey } from "../../constructs/gcp/valkey";
import { PlatformStack } from "../workspace/platform-stack";
import { type GcpInfrastructure, type GcpNetwork, projectOf } from "./configuration";
import type { NetworkStack } from "./network-stack";

export interface CacheStackProps {
  readonly environment: Environment;
  readonly infrastructure: GcpInfrastructure;
  readonly region: string;
  readonly network: GcpNetwork;
  readonly networkStack: NetworkStack;
  /** Those of the region, by name. */
  readonly caches: readonly (readonly [name: string, cache: Cache])[];
}

/** `<environment>-cache-<region>`: servers of Memorystore, and the names by which the region's network knows them. */
export class CacheStack extends PlatformStack {
  constructor(scope: Construct, props: CacheStackProps) {
    const { environment, infrastructure, region, network, networkStack } = props;
    super(scope, workspaceName(environment.name, "cache", { region }), stateOf(environment, region));
    const { projectId } = infrastructure;
    const { location } = network;
    useGoogle(this, projectOf(environment, infrastructure), location);

    const vpc = this.consume(networkStack, "network", "subnetwork");
    const policy = new NetworkConnectivityServiceConnectionPolicy(this, "Policy", {
      name: `${environment.name}-${region}-cache`,
      location,
      serviceClass: "gcp-memorystore",
      network: vpc.network,
      pscConfig: { subnetworks: [vpc.subnetwork] },
    });
    const zone = new DnsManagedZone(this, "Zone", {
      name: `${environment.name}-${region}-cache`,
      dnsName: `${cacheZoneOf(environment)}.`,
      visibility: "private",
      privateVisibilityConfig: { networks: [{ networkUrl: vpc.network }] },
    });
    for (const [name, cache] of props.caches) {
      new Valkey(new Construct(chosen(this), name), "Server", {
        ...cache,
        name: `${environment.name}-${name}`,
        projectId,
        location,
        network: vpc.network,
        nodeType: nodeTypeOf(cache.memoryGiB) as string, // a rule asks for one
        host: cacheHostOf(environment, name),
        zone: zone.name,
        policy,
      });
    }
    this.publish({});
  }
}
