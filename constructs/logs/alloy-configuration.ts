import type { Place } from "../../config/place";

/** The environment variable with the address that lines are sent to: a configuration's text is known at plan. */
export const LOKI_URL = "LOKI_URL";

/** The files with which Alloy proves itself to the hub, and the hub to it. */
export interface TlsFiles {
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

/** Labels of a line, and where Kubernetes tells them. */
const LABELS = {
  namespace: "__meta_kubernetes_namespace",
  pod: "__meta_kubernetes_pod_name",
  container: "__meta_kubernetes_pod_container_name",
  app: "__meta_kubernetes_pod_label_app_kubernetes_io_name",
} as const;

/**
 * What Alloy does (https://grafana.com/docs/alloy/latest/get-started/configuration-syntax/): it asks the Kubernetes API for the lines of
 * the pods on its own node, needs no file of the node for that, and sends them with the labels that samples have too.
 *
 * @param tls - where lines go to a hub. @default - to the Loki of the same namespace, without TLS
 */
export const alloyConfiguration = (place: Place, tls?: TlsFiles): string => `logging {
  level  = "warn"
  format = "json"
}

discovery.kubernetes "pods" {
  role = "pod"

  selectors {
    role  = "pod"
    field = "spec.nodeName=" + sys.env("K8S_NODE_NAME")
  }
}

discovery.relabel "pods" {
  targets = discovery.kubernetes.pods.targets
${Object.entries(LABELS).map(rule).join("")}}

loki.source.kubernetes "pods" {
  targets    = discovery.relabel.pods.output
  forward_to = [loki.write.loki.receiver]
}

loki.write "loki" {
  endpoint {
    url = sys.env("${LOKI_URL}")
${tls ? tlsBlock(tls) : ""}	}

  external_labels = {
${Object.entries(place)
  .map(([label, value]) => `    ${label} = ${JSON.stringify(value)},\n`)
  .join("")}	}
}
`;

const rule = ([label, source]: readonly [string, string]): string => `
  rule {
    source_labels = [${JSON.stringify(source)}]
    target_label  = ${JSON.stringify(label)}
  }
`;

const tlsBlock = ({ authority, certificate, key }: TlsFiles): string => `
    tls_config {
      ca_file     = ${JSON.stringify(authority)}
      cert_file   = ${JSON.stringify(certificate)}
      key_file    = ${JSON.stringify(key)}
      min_version = "TLS13"
    }
`;
