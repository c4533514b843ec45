import { DnsRecordSet } from "@cdktf/provider-google/lib/dns-record-set";
import { MemorystoreInstance } from "@cdktf/provider-google/lib/memorystore-instance";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface ValkeyProps {
  readonly name: string;
  readonly projectId: string;
  /** Google's name of the region. */
  readonly location: string;
  /** Id of the network that it answers in. */
  readonly network: string;
  /** As Google writes it, such as `SHARED_CORE_NANO`. */
  readonly nodeType: string;
  /** `8.0`. */
  readonly version: string;
  readonly availability: "zonal" | "regional";
  /** Whether Google and Terraform refuse to delete it. */
  readonly deletionProtection: boolean;
  /** The name that leads to it in the network, and the zone that holds it. */
  readonly host: string;
  readonly zone: string;
  /** What lets Google put an address into the network. */
  readonly policy: ITerraformDependable;
}

/**
 * A server of Memorystore for Valkey, of one shard, so that every client of Redis' protocol can use it. Google puts its address into the
 * network by Private Service Connect (https://cloud.google.com/memorystore/docs/valkey/networking).
 */
export class Valkey extends Construct {
  constructor(scope: Construct, id: string, props: ValkeyProps) {
    super(scope, id);
    const instance = new MemorystoreInstance(this, "Resource", {
      instanceId: props.name,
      location: props.location,
      mode: "CLUSTER_DISABLED",
      shardCount: 1,
      replicaCount: props.availability === "regional" ? 1 : 0,
      nodeType: props.nodeType,
      engineVersion: `VALKEY_${props.version.replace(".", "_")}`,
      engineConfigs: { "maxmemory-policy": "allkeys-lru" }, // a full cache drops the keys that were not read for longest
      // The network and NetworkPolicies decide who may call: clients that get only a URL can neither sign in nor verify the server.
      authorizationMode: "AUTH_DISABLED",
      transitEncryptionMode: "TRANSIT_ENCRYPTION_DISABLED",
      persistenceConfig: { mode: "DISABLED" },
      deletionProtectionEnabled: props.deletionProtection,
      desiredAutoCreatedEndpoints: [{ network: props.network, projectId: props.projectId }],
      dependsOn: [props.policy],
    });
    new DnsRecordSet(this, "Record", {
      managedZone: props.zone,
      name: `${props.host}.`,
      type: "A",
      ttl: 300,
      rrdatas: [primaryOf(instance)],
    });
  }
}

/** Replicas have an address of their own, which takes no writes. */
const primaryOf = ({ fqn }: MemorystoreInstance): string =>
  `\${[for each in flatten(${fqn}.endpoints[*].connections[*].psc_auto_connection[*]) : each.ip_address if each.connection_type != "CONNECTION_TYPE_READER"][0]}`;
