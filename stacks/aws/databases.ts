import type { App } from "cdktf";
import { kopsNameOf } from "../../config/clouds/aws/pod-role";
import { databasesOfKind } from "../../config/databases";
import type { Place } from "../../config/place";
import { regionOf } from "../../config/places";
import type { Environment } from "../../config/schema/environment";
import { administratorPassword } from "../../constructs/aws/administrator-password";
import { ADMINISTRATOR } from "../../constructs/aws/postgres-instance";
import { useAws } from "../../constructs/aws/provider";
import { rdsAuthority } from "../../constructs/aws/rds-authority";
import { privateSubnetsOf } from "../../constructs/aws/vpc";
import { type DatabaseIdentity, toNetworks } from "../../constructs/database/connection";
import { podIdentity } from "../../constructs/kops/pod-identity";
import { toAnywhere } from "../../constructs/kubernetes/network-policy";
import type { DatabaseHandle } from "../database-handle";
import type { PlatformStack } from "../workspace/platform-stack";
import { type AwsInfrastructure, type AwsNetwork, accountOf } from "./configuration";
import { DatabaseStack, databaseNameOf, type PrivateNetworkOutputs } from "./database-stack";

/** A region's network: what the configuration says of it, and the workspace that makes it. */
interface Network {
  readonly network: AwsNetwork;
  readonly networkStack: PlatformStack<PrivateNetworkOutputs>;
}

export interface DatabasesProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;

  /** By region. */
  readonly networks: ReadonlyMap<string, Network>;
}

/** A database of RDS. */
export interface AwsDatabaseHandle extends DatabaseHandle {
  /** The id by which roles of IAM are let in, as `consumer` reads it. */
  resourceId(consumer: PlatformStack<object>): string;
}

/** Who the pods of a cluster's services are in a database, where they sign in by tokens. */
export const identityIn = (cluster: string): string => `application-${cluster}-identity`;

/** Those who sign in so (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html). */
const IDENTITIES = "rds_iam";

/** AWS' own services have public addresses that change; roles are taken on there. */
const toAws = toAnywhere(443);

/** Defines the databases that RDS makes, a workspace for every region that has some. */
export function awsDatabases(app: App, props: DatabasesProps): Readonly<Record<string, AwsDatabaseHandle>> {
  const { environment, infrastructure, networks } = props;
  const stacks = new Map<string, DatabaseStack>();
  return Object.fromEntries(
    databasesOfKind(environment, "managed").map(([name, database]) => {
      const region = regionOf(environment, database);
      const place = networks.get(region) as Network; // a rule asks for it
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

const handleOf = (name: string, stack: DatabaseStack, where: Whereabouts): AwsDatabaseHandle => ({
  egress: [
    toNetworks(where.subnetCidrs),
    ...(where.infrastructure.databaseUsers === "identity" ? [toAws] : []),
  ],
  resourceId: (consumer) => stack.resourceId(name, consumer),
  connection: (consumer, from) => {
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
      ...(infrastructure.databaseUsers === "identity" ? { identity: identityOf(where, from) } : {}),
    };
  },
});

/** What the pods of a cluster sign in by. */
const identityOf = (
  { environment, infrastructure: { accountId }, network: { location: region } }: Whereabouts,
  { cluster }: Place,
): DatabaseIdentity => ({
  user: identityIn(cluster),
  group: IDENTITIES,
  annotations: {},
  proof: {
    kind: "token",
    parts: (account) =>
      podIdentity({ ...account, accountId, region, cluster: kopsNameOf(environment.name, cluster) }),
  },
});
