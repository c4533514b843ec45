import type { KubeObject } from "../object";
import type { Pod } from "../pods";
import type { Chart } from "./outline";

/** https://github.com/cloudnative-pg/charts/tree/cloudnative-pg-v0.29.0/charts/cloudnative-pg/templates */
export const CLOUDNATIVE_PG: Chart = {
  chart: "cloudnative-pg",
  groups: () => ["postgresql.cnpg.io"],
  outline: (make) => {
    const name = make.fullName("cloudnative-pg");
    const labels = {
      "app.kubernetes.io/name": "cloudnative-pg",
      "app.kubernetes.io/instance": make.release.name,
    };
    make.pod(name, labels, { "webhook-server": make.number("webhook.port", 9443), metrics: 8080 });
    make.service("cnpg-webhook-service", labels, { "webhook-server": [443, "webhook-server"] });
  },
};

/** https://github.com/cloudnative-pg/charts/tree/plugin-barman-cloud-v0.7.0/charts/plugin-barman-cloud/templates */
export const BARMAN_CLOUD: Chart = {
  chart: "plugin-barman-cloud",
  groups: () => ["barmancloud.cnpg.io"],
  outline: (make) => {
    const labels = {
      "app.kubernetes.io/name": "plugin-barman-cloud",
      "app.kubernetes.io/instance": make.release.name,
    };
    make.pod(make.fullName("plugin-barman-cloud"), labels, { grpc: 9090 });
    make.service("barman-cloud", labels, { grpc: [9090, 9090] });
  },
};

const isCluster = ({ apiVersion, kind }: KubeObject): boolean =>
  kind === "Cluster" && apiVersion.startsWith("postgresql.cnpg.io/");

/** The instances of a Cluster: https://cloudnative-pg.io/docs/1.30/labels_annotations and .../security#exposed-ports */
export const instances = (objects: readonly KubeObject[]): Pod[] =>
  objects.filter(isCluster).map(({ name, namespace }) => ({
    name: `${name}-1`,
    namespace,
    labels: { "cnpg.io/cluster": name, "cnpg.io/instanceRole": "primary" },
    ports: [
      { name: "postgresql", port: 5432, protocol: "TCP" },
      { name: "status", port: 8000, protocol: "TCP" },
      { name: "metrics", port: 9187, protocol: "TCP" },
    ],
  }));

/** Its Services: https://cloudnative-pg.io/docs/1.30/service_management */
export const instanceServices = (objects: readonly KubeObject[]): KubeObject[] =>
  objects.filter(isCluster).flatMap(({ name, namespace, origin }) =>
    ["rw", "ro", "r"].map((suffix) => ({
      apiVersion: "v1",
      kind: "Service",
      name: `${name}-${suffix}`,
      namespace,
      origin,
      outline: true,
      body: {
        spec: {
          selector: { "cnpg.io/cluster": name },
          ports: [{ name: "postgres", port: 5432, targetPort: 5432 }],
        },
      },
    })),
  );
