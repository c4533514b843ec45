import type { Chart } from "./outline";

/** https://github.com/controlplaneio-fluxcd/flux-operator/tree/v0.59.0/charts/flux-operator/templates */
export const FLUX_OPERATOR: Chart = {
  chart: "flux-operator",
  groups: () => ["fluxcd.controlplane.io"],
  outline: (make) => {
    const name = make.fullName("flux-operator");
    make.pod(name, { "app.kubernetes.io/name": "flux-operator" }, { http: 8080, "http-metrics": 8081 });
    make.object("v1", "ServiceAccount", make.text("serviceAccount.name", name));
  },
};

/** https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/v3.5.0/helm/aws-load-balancer-controller/templates */
export const AWS_LOAD_BALANCER_CONTROLLER: Chart = {
  chart: "aws-load-balancer-controller",
  defaults: { serviceAccount: { create: true } },
  groups: () => ["elbv2.k8s.aws"],
  outline: (make) => {
    const name = make.fullName("aws-load-balancer-controller");
    const labels = { "app.kubernetes.io/name": "aws-load-balancer-controller" };
    make.pod(name, labels, { "webhook-server": 9443, "metrics-server": 8080 });
    if (make.is("serviceAccount.create"))
      make.object("v1", "ServiceAccount", make.text("serviceAccount.name", name));
  },
};

/** https://github.com/cert-manager/cert-manager/tree/master/deploy/charts/cert-manager/templates */
export const CERT_MANAGER: Chart = {
  chart: "cert-manager",
  groups: (values) =>
    /"crds":\{[^}]*"enabled":true|"installCRDs":true/.test(JSON.stringify(values))
      ? ["cert-manager.io", "acme.cert-manager.io"]
      : [],
  outline: (make) => {
    const name = make.fullName("cert-manager");
    const labels = (component: string) => ({
      app: component === "controller" ? "cert-manager" : component,
      "app.kubernetes.io/name": component === "controller" ? "cert-manager" : component,
      "app.kubernetes.io/component": component,
      "app.kubernetes.io/instance": make.release.name,
    });
    make.pod(name, labels("controller"), { "http-metrics": 9402, "http-healthz": 9403 });
    make.pod(`${name}-webhook`, labels("webhook"), { https: 10250, healthcheck: 6080 });
    make.pod(`${name}-cainjector`, labels("cainjector"), {});
    make.object("v1", "ServiceAccount", make.text("serviceAccount.name", name));
  },
};
