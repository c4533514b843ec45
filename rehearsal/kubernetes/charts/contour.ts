import type { Chart } from "./outline";

/** https://github.com/projectcontour/helm-charts/tree/contour-0.7.0/charts/contour/templates */
export const CONTOUR: Chart = {
  chart: "contour",
  groups: (values) => [
    "projectcontour.io",
    ...(JSON.stringify(values).includes('"gatewayAPI":{"manageCRDs":true')
      ? ["gateway.networking.k8s.io"]
      : []),
  ],
  outline: (make) => {
    const name = make.fullName("contour");
    const labels = { "app.kubernetes.io/name": "contour", "app.kubernetes.io/instance": make.release.name };
    const envoy = { ...labels, "app.kubernetes.io/component": "envoy" };
    const contour = { ...labels, "app.kubernetes.io/component": "contour" };
    const http = make.number("envoy.containerPorts.http", 8080);
    const https = make.number("envoy.containerPorts.https", 8443);
    make.pod(`${name}-contour`, contour, { xds: 8001, metrics: 8000 });
    make.pod(`${name}-envoy`, envoy, { http, https, metrics: 8002 });
    make.service(name, contour, { xds: [8001, "xds"], metrics: [8000, "metrics"] });
    make.service(`${name}-envoy`, envoy, {
      http: [make.number("envoy.service.ports.http", 80), "http"],
      https: [make.number("envoy.service.ports.https", 443), "https"],
    });
  },
};
