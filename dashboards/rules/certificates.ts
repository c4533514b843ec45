import { type AlertRule, by } from "./rule";

const DAY = 86_400;

interface Certificate {
  readonly whose: "api" | "edge";
  /** Unix time at which it ends. */
  readonly notAfter: string;
  readonly name: string;
  readonly runbook: string;
}

/**
 * An apply renews the platform's own certificates in the last half year, cert-manager its own in the last month: three
 * weeks before the end something has not happened that should have.
 */
const expiring = ({ whose, notAfter, name, runbook }: Certificate): readonly AlertRule[] =>
  (
    [
      [21, "warning"],
      [3, "critical"],
    ] as const
  ).map(([days, severity]) => ({
    alert: "CertificateExpiring",
    expr: `${notAfter} - time() < ${days * DAY}`,
    for: "1h",
    labels: { severity, certificate: whose },
    annotations: {
      summary: `{{ $labels.cluster }}: ${name} expires within ${days} days`,
      description:
        "{{ $value | humanizeDuration }} are left. After that the load balancer or the users refuse the connection.",
      runbook,
    },
  }));

/** What the API itself serves; it tells when that ends, whoever issued it. */
export const apiCertificate = expiring({
  whose: "api",
  notAfter: `min by (${by("job")}) (tls_certificate_not_after_seconds)`,
  name: "the API's certificate",
  runbook:
    'Issuer private-ca: "terraform apply" in the workspace pki renews it, then apply api-deploy of this cluster; the pods take it over without a restart. Issuer letsencrypt: "kubectl -n api describe certificate" says what cert-manager waits for. If tls_certificate_last_reload_successful is 0, the pods refused the new files: their log says why.',
});

/** What the load balancer shows to users (or to Cloudflare). */
export const edgeCertificate = expiring({
  whose: "edge",
  notAfter: `min by (${by("cn")}) (traefik_tls_certs_not_after{job="load-balancer"})`,
  name: "the load balancer's certificate {{ $labels.cn }}",
  runbook:
    '"terraform apply" in the workspace that issues it (pki, or dns for an origin certificate of Cloudflare), then apply global-lb.',
});

/**
 * No metric names a client's certificate. The API server counts, at every request, how long the caller's certificate
 * still lives; the bucket of 30 days therefore grows only while somebody uses one that ends soon.
 */
export const clientCertificate: AlertRule = {
  alert: "CertificateExpiring",
  expr: `sum by (${by()}) (increase(apiserver_client_certificate_expiration_seconds_bucket{job="apiserver", le=~"2.592e\\\\+06|2592000(.0)?"}[1d])) > 0`,
  for: "15m",
  labels: { severity: "warning", certificate: "cluster-admin" },
  annotations: {
    summary: "{{ $labels.cluster }}: somebody uses a client certificate that expires within 30 days",
    description:
      "{{ $value | humanize }} requests of the last day came with one. It is the administrator's that Terraform made, or one that K3s made for its own parts.",
    runbook:
      'The administrator\'s: "terraform apply" in the workspace k3s-node of this cluster renews it from half a year before its end, then apply the workspaces that use it. K3s\' own: "k3s certificate check" on the node lists them, "systemctl restart k3s" renews those that end within 120 days.',
  },
};
