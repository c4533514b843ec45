import type { Construct } from "constructs";
import { regionalStorageName } from "../../config/clouds/azure/regional-storage";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { clustersOf } from "../../config/topology";
import { BackupStorage } from "../../constructs/azure/backup-storage";
import { FlowLogs } from "../../constructs/azure/flow-logs";
import { NodePlace } from "../../constructs/azure/node-place";
import { useAzure, WITHOUT_ACCOUNT_KEYS } from "../../constructs/azure/provider";
import { VirtualNetwork } from "../../constructs/azure/virtual-network";
import { chosen } from "../../constructs/chosen";
import { PlatformStack } from "../workspace/platform-stack";
import type { AzureInfrastructure, AzureNetwork } from "./configuration";

/** A region's resource group, and for every cluster of the region the place of its node. */
export type NetworkOutputs = {
  readonly "resource-group": string;
} & {
  readonly [Subnet in `${string}-subnet`]: string;
} & {
  /** Name of the node's security group, for rules of other workspaces. */
  readonly [SecurityGroup in `${string}-security-group`]: string;
} & {
  /** The public address. */
  readonly [Address in `${string}-address`]: string;
} & {
  readonly [AddressId in `${string}-address-id`]: string;
} & {
  readonly [PrivateAddress in `${string}-private-address`]: string;
} & {
  /** The container that copies of the node's state go to, and the id that rights to it are given on. */
  readonly [Container in `${string}-backups`]: string;
} & {
  readonly [ContainerId in `${string}-backups-id`]: string;
};

/** Where a node goes. */
export interface NodePlacement {
  readonly resourceGroup: string;
  readonly location: string;
  readonly subnetId: string;
  readonly address: string;
  readonly addressId: string;
  readonly privateAddress: string;
}

export interface NetworkStackProps {
  readonly environment: Environment;
  readonly infrastructure: AzureInfrastructure;
  readonly region: string;
  readonly network: AzureNetwork;
}

/** `<environment>-network-<region>`: the virtual network of a region, with the places of all its nodes. */
export class NetworkStack extends PlatformStack<NetworkOutputs> {
  /** Azure's name of the place. */
  readonly location: string;

  constructor(scope: Construct, { environment, infrastructure, region, network }: NetworkStackProps) {
    super(scope, workspaceName(environment.name, "network", { region }), environment.state);
    const { flowLogs, backups, operatorCidrs } = infrastructure;
    useAzure(this, infrastructure.subscriptionId, {
      ...(flowLogs ? { services: ["Microsoft.Insights"] } : {}),
      ...(backups ? WITHOUT_ACCOUNT_KEYS : {}),
    });
    this.location = network.location;

    const virtualNetwork = new VirtualNetwork(this, "Network", {
      name: `${environment.name}-${region}`,
      location: network.location,
      cidr: network.cidr,
      tags: { environment: environment.name, region },
    });
    if (flowLogs) {
      new FlowLogs(this, "FlowLogs", {
        network: virtualNetwork,
        storageAccount: regionalStorageName(flowLogs.storagePrefix, region),
        keepDays: flowLogs.keepDays,
        operatorCidrs,
        protect: environment.protect,
      });
    }
    const places = clustersOf(environment)
      .filter((cluster) => cluster.region === region)
      .map((cluster, position) => ({
        name: cluster.name,
        place: new NodePlace(chosen(this), cluster.name, {
          cluster: cluster.name,
          name: `${environment.name}-${cluster.name}`,
          network: virtualNetwork,
          position,
          operatorCidrs,
          writesToStorage: backups !== undefined,
          answersHttpChallenges: cluster.role === "api" && answersHttpChallenges(environment),
          protect: environment.protect,
        }),
      }));

    const containers = backups
      ? new BackupStorage(this, "Backups", {
          network: virtualNetwork,
          storageAccount: regionalStorageName(backups.storagePrefix, region),
          clusters: places.map(({ name, place }) => ({ name, subnetId: place.subnetId })),
          keepDays: backups.keepDays,
          operatorCidrs,
          protect: environment.protect,
        }).containers
      : new Map<string, { readonly id: string; readonly url: string }>();

    this.publish({
      "resource-group": virtualNetwork.resourceGroup,
      ...Object.fromEntries(
        places.flatMap(({ name, place }) => [
          [`${name}-subnet`, place.subnetId],
          [`${name}-security-group`, place.securityGroup],
          [`${name}-address`, place.address],
          [`${name}-address-id`, place.addressId],
          [`${name}-private-address`, place.privateAddress],
        ]),
      ),
      ...Object.fromEntries(
        [...containers].flatMap(([name, { id, url }]) => [
          [`${name}-backups`, url],
          [`${name}-backups-id`, id],
        ]),
      ),
    });
  }

  /** Where the node of a cluster goes, as `consumer` reads it. */
  placementOf(cluster: string, consumer: PlatformStack<object>): NodePlacement {
    return {
      resourceGroup: this.outputFor(consumer, "resource-group"),
      location: this.location,
      subnetId: this.outputFor(consumer, `${cluster}-subnet`),
      address: this.addressOf(cluster, consumer),
      addressId: this.outputFor(consumer, `${cluster}-address-id`),
      privateAddress: this.outputFor(consumer, `${cluster}-private-address`),
    };
  }

  /** Where copies of a node's state go, as `consumer` reads it. */
  backupsOf(cluster: string, consumer: PlatformStack<object>): { readonly url: string; readonly id: string } {
    return {
      url: this.outputFor(consumer, `${cluster}-backups`),
      id: this.outputFor(consumer, `${cluster}-backups-id`),
    };
  }

  /** The public address of a cluster's node, as `consumer` reads it. */
  addressOf(cluster: string, consumer: PlatformStack<object>): string {
    return this.outputFor(consumer, `${cluster}-address`);
  }

  /** The security group of a cluster's node, as `consumer` reads it to open a port. */
  securityGroupOf(
    cluster: string,
    consumer: PlatformStack<object>,
  ): { readonly securityGroup: string; readonly resourceGroup: string } {
    return {
      securityGroup: this.outputFor(consumer, `${cluster}-security-group`),
      resourceGroup: this.outputFor(consumer, "resource-group"),
    };
  }

  private outputFor<Name extends keyof NetworkOutputs & string>(
    consumer: PlatformStack<object>,
    name: Name,
  ): NetworkOutputs[Name] {
    return consumer.consume(this, name)[name];
  }
}

const answersHttpChallenges = ({ certificates }: Environment): boolean =>
  certificates.kind === "letsencrypt" && certificates.challenge === "http-01";
