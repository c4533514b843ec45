import type { KubernetesObject } from "../kubernetes/object";
import { type Resources, resources } from "../kubernetes/resources";
import type { PostgresCluster } from "./postgres-cluster";

/** As much of a Cluster as the platform writes: https://cloudnative-pg.io/docs/1.30/cloudnative-pg.v1#clusterspec */
interface ClusterSpec {
  readonly instances: number;
  readonly imageName: string;
  readonly enableSuperuserAccess: boolean;
  readonly enablePDB: boolean;
  readonly primaryUpdateStrategy: "unsupervised";
  readonly bootstrap: {
    readonly initdb: {
      readonly database: string;
      readonly owner: string;
      readonly secret: { readonly name: string };
      readonly postInitSQL: readonly string[];
    };
  };
  readonly certificates: { readonly serverCASecret: string };
  readonly storage: { readonly size: string; readonly storageClass?: string };
  readonly resources: Resources;
  readonly affinity: { readonly podAntiAffinityType: "preferred"; readonly topologyKey: string };
  readonly plugins?: readonly {
    readonly name: string;
    readonly isWALArchiver: boolean;
    readonly parameters: { readonly barmanObjectName: string };
  }[];
}

/** What the operator calls the backup plugin. */
export const BARMAN = "barman-cloud.cloudnative-pg.io";

/**
 * The images of the operator's own examples, by major version
 * (https://github.com/cloudnative-pg/cloudnative-pg/blob/main/docs/src/image_catalog.md).
 */
const IMAGES: Readonly<Record<PostgresCluster["version"], string>> = {
  "15": "ghcr.io/cloudnative-pg/postgresql:15.14-system-trixie",
  "16": "ghcr.io/cloudnative-pg/postgresql:16.10-system-trixie",
  "17": "ghcr.io/cloudnative-pg/postgresql:17.6-system-trixie",
  "18": "ghcr.io/cloudnative-pg/postgresql:18.6-system-trixie",
};

/** Who makes the users: it owns the database at first, and is no superuser. */
export const ADMINISTRATOR = "administrator";

/** Secrets of a database, beside its Cluster. */
export const authoritySecretOf = (name: string): string => `${name}-server-ca`;
export const administratorSecretOf = (name: string): string => `${name}-administrator`;
export const storageSecretOf = (name: string): string => `${name}-backups`;

/** A PostgreSQL server with one database, and its copies where it outlives the loss of a zone. */
export const clusterObject = (
  namespace: string,
  name: string,
  { version, size, storageClass, availability, backups, deletionProtection }: PostgresCluster,
): KubernetesObject & { readonly spec: ClusterSpec } => ({
  apiVersion: "postgresql.cnpg.io/v1",
  kind: "Cluster",
  metadata: { name, namespace, ...kept(deletionProtection) },
  spec: {
    instances: availability === "regional" ? 3 : 1,
    imageName: IMAGES[version],
    enableSuperuserAccess: false,
    enablePDB: availability === "regional", // with one instance a node could never be drained
    primaryUpdateStrategy: "unsupervised",
    bootstrap: {
      initdb: {
        database: name,
        owner: ADMINISTRATOR,
        secret: { name: administratorSecretOf(name) },
        postInitSQL: [`ALTER ROLE ${ADMINISTRATOR} CREATEROLE CREATEDB`],
      },
    },
    certificates: { serverCASecret: authoritySecretOf(name) },
    storage: { size: size.storage, ...(storageClass === undefined ? {} : { storageClass }) },
    resources: resources(size.cpu, size.memory),
    affinity: { podAntiAffinityType: "preferred", topologyKey: "topology.kubernetes.io/zone" },
    ...(backups
      ? { plugins: [{ name: BARMAN, isWALArchiver: true, parameters: { barmanObjectName: name } }] }
      : {}),
  },
});

/** Helm leaves it where it is when its release goes (https://helm.sh/docs/howto/charts_tips_and_tricks/). */
export const kept = (isKept: boolean): Pick<KubernetesObject["metadata"], "annotations"> =>
  isKept ? { annotations: { "helm.sh/resource-policy": "keep" } } : {};
