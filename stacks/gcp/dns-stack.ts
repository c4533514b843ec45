import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { chosenName } from "../../config/topology";
import { chosen } from "../../constructs/chosen";
import { endpointsName, zoneRecord } from "../../constructs/gcp/names";
import { useGoogle } from "../../constructs/gcp/provider";
import { PlatformStack } from "../workspace/platform-stack";
import { type GcpInfrastructure, type GkeCluster, projectOf } from "./configuration";
import type { NetworkStack } from "./network-stack";

export type DnsOutputs = {
  /** The name of a cluster, once it leads there. */
  readonly [Host in `${string}-host`]: string;
};

export interface DnsStackProps {
  readonly environment: Environment;
  readonly infrastructure: GcpInfrastructure;
  /** Those that serve users, with the workspaces that have their addresses. */
  readonly entries: readonly { readonly cluster: GkeCluster; readonly networkStack: NetworkStack }[];
}

/** `<environment>-dns`: the names of the clusters. */
export class DnsStack extends PlatformStack<DnsOutputs> {
  constructor(scope: Construct, { environment, infrastructure, entries }: DnsStackProps) {
    super(scope, workspaceName(environment.name, "dns"), environment.state);
    useGoogle(this, projectOf(environment, infrastructure));

    const { dns } = environment;
    for (const { cluster, networkStack } of entries) {
      const output = `${cluster.name}-address` as const;
      const record = {
        host: chosenName(cluster),
        address: this.consume(networkStack, output)[output] as string,
      };
      if (dns.kind === "cloud-dns") zoneRecord(chosen(this), cluster.name, { ...record, zone: dns.zone });
      if (dns.kind === "endpoints") endpointsName(chosen(this), cluster.name, record);
    }

    this.publish(
      Object.fromEntries(entries.map(({ cluster }) => [`${cluster.name}-host`, chosenName(cluster)])),
    );
  }

  /** The name of a cluster, as `consumer` reads it, which comes after its record. */
  hostOf({ name }: GkeCluster, consumer: PlatformStack<object>): string {
    const output = `${name}-host` as const;
    return consumer.consume(this, output)[output] as string;
  }
}
