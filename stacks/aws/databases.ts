import type { App } from "cdktf";
import { databasesOfKind, regionOf } from "../../config/databases";
import type { Environment } from "../../config/schema/environment";
import { administratorPassword } from "../../constructs/aws/administrator-password";
import { ADMINISTRATOR } from "../../constructs/aws/postgres-instance";
import { useAws } from "../../constructs/aws/provider";
import { rdsAuthority } from "../../constructs/aws/rds-authority";
import { privateSubnetsOf } from "../../constructs/aws/vpc";
import { toNetworks } from "../../constructs/database/connection";
import type { DatabaseHandle } from "../database-handle";
import type { PlatformStack } from "../workspace/platform-stack";
import { type AwsInfrastructure, type AwsNetwork, accountOf } from "./configuration";
import { DatabaseStack, databaseNameOf, type PrivateNetworkOutputs } from "./database-stack";

/** A region's network: what the configuration says of it, and the workspace that makes it. */
interface Place {
  readonly network: AwsNetwork;
  readonly networkStack: PlatformStack<PrivateNetworkOutputs>;
}

export interface DatabasesProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;

  /** By region. */
  readonly networks: ReadonlyMap<string, Place>;
}

/** Defines the databases that RDS makes, a workspace for every region that has some. */
export function awsDatabases(app: App, props: DatabasesProps): Readonly<Record<string, DatabaseHandle>> {
  const { environment, infrastructure, networks } = props;
  const stacks = new Map<string, DatabaseStack>();
  return Object.fromEntries(
    databasesOfKind(environment, "managed").map(([name, database]) => {
      const region = regionOf(environment, database);
      const place = networks.get(region) as Place; // a rule asks for it
      const subnetCidrs = privateSubnetsOf(place.network);
      const stack =
        stacks.get(region) ??
        new DatabaseStack(app, { environment, infrastructure, region, ...place, subnetCidrs });
      stacks.set(region, stack);
      return [
        name,
        handleOf(name, stack, { environment, infrastructure, network: place.network, subnetCidrs }),
      ];
    }),
  );
}

interface Whereabouts extends Pick<DatabasesProps, "environment" | "infrastructure"> {
  readonly network: AwsNetwork;
  readonly subnetCidrs: readonly string[];
}

const handleOf = (name: string, stack: DatabaseStack, where: Whereabouts): DatabaseHandle => ({
  egress: [toNetworks(where.subnetCidrs)],
  connection: (consumer) => {
    const { environment, infrastructure, network } = where;
    if (!consumer.node.tryFindChild("Aws")) {
      useAws(consumer, accountOf(environment, infrastructure), network.location);
    }
    const { host, secretArn } = stack.whereabouts(name, consumer);
    return {
      host,
      database: databaseNameOf(name),
      ca: rdsAuthority(network.location),
      administrator: {
        user: ADMINISTRATOR,
        password: administratorPassword(consumer, `${name}-administrator`, secretArn),
      },
    };
  },
});
