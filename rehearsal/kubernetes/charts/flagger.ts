import type { Chart } from "./outline";

/** https://github.com/fluxcd/flagger/tree/v1.44.0/charts/flagger/templates */
export const FLAGGER: Chart = {
  chart: "flagger",
  groups: () => ["flagger.app"],
  outline: (make) => {
    const name = make.fullName("flagger");
    make.pod(
      name,
      { "app.kubernetes.io/name": "flagger", "app.kubernetes.io/instance": make.release.name },
      { http: 8080 },
    );
    if (!make.is("prometheus.install")) return;
    const labels = { "app.kubernetes.io/name": `${name}-prometheus` };
    make.pod(`${name}-prometheus`, labels, { http: 9090 });
    make.service(`${name}-prometheus`, labels, { http: [9090, 9090] });
  },
};

/** https://github.com/fluxcd/flagger/tree/v1.44.0/charts/loadtester/templates */
export const LOADTESTER: Chart = {
  chart: "loadtester",
  outline: (make) => {
    const name = make.fullName("loadtester");
    make.pod(name, { app: name }, { http: 8080 });
    make.service(name, { app: name }, { http: [make.number("service.port", 80), "http"] });
  },
};
