import type { KubernetesObject } from "../kubernetes/object";
import { resources } from "../kubernetes/resources";
import { BARMAN, kept, storageSecretOf } from "./cluster-object";
import type { PostgresCluster } from "./postgres-cluster";

type Backups = NonNullable<PostgresCluster["backups"]>;

/** The keys of the Secret with the storage's credentials. */
export const STORAGE_KEYS = { id: "ACCESS_KEY_ID", secret: "ACCESS_SECRET_KEY" } as const;

/**
 * Where a database's log goes as it is written, and a whole copy once a day: https://cloudnative-pg.io/plugin-barman-cloud/docs/usage/.
 * Older copies go with the log that belongs to them.
 */
export const backupObjects = (
  namespace: string,
  name: string,
  { destination, endpoint, days, time }: Backups,
  deletionProtection: boolean,
): readonly KubernetesObject[] => {
  const [hours = "", minutes = ""] = time.split(":");
  const credential = (key: string) => ({ name: storageSecretOf(name), key });
  return [
    {
      apiVersion: "barmancloud.cnpg.io/v1",
      kind: "ObjectStore",
      metadata: { name, namespace, ...kept(deletionProtection) },
      spec: {
        retentionPolicy: `${days}d`,
        configuration: {
          destinationPath: destination,
          ...(endpoint === undefined ? {} : { endpointURL: endpoint }),
          s3Credentials: {
            accessKeyId: credential(STORAGE_KEYS.id),
            secretAccessKey: credential(STORAGE_KEYS.secret),
          },
          wal: { compression: "gzip" },
          data: { compression: "gzip" },
        },
        instanceSidecarConfiguration: { resources: resources("50m", "256Mi") },
      },
    } as KubernetesObject,
    {
      apiVersion: "postgresql.cnpg.io/v1",
      kind: "ScheduledBackup",
      metadata: { name, namespace },
      spec: {
        schedule: `0 ${Number(minutes)} ${Number(hours)} * * *`, // seconds first
        immediate: true,
        backupOwnerReference: "self",
        cluster: { name },
        method: "plugin",
        pluginConfiguration: { name: BARMAN },
      },
    } as KubernetesObject,
  ];
};
