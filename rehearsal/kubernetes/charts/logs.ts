import type { Chart } from "./outline";

/** https://github.com/grafana/alloy/tree/v1.18.1/operations/helm/charts/alloy/templates */
export const ALLOY: Chart = {
  chart: "alloy",
  outline: (make) => {
    const name = make.fullName("alloy");
    const labels = { "app.kubernetes.io/name": "alloy", "app.kubernetes.io/instance": make.release.name };
    make.object("v1", "ServiceAccount", name);
    make.object("v1", "ConfigMap", name, {
      data: { "config.alloy": make.text("alloy.configMap.content") },
    });
    make.pod(name, labels, { "http-metrics": 12345 });
  },
};

/** https://github.com/grafana-community/helm-charts/tree/loki-18.11.0/charts/loki/templates */
export const LOKI: Chart = {
  chart: "loki",
  outline: (make) => {
    const name = make.fullName("loki");
    const labels = {
      "app.kubernetes.io/name": "loki",
      "app.kubernetes.io/instance": make.release.name,
      "app.kubernetes.io/component": "single-binary",
    };
    make.object("v1", "ServiceAccount", name);
    make.pod(name, labels, { "http-metrics": 3100, grpc: 9095, "http-memberlist": 7946 });
    make.service(name, labels, { "http-metrics": [3100, "http-metrics"], grpc: [9095, "grpc"] });
  },
};
