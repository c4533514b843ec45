import type { Construct } from "constructs";
import { instanceClassOf } from "../../config/clouds/aws/databases";
import { databasesOfKind } from "../../config/databases";
import { workspaceName } from "../../config/names";
import { regionOf } from "../../config/places";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { DatabaseNetwork } from "../../constructs/aws/database-network";
import { PostgresInstance } from "../../constructs/aws/postgres-instance";
import { useAws } from "../../constructs/aws/provider";
import { chosen } from "../../constructs/chosen";
import { PlatformStack } from "../workspace/platform-stack";
import { type AwsInfrastructure, type AwsNetwork, accountOf } from "./configuration";

/** For every database its host, and the ARN of the secret with its administrator's password. */
export type DatabaseOutputs = { readonly [Host in `${string}-host`]: string } & {
  readonly [Secret in `${string}-secret-arn`]: string;
} & {
  /** Where roles sign in to it. */
  readonly [Resource in `${string}-resource-id`]?: string;
};

/** What the databases of a region need of its network. */
export interface PrivateNetworkOutputs {
  readonly "vpc-id": string;
  readonly "private-subnet-ids": readonly string[];
}

export interface DatabaseStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly region: string;

  /** What the configuration says of the region's network, and the workspace that makes it. */
  readonly network: AwsNetwork;
  readonly networkStack: PlatformStack<PrivateNetworkOutputs>;

  /** The addresses of the network's private subnets. */
  readonly subnetCidrs: readonly string[];
}

/** The database in the server that has its name in the configuration. */
export const databaseNameOf = (name: string): string => name.replaceAll("-", "_");

/** `<environment>-database-<region>`: the databases that RDS makes in a region. */
export class DatabaseStack extends PlatformStack<DatabaseOutputs> {
  constructor(scope: Construct, props: DatabaseStackProps) {
    const { environment, region, network } = props;
    super(scope, workspaceName(environment.name, "database", { region }), stateOf(environment, region));
    useAws(this, accountOf(environment, props.infrastructure), network.location);

    const made = this.consume(props.networkStack, "vpc-id", "private-subnet-ids");
    const place = new DatabaseNetwork(this, "Network", {
      name: `${environment.name}-${region}-databases`,
      vpcId: made["vpc-id"],
      subnetIds: made["private-subnet-ids"],
      subnetCidrs: props.subnetCidrs,
    });
    const instances = databasesOfKind(environment, "managed")
      .filter(([, database]) => regionOf(environment, database) === region)
      .map(([name, database]) => {
        const instanceClass = instanceClassOf(database.size);
        if (instanceClass === undefined) throw new Error(`database ${name}: no class has its size`);
        const instance = new PostgresInstance(chosen(this), name, {
          name: `${environment.name}-${name}`,
          database: databaseNameOf(name),
          version: database.version,
          instanceClass,
          storageGiB: database.size.storageGiB,
          regional: database.availability === "regional",
          backups: database.backups,
          identities: props.infrastructure.databaseUsers === "identity",
          deletionProtection: database.deletionProtection,
          ...place,
          subnetGroup: place.subnetGroup,
          securityGroupId: place.securityGroupId,
          protect: environment.protect,
        });
        return { name, instance };
      });

    this.publish(
      Object.fromEntries(
        instances.flatMap(({ name, instance }) => [
          [`${name}-host`, instance.host],
          [`${name}-secret-arn`, instance.secretArn],
          ...(props.infrastructure.databaseUsers === "identity"
            ? [[`${name}-resource-id`, instance.resourceId]]
            : []),
        ]),
      ),
    );
  }

  /** The id by which roles of IAM are let in to a database, as `consumer` reads it. */
  resourceId(name: string, consumer: PlatformStack<object>): string {
    const output = `${name}-resource-id` as const;
    return consumer.consume(this, output)[output] as string;
  }

  /** Where a database is, as `consumer` reads it. */
  whereabouts(
    name: string,
    consumer: PlatformStack<object>,
  ): { readonly host: string; readonly secretArn: string } {
    const [host, secret] = [`${name}-host`, `${name}-secret-arn`] as const;
    const outputs = consumer.consume(this, host, secret);
    return { host: outputs[host] as string, secretArn: outputs[secret] as string };
  }
}
