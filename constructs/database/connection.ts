import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";

/** The port of PostgreSQL. */
export const POSTGRES = 5432;

/** How a PostgreSQL server is reached; texts may be expressions that only an apply knows. */
export interface DatabaseConnection {
  /** A name where there is a CA, since the server's certificate proves it; otherwise an address will do. */
  readonly host: string;

  /** @default 5432 */
  readonly port?: number;

  /** The database in the server; the platform's users are all that use it. */
  readonly database: string;

  /** The CAs that the server's certificate is verified by, PEM. @default - the connection is encrypted, and nothing verified */
  readonly ca?: string;

  /**
   * Who makes the other users: may create roles and databases, and need not be a superuser. The password is sensitive: an
   * output marked so, or what the cloud's secret store says to a data source in the consumer.
   */
  readonly administrator: { readonly user: string; readonly password: string };

  /**
   * Who the pods of services are to the cloud, which use the database as application. The owner and jobs have passwords either way:
   * Terraform's provider writes no native sidecar into a Job (https://github.com/hashicorp/terraform-provider-kubernetes/issues/2446).
   *
   * @default - all have passwords
   */
  readonly identity?: DatabaseIdentity;
}

/** An identity of the cloud instead of a password: a proxy beside the program proves it, or the program itself does. */
export interface DatabaseIdentity {
  /** The user of the database that the identity is. */
  readonly user: string;

  /** The server's group of those who sign in so; the platform makes the user. @default - the cloud has made the user */
  readonly group?: string;

  /** What tells the cloud who the pods are: annotations of their ServiceAccounts, which are called like the services. */
  readonly annotations: Readonly<Record<string, string>>;

  /** How it is proved. */
  readonly proof: DatabaseProxy | DatabaseToken;
}

/** Runs beside the program as a native sidecar; listens on `port` of 127.0.0.1. */
export interface DatabaseProxy {
  readonly kind: "proxy";
  /** With an exact tag, or a digest. */
  readonly image: string;
  readonly args: readonly string[];
  readonly port: number;
  /** Answers once the program may connect; reached by the kubelet, so on every address. */
  readonly startup: { readonly path: string; readonly port: number };
}

/** A token of the ServiceAccount for another audience than Kubernetes, which the kubelet renews. */
export interface TokenVolume {
  readonly name: string;
  readonly projected: {
    sources: { serviceAccountToken: { audience: string; expirationSeconds: number; path: string } }[];
  };
}

/** The program signs a token for every connection, which stands in the place of the password that its URL has none of. */
export interface DatabaseToken {
  readonly kind: "token";
  /** What the pods of a ServiceAccount prove to the cloud who they are by. */
  readonly parts: (account: { readonly namespace: string; readonly serviceAccount: string }) => {
    readonly env: readonly { readonly name: string; readonly value: string }[];
    readonly volumes: readonly TokenVolume[];
    readonly mounts: readonly {
      readonly name: string;
      readonly mountPath: string;
      readonly readOnly: true;
    }[];
  };
}

/** The way to networks in which a database answers. */
export const toNetworks = (cidrs: readonly string[], port = POSTGRES): INetworkPolicyEgressRule => ({
  to: cidrs.map((cidr) => ({ ipBlock: { cidr } })),
  ports: [{ protocol: "TCP", port }],
});
