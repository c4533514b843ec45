import { z } from "zod";
import { hub, queue } from "./monitoring-hub";
import { logs } from "./monitoring-logs";
import { longTerm } from "./monitoring-long-term";
import { choice, expected, integer, quantity, record, text, url } from "./primitives";

const HOURS = { h: 1, d: 24, w: 168 } as const;

/** Hours of a duration as Prometheus writes it. */
const hoursOf = (value: string): number => {
  const [, count, unit] = /^(\d+)([hdw])$/.exec(value) ?? [];
  return Number(count) * HOURS[unit as keyof typeof HOURS];
};

/** The slowest alert about an error budget looks back three days: Prometheus must still know them. */
const RETENTION_HOURS = 72;

const retention = text("a duration in hours, days or weeks", "7d", /^[1-9]\d{0,3}[hdw]$/).refine(
  (value) => !(hoursOf(value) < RETENTION_HOURS),
  {
    error:
      'is shorter than the three days that the slowest alert looks back; expected at least "3d", such as "7d"',
  },
);

const share = (what: string, example: number) => {
  const message = expected(`${what}, a share above 0 and below 1`, example);
  return z.number(message).gt(0, message).lt(1, message);
};

/** Upper bounds in seconds of buckets that both the API and the load balancer count in. */
const THRESHOLDS = [0.1, 0.25, 0.5, 1, 2.5, 5] as const;

/** What the platform promises; alerts tell when the budget of errors of 30 days goes too fast. */
const objectives = record({
  /** Share of requests that are not answered with a server's error. @default 0.999 */
  availability: share("the availability objective", 0.999).default(0.999),
  /** How many requests are answered in which time. */
  latency: record({
    /** Share of requests that are answered within the threshold. @default 0.999 */
    objective: share("the latency objective", 0.999).default(0.999),
    /** Seconds within which a request must be answered: a bound of the histogram. @default 0.5 */
    thresholdSeconds: z
      .literal(THRESHOLDS, {
        error: `expected a number of seconds that the requests are counted by, one of ${THRESHOLDS.join(", ")}`,
      })
      .default(0.5),
  }).prefault({}),
});

const TOKEN = { password: "TF_VAR_remote_write_token", token: "TF_VAR_remote_write_token" };

/**
 * Who writes is known to the receiver, always: there is no way to configure one without authentication. The password
 * or token is the sensitive variable `remote_write_token`.
 */
const authentication = z.discriminatedUnion(
  "kind",
  [
    /** User name and password, as Grafana Cloud has it: the user name is the number of the instance. */
    record({ kind: z.literal("basic"), username: text("a user name", "123456", /^[!-9;-~]{1,128}$/) }, TOKEN),
    /** A bearer token. */
    record({ kind: z.literal("bearer") }, TOKEN),
  ],
  { error: 'expected authentication with kind "basic" or "bearer"; a hub without it is not supported' },
);

const remoteWrite = record({
  /** TLS only. */
  url: url(
    "the remote Prometheus' address for writing",
    "https://prometheus-prod-01-eu-west-0.grafana.net/api/prom/push",
    { secrets: "the variable TF_VAR_remote_write_token holds the password or token" },
  ),
  /** How the writer proves who it is; what is secret of it is a Terraform variable. */
  authentication,
  /** How samples wait and are sent. */
  queue: queue.prefault({}),
});

const noAlerts = record({ kind: z.literal("none") });

/**
 * Alerts are posted to a URL: of a chat, a pager, a mail gateway. The URL itself opens the door there, so it is the
 * sensitive variable `alert_webhook_url`.
 */
const webhook = record(
  {
    kind: z.literal("webhook"),
    /** The least that is sent. @default "warning" */
    minimumSeverity: choice("warning", "critical").default("warning"),
    /** Minutes until an alert that still holds is sent again. @default 240 */
    repeatMinutes: integer("minutes until an alert is repeated", 5, 10_080, 240).default(240),
  },
  { url: "TF_VAR_alert_webhook_url" },
);

/**
 * A service outside is called again and again as long as all is well, and alerts when the calls cease: healthchecks.io, Dead
 * Man's Snitch, Uptime Kuma. Every cluster that keeps its own samples calls a URL of its own, since one that is silent must
 * not hide behind another: the sensitive variable `watchdog_url_<cluster>`, with `_` for each `-`.
 */
const deadMansSwitch = record(
  {
    /** Minutes between two calls. @default 1 */
    everyMinutes: integer("minutes between two calls", 1, 60, 1).default(1),
  },
  { url: "TF_VAR_watchdog_url_<cluster>" },
);

/** Prometheus on every cluster that serves users and on the load balancer's; Grafana on the former. */
export const monitoring = record({
  /** How long samples are kept. @default "7d" */
  retention: retention.default("7d"),
  /** Size of Prometheus' volume; the oldest samples go when 80 % of it are used. @default "8Gi" */
  storage: quantity("the size of Prometheus' volume", "8Gi", "1Gi").default("8Gi"),
  /** @default - the cluster's default storage class */
  storageClass: text("a storage class", "local-path", /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/).optional(),
  /**
   * Seconds between two scrapes, and between two evaluations of the rules. The fastest alert looks back five minutes, and needs
   * four scrapes in them.
   *
   * @default 30
   */
  intervalSeconds: integer("seconds between two scrapes", 5, 75, 30).default(30),
  /** What is promised to users; alerts and dashboards follow from it. */
  objectives: objectives.prefault({}),
  /** A cluster of the environment that keeps the samples of all. @default - every cluster keeps its own */
  hub: hub.optional(),
  /** Samples for years, in a bucket. @default - they are kept for `retention` alone */
  longTerm: longTerm.optional(),
  /** Logs of all pods in Grafana. @default - they are kept by the nodes alone */
  logs: logs.optional(),
  /**
   * A hosted Prometheus, or the hub of another platform, that gets every sample as well: from the hub where there is one, and from
   * every cluster that keeps its own.
   *
   * @default - none
   */
  remoteWrite: remoteWrite.optional(),
  /** Where alerts go besides Prometheus' own page. @default - nowhere */
  alerts: z
    .discriminatedUnion("kind", [noAlerts, webhook], {
      error: 'expected alerts with kind "none" or "webhook"',
    })
    .prefault({ kind: "none" }),
  /** Who notices that Prometheus or Alertmanager itself is gone: the hub's, or that of every cluster. @default - no one */
  deadMansSwitch: deadMansSwitch.optional(),
});
