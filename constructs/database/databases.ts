import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { Construct } from "constructs";
import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";
import { POLICIES } from "../../config/composed-names";
import { NAMESPACES } from "../../config/namespaces";
import type { Database } from "../../config/schema/environment";
import { chosen } from "../chosen";
import { Namespace } from "../kubernetes/namespace";
import { useRandom } from "../random-provider";
import type { DatabaseConnection } from "./connection";
import { DatabaseUsers } from "./database-users";
import type { UsedDatabase } from "./used-database";

/** A database to make users in. */
export interface ReachableDatabase {
  readonly name: string;
  readonly database: Exclude<Database, { kind: "existing" }>;
  readonly connection: DatabaseConnection;
  readonly egress: readonly INetworkPolicyEgressRule[];
}

export interface DatabasesProps {
  readonly cluster: string;
  readonly databases: readonly ReachableDatabase[];
}

/** The users of the databases that the workloads of a cluster use, made from a namespace of their own. */
export class Databases extends Construct {
  /** The databases as workloads see them. */
  readonly used: readonly UsedDatabase[];

  constructor(scope: Construct, id: string, { cluster, databases }: DatabasesProps) {
    super(scope, id);
    useRandom(scope);

    const namespace = new Namespace(this, "Namespace", { name: NAMESPACES.databases }).name;
    new NetworkPolicyV1(this, "DenyAll", {
      metadata: { name: POLICIES.denyAll, namespace },
      spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
    });
    this.used = databases.map(({ name, database, connection, egress }) => {
      const { usedBy, variable, passwordGeneration } = database;
      const users = new DatabaseUsers(chosen(this), name, {
        name,
        cluster,
        passwordGeneration,
        connection,
        egress,
        namespace,
      });
      return {
        name,
        server: { host: connection.host, port: connection.port },
        database: connection.database,
        usedBy,
        variable,
        passwordGeneration,
        egress,
        ca: connection.ca,
        identity: connection.identity,
        urls: users.urls,
        users: users.job,
      };
    });
  }
}
