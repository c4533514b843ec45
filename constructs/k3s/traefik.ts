import { Scalar } from "yaml";
import { K3S_MINORS, K3S_VERSION, type K3sMinor, k3sMinor, UNKNOWN_MINOR } from "../../config/k3s";
import { resources } from "../kubernetes/resources";
import { renderYaml } from "./config";

/**
 * Values for the chart that a minor of K3s bundles.
 *
 * Source of the keys: https://github.com/traefik/traefik-helm-chart/blob/v40.1.0/traefik/values.yaml
 */
const VALUES: Readonly<Record<(typeof K3S_MINORS)[K3sMinor]["traefikChart"], object>> = {
  40: {
    logs: { general: { level: "INFO" }, access: { enabled: true, format: "json" } },
    resources: resources("50m", "64Mi", "256Mi"),
  },
};

/**
 * Settings of the Traefik that K3s bundles, as a HelmChartConfig: its chart's own manifest is K3s', and an edit of it
 * would be overwritten.
 *
 * Passing TLS through needs nothing here. The access log covers HTTP only; a connection that is passed through is
 * the API's to log.
 *
 * @param release - of K3s
 * @throws Error if its minor is not known
 */
export function traefikConfig(release: string = K3S_VERSION): string {
  const minor = k3sMinor(release);
  if (minor === undefined) throw new Error(`K3s ${release} ${UNKNOWN_MINOR}`);
  const values = new Scalar(renderYaml(VALUES[K3S_MINORS[minor].traefikChart]));
  values.type = Scalar.BLOCK_LITERAL;
  return renderYaml({
    apiVersion: "helm.cattle.io/v1",
    kind: "HelmChartConfig",
    metadata: { name: "traefik", namespace: "kube-system" },
    spec: { valuesContent: values },
  });
}
