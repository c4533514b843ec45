import type { RuleTable } from "../rules/rule";

const NAMES = "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/";
const HELM = "https://helm.sh/docs/helm/helm_install/";
const PVC = "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes";
const PROVIDER = "https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs#authentication";

/** Charts, and where their makers keep them. Others are taken as they are, unless they look like one of these misspelt. */
const CHARTS: readonly { readonly chart: string; readonly repository: string }[] = [
  { chart: "alloy", repository: "https://grafana.github.io/helm-charts" },
  { chart: "argo-cd", repository: "https://argoproj.github.io/argo-helm" },
  { chart: "aws-load-balancer-controller", repository: "https://aws.github.io/eks-charts" },
  { chart: "cert-manager", repository: "https://charts.jetstack.io" },
  { chart: "cert-manager", repository: "oci://quay.io/jetstack/charts" },
  { chart: "cloudnative-pg", repository: "https://cloudnative-pg.github.io/charts" },
  { chart: "cluster-autoscaler", repository: "https://kubernetes.github.io/autoscaler" },
  { chart: "contour", repository: "https://projectcontour.github.io/helm-charts" },
  { chart: "flagger", repository: "https://flagger.app" },
  { chart: "flagger", repository: "oci://ghcr.io/fluxcd/charts" },
  { chart: "flux-operator", repository: "oci://ghcr.io/controlplaneio-fluxcd/charts" },
  { chart: "ingress-nginx", repository: "https://kubernetes.github.io/ingress-nginx" },
  { chart: "kube-prometheus-stack", repository: "https://prometheus-community.github.io/helm-charts" },
  { chart: "kube-prometheus-stack", repository: "oci://ghcr.io/prometheus-community/charts" },
  { chart: "loadtester", repository: "https://flagger.app" },
  { chart: "loki", repository: "https://grafana.github.io/helm-charts" },
  { chart: "traefik", repository: "https://traefik.github.io/charts" },
  { chart: "traefik", repository: "oci://ghcr.io/traefik/helm" },
];

export const KUBERNETES_VALUES: RuleTable = {
  pairs: [
    {
      types: /^provider\.kubernetes$/,
      certificate: "client_certificate",
      key: "client_key",
      isClient: true,
      source: PROVIDER,
    },
    {
      types: /^provider\.helm$/,
      certificate: "kubernetes.client_certificate",
      key: "kubernetes.client_key",
      isClient: true,
      source: PROVIDER,
    },
  ],
  rules: [
    {
      types: /^kubernetes_(?!(cluster_)?role)/,
      attribute: "metadata.name",
      expect: "object name",
      source: NAMES,
    },
    {
      types: /^kubernetes_(cluster_)?role/,
      attribute: "metadata.name",
      expect: /^(?!\.{1,2}$)[^/%]{1,253}$/,
      says: "a name such as system:node: anything but . and .., without slashes and percent signs",
      source: "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#path-segment-names",
    },
    { types: /^kubernetes_/, attribute: "metadata.namespace", expect: "label", source: NAMES },
    {
      types: /^kubernetes_(namespace|service)(_v1)?$/,
      attribute: "metadata.name",
      expect: "label",
      source: NAMES,
    },
    {
      types: /^kubernetes_service(_v1)?$/,
      attribute: "spec.port.port",
      expect: { from: 1, to: 65535 },
      source: "https://kubernetes.io/docs/concepts/services-networking/service/",
    },
    {
      types: /^kubernetes_persistent_volume_claim(_v1)?$/,
      attribute: "spec.access_modes",
      expect: { oneOf: ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"] },
      source: PVC,
    },
    {
      types: /^kubernetes_persistent_volume_claim(_v1)?$/,
      attribute: "spec.resources.requests.storage",
      expect: "quantity",
      source: PVC,
    },
    {
      types: /^helm_release$/,
      attribute: "name",
      expect: /^[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?$/,
      says: "at most 53 lower-case letters, digits and dashes",
      source: HELM,
    },
    { types: /^helm_release$/, attribute: "namespace", expect: "label", source: HELM },
    {
      types: /^helm_release$/,
      attribute: "values",
      expect: "yaml",
      source: "https://helm.sh/docs/chart_template_guide/values_files/",
      secret: true,
    },
    {
      types: /^helm_release$/,
      attribute: "repository",
      expect: "url",
      source: "https://helm.sh/docs/topics/chart_repository/",
    },
    {
      types: /^helm_release$/,
      attribute: "version",
      expect: /^[v^~<>= ]*\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/,
      says: "a version such as 41.3.0",
      source: "https://helm.sh/docs/topics/charts/#charts-and-versioning",
    },
    {
      types: /^helm_release$/,
      when: { repository: /./ },
      attribute: "chart",
      expect: { oneOf: CHARTS.map(({ chart }) => chart) },
      open: "quiet",
      source: "https://artifacthub.io/packages/search?kind=0",
    },
    {
      types: /^helm_release$/,
      attribute: "repository",
      expect: { oneOf: CHARTS.map(({ repository }) => repository) },
      open: "quiet",
      source: "https://artifacthub.io/packages/search?kind=0",
    },
    { types: /^helm_release$/, attribute: "timeout", expect: { from: 1, to: 3600 }, source: HELM },
    { types: /^provider\.kubernetes$/, attribute: "host", expect: "url", source: PROVIDER },
    {
      types: /^provider\.kubernetes$/,
      attribute: "client_certificate",
      expect: "certificate",
      source: PROVIDER,
      secret: true,
    },
    {
      types: /^provider\.kubernetes$/,
      attribute: "client_key",
      expect: "private key",
      source: PROVIDER,
      secret: true,
    },
    {
      types: /^provider\.kubernetes$/,
      attribute: "cluster_ca_certificate",
      expect: "certificate",
      source: PROVIDER,
      secret: true,
    },
    { types: /^provider\.helm$/, attribute: "kubernetes.host", expect: "url", source: PROVIDER },
    {
      types: /^provider\.helm$/,
      attribute: "kubernetes.client_certificate",
      expect: "certificate",
      source: PROVIDER,
      secret: true,
    },
    {
      types: /^provider\.helm$/,
      attribute: "kubernetes.client_key",
      expect: "private key",
      source: PROVIDER,
      secret: true,
    },
    {
      types: /^provider\.helm$/,
      attribute: "kubernetes.cluster_ca_certificate",
      expect: "certificate",
      source: PROVIDER,
      secret: true,
    },
  ],
  demands: [
    {
      types: /^kubernetes_secret(_v1)?$/,
      when: { type: /^kubernetes\.io\/tls$/ },
      needs: ["data", "data_wo", "binary_data"],
      says: "a TLS secret has tls.crt and tls.key",
      source: "https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets",
    },
    {
      types: /^helm_release$/,
      when: { chart: /^[\w-]+$/ },
      needs: ["repository"],
      says: "a name alone is a chart of no repository; a folder begins with ./ or /, a registry with oci://",
      source: HELM,
    },
    {
      types: /^helm_release$/,
      when: { repository: /./ },
      needs: ["version"],
      says: "a chart of a repository is pinned, or it changes by itself",
      source: HELM,
    },
  ],
};
