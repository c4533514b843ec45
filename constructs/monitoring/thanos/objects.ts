import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import type { IService } from "kubernetes-models/v1/Service";
import type { IServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import type { IVolume } from "kubernetes-models/v1/Volume";
import { IMAGES, referenceTo } from "../../kubernetes/images";
import { reach, toNeighbours } from "../../kubernetes/network-policy";
import type { KubernetesObject } from "../../kubernetes/object";
import { restrictedContainer, restrictedPod } from "../../kubernetes/restricted";
import { asks } from "../budget";
import { compactorArguments, DATA_FOLDER, queryArguments, storeArguments } from "./arguments";
import { COMPACTOR, CONFIG_FOLDER, GRPC, HTTP, type MetricsStore, OBJECT_STORE, QUERY, STORE } from "./store";
import type { LongTerm } from "./values";

export interface ThanosProps extends Omit<LongTerm, "replicas"> {
  readonly namespace: string;
  /** @default - the cluster's default */
  readonly storageClass?: string | undefined;
}

interface Component {
  readonly name: string;
  readonly args: readonly string[];
  readonly mebibytes: number;
  /** What it works in. @default - it has no bucket */
  readonly data?: IVolume;
  readonly takesGrpc: boolean;
}

/** What answers, what reads the bucket, and what keeps it in order. */
export function thanosObjects(props: ThanosProps): readonly KubernetesObject[] {
  const { namespace, store } = props;
  const components: readonly Component[] = [
    { name: QUERY, args: queryArguments(namespace), mebibytes: 256, takesGrpc: true },
    {
      name: STORE,
      args: storeArguments,
      mebibytes: 512,
      takesGrpc: true,
      data: { name: "data", emptyDir: { sizeLimit: "2Gi" } }, // headers of blocks, which it fetches again
    },
    {
      name: COMPACTOR,
      args: compactorArguments(props.retentionDays),
      mebibytes: 512,
      takesGrpc: false,
      data: scratch(props),
    },
  ];
  return components.flatMap((component) => [
    account(namespace, component, store),
    deployment(namespace, component),
    service(namespace, component),
    reach(component.name, { namespace, labels: labelsOf(component) }, [
      ...toNeighbours,
      ...(component.data ? store.egress : []),
    ]),
  ]);
}

const labelsOf = ({ name }: Component): Record<string, string> => ({ "app.kubernetes.io/name": name });

/** A volume that is made with the pod and goes with it. */
const scratch = ({ workspace, storageClass }: ThanosProps): IVolume => ({
  name: "data",
  ephemeral: {
    volumeClaimTemplate: {
      spec: {
        ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
        accessModes: ["ReadWriteOnce"],
        resources: { requests: { storage: workspace } },
      },
    },
  },
});

const account = (
  namespace: string,
  component: Component,
  { annotations }: MetricsStore,
): IServiceAccount & KubernetesObject => ({
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: {
    name: component.name,
    namespace,
    ...(component.data ? { annotations: { ...annotations } } : {}),
  },
  automountServiceAccountToken: false,
});

const service = (namespace: string, component: Component): IService & KubernetesObject => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: component.name, namespace, labels: labelsOf(component) },
  spec: {
    selector: labelsOf(component),
    ports: [
      ...(component.takesGrpc ? [{ name: "grpc", protocol: "TCP" as const, port: GRPC }] : []),
      { name: "http", protocol: "TCP" as const, port: HTTP },
    ],
  },
});

const deployment = (namespace: string, component: Component): IDeployment & KubernetesObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: component.name, namespace, labels: labelsOf(component) },
  spec: {
    replicas: 1,
    selector: { matchLabels: labelsOf(component) },
    strategy: { type: "Recreate" }, // two Compactors at once would spoil the bucket
    template: {
      metadata: { labels: labelsOf(component) },
      spec: {
        serviceAccountName: component.name,
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: restrictedPod,
        containers: [
          {
            name: component.name,
            image: referenceTo(IMAGES.thanos),
            args: [...component.args],
            ports: [
              ...(component.takesGrpc ? [{ name: "grpc", containerPort: GRPC }] : []),
              { name: "http-metrics", containerPort: HTTP },
            ],
            // https://thanos.io/tip/components/query.md/#probes
            livenessProbe: { httpGet: { path: "/-/healthy", port: "http-metrics" }, periodSeconds: 30 },
            readinessProbe: { httpGet: { path: "/-/ready", port: "http-metrics" }, periodSeconds: 5 },
            resources: asks("20m", component.mebibytes),
            securityContext: restrictedContainer,
            ...(component.data
              ? {
                  volumeMounts: [
                    { name: "data", mountPath: DATA_FOLDER },
                    { name: "bucket", mountPath: CONFIG_FOLDER, readOnly: true },
                  ],
                }
              : {}),
          },
        ],
        ...(component.data
          ? { volumes: [component.data, { name: "bucket", configMap: { name: OBJECT_STORE } }] }
          : {}),
      },
    },
  },
});
