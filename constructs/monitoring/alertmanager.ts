import { Fn } from "cdktf";
import { asks, CPU, MEMORY } from "./budget";

/** Where alerts go. */
export type Routing =
  | { readonly kind: "none" }
  | {
      readonly kind: "webhook";
      readonly minimumSeverity: "warning" | "critical";
      readonly repeatMinutes: number;
    };

/** The Secret that holds the webhook's URL, under the key `url`. */
export const WEBHOOK_SECRET = "alert-webhook";

/**
 * What a URL must look like, checked when Terraform plans. A precondition of the Secret, and not a validation of the
 * variable: that would print the value that it refuses, though the variable is sensitive (seen with Terraform 1.11.4).
 */
export const webhookCondition = (url: string) => ({
  condition: Fn.can(Fn.regex("^https://[^/?#@[:space:]]+(?:/[^[:space:]]*)?$", url)),
  errorMessage:
    "TF_VAR_alert_webhook_url is not an https URL; expected one such as https://chat.example.com/incoming/0123",
});

/** Alertmanager reads the URL from the mounted Secret: it stands in no configuration. */
const URL_FILE = `/etc/alertmanager/secrets/${WEBHOOK_SECRET}/url`;

const SEVERITIES = { warning: "warning|critical", critical: "critical" } as const;

/**
 * Alertmanager's own configuration (https://prometheus.io/docs/alerting/latest/configuration/).
 *
 * Helm merges it into the chart's own, key by key: what is left out here is the chart's. Its `routes` send the alert
 * "Watchdog" to a receiver that is not among these, so there are always routes, if none.
 */
export const alertmanagerConfiguration = (routing: Routing) => ({
  route: {
    receiver: "nobody",
    group_by: ["alertname", "environment", "cluster"],
    group_wait: "30s",
    group_interval: "5m",
    ...(routing.kind === "webhook"
      ? {
          repeat_interval: `${routing.repeatMinutes}m`,
          routes: [{ receiver: "webhook", matchers: [`severity=~"${SEVERITIES[routing.minimumSeverity]}"`] }],
        }
      : { routes: [] }),
  },
  // The chart's own would silence a warning about one certificate while another is critical.
  inhibit_rules: [],
  receivers: [
    { name: "nobody" },
    ...(routing.kind === "webhook"
      ? [{ name: "webhook", webhook_configs: [{ url_file: URL_FILE, send_resolved: true }] }]
      : []),
  ],
});

/** As values of kube-prometheus-stack. */
export const alertmanagerValues = (routing: Routing) => ({
  config: alertmanagerConfiguration(routing),
  serviceMonitor: { selfMonitor: false },
  alertmanagerSpec: {
    automountServiceAccountToken: false, // it asks nothing of the Kubernetes API
    resources: asks(CPU.alertmanager, MEMORY.alertmanager),
    ...(routing.kind === "webhook" ? { secrets: [WEBHOOK_SECRET] } : {}),
  },
});
