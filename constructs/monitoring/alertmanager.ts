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

/** Who is called as long as Prometheus and Alertmanager are alive. */
export interface DeadMansSwitch {
  /** Minutes between two calls. */
  readonly everyMinutes: number;
}

export interface AlertmanagerProps {
  readonly alerts: Routing;
  /** @default - no dead man's switch */
  readonly deadMansSwitch?: DeadMansSwitch | undefined;
}

/** The Secret that holds the webhook's URL, under the key `url`. */
export const WEBHOOK_SECRET = "alert-webhook";

/** The Secret that holds the URL of the dead man's switch, under the key `url`. */
export const WATCHDOG_SECRET = "watchdog";

/**
 * What a URL must look like, checked when Terraform plans. A precondition of the Secret, and not a validation of the
 * variable: that would print the value that it refuses, though the variable is sensitive (seen with Terraform 1.11.4).
 */
export const webhookCondition = (url: string, variable: string) => ({
  condition: Fn.can(Fn.regex("^https://[^/?#@[:space:]]+(?:/[^[:space:]]*)?$", url)),
  errorMessage: `TF_VAR_${variable} is not an https URL; expected one such as https://chat.example.com/incoming/0123`,
});

/** Alertmanager reads a URL from the mounted Secret: it stands in no configuration. */
const urlFile = (secret: string) => `/etc/alertmanager/secrets/${secret}/url`;

const SEVERITIES = { warning: "warning|critical", critical: "critical" } as const;

/**
 * The first route, and the last that Watchdog takes. Groups are looked at every half minute; a repetition is due a little
 * before the look, or it would wait for the next one.
 */
const watchdogRoute = ({ everyMinutes }: DeadMansSwitch) => ({
  receiver: "watchdog",
  matchers: ['alertname="Watchdog"'],
  group_wait: "0s",
  group_interval: "30s",
  repeat_interval: `${everyMinutes * 60 - 15}s`,
});

/**
 * Alertmanager's own configuration (https://prometheus.io/docs/alerting/latest/configuration/).
 *
 * Helm merges it into the chart's own, key by key: what is left out here is the chart's. Its `routes` send the alert
 * "Watchdog" to a receiver that is not among these, so there are always routes, if none.
 */
export const alertmanagerConfiguration = ({ alerts, deadMansSwitch }: AlertmanagerProps) => ({
  route: {
    receiver: "nobody",
    group_by: ["alertname", "environment", "cluster"],
    group_wait: "30s",
    group_interval: "5m",
    ...(alerts.kind === "webhook" ? { repeat_interval: `${alerts.repeatMinutes}m` } : {}),
    routes: [
      ...(deadMansSwitch ? [watchdogRoute(deadMansSwitch)] : []),
      ...(alerts.kind === "webhook"
        ? [{ receiver: "webhook", matchers: [`severity=~"${SEVERITIES[alerts.minimumSeverity]}"`] }]
        : []),
    ],
  },
  // The chart's own would silence a warning about one certificate while another is critical.
  inhibit_rules: [],
  receivers: [
    { name: "nobody" },
    // That it was resolved would be one more sign of life, from an Alertmanager that hears no Prometheus.
    ...(deadMansSwitch
      ? [
          {
            name: "watchdog",
            webhook_configs: [{ url_file: urlFile(WATCHDOG_SECRET), send_resolved: false }],
          },
        ]
      : []),
    ...(alerts.kind === "webhook"
      ? [{ name: "webhook", webhook_configs: [{ url_file: urlFile(WEBHOOK_SECRET), send_resolved: true }] }]
      : []),
  ],
});

/** The Secrets that are mounted. */
const secretsOf = ({ alerts, deadMansSwitch }: AlertmanagerProps): readonly string[] => [
  ...(deadMansSwitch ? [WATCHDOG_SECRET] : []),
  ...(alerts.kind === "webhook" ? [WEBHOOK_SECRET] : []),
];

/** As values of kube-prometheus-stack. */
export const alertmanagerValues = (props: AlertmanagerProps) => ({
  config: alertmanagerConfiguration(props),
  serviceMonitor: { selfMonitor: false },
  alertmanagerSpec: {
    automountServiceAccountToken: false, // it asks nothing of the Kubernetes API
    resources: asks(CPU.alertmanager, MEMORY.alertmanager),
    ...(secretsOf(props).length > 0 ? { secrets: secretsOf(props) } : {}),
  },
});
