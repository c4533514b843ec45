import { type AlertRule, by } from "./rule";

const DAY = 86_400;

interface Certificate {
  readonly whose: "api" | "edge" | "gateway";
  /** Seconds that are left. */
  readonly left: string;
  readonly name: string;
  readonly runbook: string;
}

/**
 * An apply renews the platform's own certificates in the last half year, cert-manager its own in the last month: three
 * weeks before the end something has not happened that should have.
 */
const expiring = ({ whose, left, name, runbook }: Certificate): readonly AlertRule[] =>
  (
    [
      [21, "warning"],
      [3, "critical"],
    ] as const
  ).map(([days, severity]) => ({
    alert: "CertificateExpiring",
    expr: `${left} < ${days * DAY}`,
    for: "1h",
    labels: { severity, certificate: whose },
    annotations: {
      summary: `{{ $labels.cluster }}: ${name} expires within ${days} days`,
      description:
        "{{ $value | humanizeDuration }} are left. After that the load balancer or the users refuse the connection.",
      runbook,
    },
  }));

/** The certificate that the API itself serves; it reports the end of every one, from each issuer. */
export const apiCertificate = expiring({
  whose: "api",
  left: `min by (${by("job")}) (tls_certificate_not_after_seconds) - time()`,
  name: "the API's certificate",
  runbook:
    'Issuer private-ca: "terraform apply" in the workspace pki renews it, then apply api-deploy of this cluster; the pods take it over without a restart. Issuer letsencrypt: "kubectl -n api describe certificate" says what cert-manager waits for. If tls_certificate_last_reload_successful is 0, the pods refused the new files: their log says why.',
});

/** What the load balancer shows to users (or to Cloudflare). */
export const edgeCertificate = expiring({
  whose: "edge",
  left: `min by (${by("cn")}) (traefik_tls_certs_not_after{job="load-balancer"}) - time()`,
  name: "the load balancer's certificate {{ $labels.cn }}",
  runbook:
    '"terraform apply" in the workspace that issues it (pki, or dns for an origin certificate of Cloudflare), then apply global-lb.',
});

/**
 * What the Envoys of a gateway hold: the certificate that users see, where TLS ends there, and the one that they show to
 * Contour. They tell in whole days when the first of them ends, and not which it is.
 */
export const gatewayCertificate = expiring({
  whose: "gateway",
  left: `min by (${by()}) (envoy_server_days_until_first_cert_expiring{job="envoy"}) * ${DAY}`,
  name: "a certificate of the gateway",
  runbook:
    'What users see: "terraform apply" in the workspace pki renews it, then apply cluster-addons of this cluster; the Envoys take it over while running. If the Secret certificate in projectcontour is not that old, it is the one between Envoy and Contour, which lives a year and is made anew by every upgrade of the release: "helm -n projectcontour upgrade contour contour --repo https://projectcontour.github.io/helm-charts --version VERSION --reuse-values", with the version that "helm -n projectcontour list" shows.',
});

/**
 * No metric names a client's certificate. The API server counts, at every request, how long the caller's certificate
 * still lives; the bucket of 30 days therefore grows only while a client uses one that ends soon.
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
