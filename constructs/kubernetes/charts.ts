/** A chart that others maintain, at the version that the platform was written for. */
interface ThirdPartyChart {
  readonly name: string;
  readonly repository: string;
  readonly version: string;
}

/** The release of Flux: the newest whose manifests the image of Flux' operator holds. */
export const FLUX_VERSION = "2.9.5";

/** The third-party charts in use; every version is exact. */
export const CHARTS = {
  alloy: { name: "alloy", repository: "https://grafana.github.io/helm-charts", version: "1.11.1" },
  argoCd: { name: "argo-cd", repository: "https://argoproj.github.io/argo-helm", version: "10.1.1" },
  awsLoadBalancerController: {
    name: "aws-load-balancer-controller",
    repository: "https://aws.github.io/eks-charts",
    version: "3.5.0",
  },
  barmanCloudPlugin: {
    name: "plugin-barman-cloud",
    repository: "https://cloudnative-pg.github.io/charts",
    version: "0.7.0",
  },
  certManager: { name: "cert-manager", repository: "oci://quay.io/jetstack/charts", version: "v1.21.2" },
  cloudNativePg: {
    name: "cloudnative-pg",
    repository: "https://cloudnative-pg.github.io/charts",
    version: "0.29.0",
  },
  externalDns: {
    name: "external-dns",
    repository: "https://kubernetes-sigs.github.io/external-dns",
    version: "1.22.0",
  },
  flagger: { name: "flagger", repository: "https://flagger.app", version: "1.44.0" },
  fluxOperator: {
    name: "flux-operator",
    repository: "oci://ghcr.io/controlplaneio-fluxcd/charts",
    version: "0.59.0",
  },
  contour: { name: "contour", repository: "https://projectcontour.github.io/helm-charts", version: "0.7.0" },
  kubePrometheusStack: {
    name: "kube-prometheus-stack",
    repository: "oci://ghcr.io/prometheus-community/charts",
    version: "88.5.3",
  },
  loki: {
    name: "loki",
    repository: "oci://ghcr.io/grafana-community/helm-charts",
    version: "18.11.0",
  },
  loadTester: { name: "loadtester", repository: "https://flagger.app", version: "0.38.0" },
  traefik: { name: "traefik", repository: "https://traefik.github.io/charts", version: "41.3.0" },
} as const satisfies Record<string, ThirdPartyChart>;
