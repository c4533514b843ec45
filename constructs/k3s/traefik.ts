import { Scalar } from "yaml";
import { resources } from "../kubernetes/resources";
import { renderYaml } from "./config";

/**
 * Settings of the Traefik that K3s bundles, as a HelmChartConfig: its chart's own manifest is K3s', and an edit of it
 * would be overwritten.
 *
 * Passing TLS through needs nothing here. The access log covers HTTP only; a connection that is passed through is
 * the API's to log.
 */
export function traefikConfig(): string {
  const values = new Scalar(
    renderYaml({
      logs: { general: { level: "INFO" }, access: { enabled: true, format: "json" } },
      resources: resources("50m", "64Mi", "256Mi"),
    }),
  );
  values.type = Scalar.BLOCK_LITERAL;
  return renderYaml({
    apiVersion: "helm.cattle.io/v1",
    kind: "HelmChartConfig",
    metadata: { name: "traefik", namespace: "kube-system" },
    spec: { valuesContent: values },
  });
}
