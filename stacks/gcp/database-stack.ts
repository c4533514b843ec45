import { DnsManagedZone } from "@cdktf/provider-google/lib/dns-managed-zone";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { accountId } from "../../config/clouds/gcp/account-id";
import { tierOf } from "../../config/clouds/gcp/sql";
import { workspaceName } from "../../config/names";
import type { Environment, Workload } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { chosen } from "../../constructs/chosen";
import { type DatabaseConnection, POSTGRES, toNetworks } from "../../constructs/database/connection";
import { toGoogleApis } from "../../constructs/gcp/google-apis";
import { PrivateEndpoint } from "../../constructs/gcp/private-endpoint";
import { useGoogle } from "../../constructs/gcp/provider";
import { identityOf } from "../../constructs/gcp/service-account";
import { SqlExport } from "../../constructs/gcp/sql-export";
import { PROXY_PORT, proxyTo, SqlIdentity } from "../../constructs/gcp/sql-identity";
import { ADMINISTRATOR, SqlInstance } from "../../constructs/gcp/sql-instance";
import type { DatabaseHandle } from "../database-handle";
import { PlatformStack, sensitive } from "../workspace/platform-stack";
import { type GcpInfrastructure, type GcpNetwork, type ManagedDatabase, projectOf } from "./configuration";
import type { NetworkStack } from "./network-stack";

/** What is said of every database, by its name. */
export type DatabaseOutputs = {
  /** The server's name in the network. */
  readonly [Host in `${string}-host`]: string;
} & {
  /** The CAs that prove it, PEM. */
  readonly [Ca in `${string}-ca`]: string;
} & {
  /** The administrator's; sensitive. */
  readonly [Password in `${string}-password`]: string;
} & {
  /** What proxies call it. */
  readonly [Instance in `${string}-instance`]: string;
} & {
  /** Who pods are to it: the account, and the user. */
  readonly [Account in `${string}-account`]: string;
} & {
  readonly [User in `${string}-user`]: string;
} & {
  /** The account that writes exports, for who owns the bucket. */
  readonly [Exporter in `${string}-exporter`]: string;
};

export interface DatabaseStackProps {
  readonly environment: Environment;
  readonly infrastructure: GcpInfrastructure;
  readonly region: string;
  readonly network: GcpNetwork;
  readonly networkStack: NetworkStack;
  /** Those of the region, by name. */
  readonly databases: readonly (readonly [name: string, database: ManagedDatabase])[];
}

/** `<environment>-database-<region>`: servers of Cloud SQL, and the addresses by which the region's network reaches them. */
export class DatabaseStack extends PlatformStack<DatabaseOutputs> {
  private readonly signsIn: boolean;

  constructor(
    scope: Construct,
    private readonly props: DatabaseStackProps,
  ) {
    const { environment, infrastructure, region, network } = props;
    super(scope, workspaceName(environment.name, "database", { region }), stateOf(environment, region));
    useGoogle(this, projectOf(environment, infrastructure), network.location);
    this.signsIn = infrastructure.databaseUsers === "identity";

    const vpc = this.consume(props.networkStack, "network", "subnetwork");
    // Servers are told apart by what stands before the region.
    const zone = new DnsManagedZone(this, "Zone", {
      name: `${environment.name}-${region}-sql`,
      dnsName: `${network.location}.sql.goog.`,
      visibility: "private",
      privateVisibilityConfig: { networks: [{ networkUrl: vpc.network }] },
    });
    const outputs = props.databases.map(([name, database]) =>
      this.database(new Construct(chosen(this), name), name, database, { ...vpc, zone: zone.name }),
    );
    this.publish(Object.assign({}, ...outputs));
  }

  private database(
    scope: Construct,
    name: string,
    database: ManagedDatabase,
    network: { readonly network: string; readonly subnetwork: string; readonly zone: string },
  ) {
    const { environment, infrastructure } = this.props;
    const { location } = this.props.network;
    const { projectId } = infrastructure;
    const server = new SqlInstance(scope, "Server", {
      ...database,
      name: `${environment.name}-${name}`,
      projectId,
      location,
      database: databaseOf(name),
      tier: tierOf(database.size) as string, // a rule asks for one
      storageGiB: database.size.storageGiB,
      protect: environment.protect,
      identities: this.signsIn,
    });
    const { instance } = server;
    new PrivateEndpoint(scope, "Endpoint", {
      ...network,
      name: `${environment.name}-${name}-sql`,
      location,
      service: instance.pscServiceAttachmentLink,
      host: instance.dnsName,
    });
    const identity = this.signsIn
      ? new SqlIdentity(scope, "Identity", {
          projectId,
          name: accountId(environment.name, name, "db"),
          instance: instance.name,
          usedBy: accountsOf(environment.workloads, database),
        })
      : undefined;
    const { databaseExports } = infrastructure;
    if (databaseExports)
      new SqlExport(scope, "Export", {
        projectId,
        location,
        name: `${environment.name}-${name}-export`,
        account: accountId(environment.name, name, "export"),
        instance: instance.name,
        database: databaseOf(name),
        uri: `gs://${databaseExports.bucket}/${environment.name}/${name}.sql.gz`,
        time: databaseExports.time,
      });
    return {
      [`${name}-host`]: Fn.trimsuffix(instance.dnsName, "."),
      [`${name}-ca`]: server.authority,
      [`${name}-password`]: sensitive(server.password),
      [`${name}-instance`]: instance.connectionName,
      ...(databaseExports ? { [`${name}-exporter`]: instance.serviceAccountEmailAddress } : {}),
      ...(identity ? { [`${name}-account`]: identity.email, [`${name}-user`]: identity.user } : {}),
    };
  }

  /** A database of the workspace, as those above see it. */
  handleOf(name: string): DatabaseHandle {
    const { cidr } = this.props.network;
    return {
      egress: [
        toNetworks([cidr], POSTGRES),
        ...(this.signsIn ? [toNetworks([cidr], PROXY_PORT), ...toGoogleApis] : []),
      ],
      connection: (consumer) => this.connection(name, consumer),
    };
  }

  private connection(name: string, consumer: PlatformStack<object>): DatabaseConnection {
    const read = (output: keyof DatabaseOutputs & string): string =>
      consumer.consume(this, output)[output] as string;
    return {
      host: read(`${name}-host`),
      database: databaseOf(name),
      ca: read(`${name}-ca`),
      administrator: { user: ADMINISTRATOR, password: read(`${name}-password`) },
      ...(this.signsIn
        ? {
            identity: {
              user: read(`${name}-user`),
              annotations: identityOf(read(`${name}-account`)),
              proof: proxyTo(read(`${name}-instance`)),
            },
          }
        : {}),
    };
  }
}

/** What a database is called in its server. */
const databaseOf = (name: string): string => name.replaceAll("-", "_");

/** The accounts of the services that use a database as application. */
const accountsOf = (workloads: readonly Workload[], { usedBy }: ManagedDatabase) =>
  workloads.flatMap(({ name, namespace, services }) =>
    services
      .filter((service) => usedBy[name]?.application.includes(service.name))
      .map((service) => ({ namespace, serviceAccount: service.name })),
  );
