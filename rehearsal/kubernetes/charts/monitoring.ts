import type { Chart } from "./outline";

/** https://github.com/prometheus-community/helm-charts/tree/kube-prometheus-stack-88.5.3/charts/kube-prometheus-stack/templates */
export const KUBE_PROMETHEUS_STACK: Chart = {
  chart: "kube-prometheus-stack",
  defaults: {
    prometheus: { enabled: true, agentMode: false },
    alertmanager: { enabled: true },
    grafana: { enabled: true },
    kubeStateMetrics: { enabled: true },
    nodeExporter: { enabled: true },
  },
  groups: () => ["monitoring.coreos.com"],
  outline: (make) => {
    const name = make.fullName("kube-prometheus-stack");
    const prometheus = {
      "app.kubernetes.io/name": make.is("prometheus.agentMode") ? "prometheus-agent" : "prometheus",
      "operator.prometheus.io/name": `${name}-prometheus`,
    };
    const alertmanager = { "app.kubernetes.io/name": "alertmanager", alertmanager: `${name}-alertmanager` };
    if (make.is("prometheus.enabled")) {
      const program = make.is("prometheus.agentMode") ? "prom-agent" : "prometheus";
      make.pod(`${program}-${name}-prometheus`, prometheus, { "http-web": 9090 });
      make.service(`${name}-prometheus`, prometheus, { "http-web": [9090, 9090] });
      make.object("v1", "ServiceAccount", `${name}-prometheus`);
    }
    if (make.is("alertmanager.enabled")) {
      make.pod(`alertmanager-${name}-alertmanager`, alertmanager, { "http-web": 9093 });
      make.service(`${name}-alertmanager`, alertmanager, { "http-web": [9093, 9093] });
    }
    make.pod(`${name}-operator`, { app: `${name}-operator` }, { http: 8080 });
    if (make.is("grafana.enabled")) {
      const grafana = make.text("grafana.fullnameOverride", `${make.release.name}-grafana`);
      const labels = { "app.kubernetes.io/name": "grafana", "app.kubernetes.io/instance": make.release.name };
      make.pod(grafana, labels, { grafana: 3000 });
      make.service(grafana, labels, { "http-web": [80, "grafana"] });
    }
    if (make.is("kubeStateMetrics.enabled")) {
      const metrics = make.text(
        "kube-state-metrics.fullnameOverride",
        `${make.release.name}-kube-state-metrics`,
      );
      const labels = { "app.kubernetes.io/name": "kube-state-metrics" };
      make.pod(metrics, labels, { http: 8080 });
      make.service(metrics, labels, { http: [8080, "http"] });
    }
    if (make.is("nodeExporter.enabled")) {
      const exporter = make.text(
        "prometheus-node-exporter.fullnameOverride",
        `${make.release.name}-prometheus-node-exporter`,
      );
      const namespace = make.text("prometheus-node-exporter.namespaceOverride", make.release.namespace);
      const labels = { "app.kubernetes.io/name": "prometheus-node-exporter" };
      make.pod(exporter, labels, { "http-metrics": 9100 }, namespace, { hostNetwork: true });
      make.service(exporter, labels, { "http-metrics": [9100, 9100] }, namespace);
    }
  },
};
