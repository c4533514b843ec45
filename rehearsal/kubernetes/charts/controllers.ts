import { at, text } from "../../world/object";
import type { KubeObject } from "../object";
import type { Pod } from "../pods";
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

/** https://github.com/argoproj/argo-helm/tree/argo-cd-10.1.1/charts/argo-cd/templates */
export const ARGO_CD: Chart = {
  chart: "argo-cd",
  groups: () => ["argoproj.io"],
  outline: (make) => {
    const labels = (name: string) => ({
      "app.kubernetes.io/name": `argocd-${name}`,
      "app.kubernetes.io/instance": make.release.name,
    });
    make.pod("argocd-application-controller", labels("application-controller"), { metrics: 8082 });
    make.pod("argocd-server", labels("server"), { server: 8080, metrics: 8083 });
    make.pod("argocd-repo-server", labels("repo-server"), { "repo-server": 8081, metrics: 8084 });
    make.pod("argocd-applicationset-controller", labels("applicationset-controller"), { metrics: 8080 });
    make.service("argocd-server", labels("server"), { http: [80, 8080], https: [443, 8080] });
    for (const name of ["application-controller", "server", "repo-server", "applicationset-controller"])
      make.object("v1", "ServiceAccount", `argocd-${name}`);
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

const isCertificate = ({ apiVersion, kind }: KubeObject): boolean =>
  kind === "Certificate" && apiVersion.startsWith("cert-manager.io/");

/** cert-manager puts a certificate into the Secret that a Certificate names. https://cert-manager.io/docs/usage/certificate/ */
export function certificateSecrets(objects: readonly KubeObject[]): KubeObject[] {
  return objects.filter(isCertificate).map(({ body, namespace, origin }) => {
    const name = text(body, "spec.secretName");
    const data = { "tls.crt": "", "tls.key": "", "ca.crt": "" };
    return { apiVersion: "v1", kind: "Secret", name, namespace, origin, outline: true, body: { data } };
  });
}

/**
 * cert-manager answers HTTP-01 challenges by pods of its own beside the certificate.
 * https://github.com/cert-manager/cert-manager/blob/v1.19.0/pkg/issuer/acme/http/pod.go
 */
export function solverPods(objects: readonly KubeObject[]): Pod[] {
  return objects.filter(isCertificate).flatMap(({ body, namespace }) => {
    const kind = text(body, "spec.issuerRef.kind") || "Issuer";
    const issuer = objects.find(
      (object) =>
        object.kind === kind &&
        object.name === text(body, "spec.issuerRef.name") &&
        (kind === "ClusterIssuer" || object.namespace === namespace),
    );
    if (at(issuer?.body, "spec.acme.solvers.http01").length === 0) return [];
    const labels = { "acme.cert-manager.io/http01-solver": "true" };
    return [
      {
        name: "cm-acme-http-solver",
        namespace,
        labels,
        ports: [{ name: "http", port: 8089, protocol: "TCP" }],
      },
    ];
  });
}
