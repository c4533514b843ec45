/**
 * What Prometheus sees. Names and labels are a contract with dashboards and alert rules.
 *
 * Counts of requests are kept in plain arrays per route: the metrics library builds a hash of the labels for every
 * observation, which costs more than answering /bench. It serves what is read only at a scrape.
 */
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { CertificateStore } from "./certificate";
import type { Faults } from "./faults";

/** Upper bounds in seconds: a short answer takes a fraction of a millisecond, a transfer or a wait seconds. */
export const DURATION_BUCKETS = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
] as const;

const STATUS_LIMIT = 600;

/** The numbers of one route. */
export class RouteMetrics {
  readonly counts = new Map<string, Float64Array>();
  readonly buckets = new Float64Array(DURATION_BUCKETS.length + 1);
  sum = 0;

  constructor(readonly path: string) {}

  observe(method: string, status: number, seconds: number): void {
    this.count(method, status);
    let bucket = 0;
    while (seconds > (DURATION_BUCKETS[bucket] ?? Number.POSITIVE_INFINITY)) {
      bucket += 1;
    }
    this.buckets[bucket] = (this.buckets[bucket] ?? 0) + 1;
    this.sum += seconds;
  }

  private count(method: string, status: number): void {
    let byStatus = this.counts.get(method);
    if (byStatus === undefined) {
      byStatus = new Float64Array(STATUS_LIMIT);
      this.counts.set(method, byStatus);
    }
    byStatus[status] = (byStatus[status] ?? 0) + 1;
  }
}

export interface Build {
  readonly version: string;
  readonly commit: string;
}

/** A label's value in the text format. */
const quote = (value: string): string =>
  `"${value.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n")}"`;

type Counter = readonly [name: string, help: string, value: number];

const reloads = ({ reloads: taken, failures }: CertificateStore): readonly Counter[] => [
  ["tls_certificate_reloads_total", "Certificates taken over while running.", taken],
  ["tls_certificate_reload_failures_total", "Certificates refused.", failures],
];

export class Metrics {
  inFlight = 0;
  websockets = 0;

  private readonly routes = new Map<string, RouteMetrics>();
  private readonly registry = new Registry();
  private readonly counters: () => readonly Counter[];

  constructor(
    private readonly app: string,
    build: Build,
    certificates: CertificateStore | undefined,
    faults: Faults,
  ) {
    collectDefaultMetrics({ register: this.registry });
    const gauge = (name: string, help: string, read: () => number | undefined): void => {
      new Gauge({
        name,
        help,
        registers: [this.registry],
        collect(this: Gauge) {
          const value = read();
          if (value === undefined) {
            this.reset(); // an absent series, rather than a 0 that reads as 1970
            this.remove();
          } else {
            this.set(value);
          }
        },
      });
    };
    gauge("http_requests_in_flight", "Requests being answered now.", () => this.inFlight);
    gauge("websocket_connections", "Open websockets.", () => this.websockets);
    if (certificates !== undefined) {
      gauge(
        "tls_certificate_not_after_seconds",
        "When the served certificate expires, as Unix time.",
        () => certificates.current && certificates.current.notAfter.getTime() / 1000,
      );
      gauge(
        "tls_certificate_last_reload_successful",
        "Whether the files hold the certificate that is served (1) or one that was refused (0).",
        () => Number(certificates.lastSuccessful),
      );
    }
    this.counters = () => [
      ["api_internal_errors_total", "Exceptions in the API's own code.", faults.count],
      ...(certificates === undefined ? [] : reloads(certificates)),
    ];
    new Gauge({
      name: "build_info",
      help: "What is running.",
      labelNames: ["app", "version", "commit", "runtime"],
      registers: [this.registry],
    }).set({ app, version: build.version, commit: build.commit, runtime: `node ${process.version}` }, 1);
  }

  /** The numbers of a route; the same object for the same path. */
  route(path: string): RouteMetrics {
    let metrics = this.routes.get(path);
    if (metrics === undefined) {
      metrics = new RouteMetrics(path);
      this.routes.set(path, metrics);
    }
    return metrics;
  }

  readonly contentType = "text/plain; version=0.0.4; charset=utf-8";

  /** The text format. */
  async text(): Promise<string> {
    const counters = this.counters().flatMap(([name, help, value]) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} counter`,
      `${name} ${value}`,
    ]);
    return [...this.requestLines(), ...counters, "", await this.registry.metrics()].join("\n");
  }

  private *requestLines(): Generator<string> {
    const app = `app=${quote(this.app)}`;
    yield "# HELP http_requests_total Requests answered.";
    yield "# TYPE http_requests_total counter";
    for (const { path, counts } of this.routes.values()) {
      for (const [method, byStatus] of counts) {
        for (const [status, count] of byStatus.entries()) {
          if (count > 0) {
            yield `http_requests_total{${app},path=${quote(path)},method="${method}",status="${status}"} ${count}`;
          }
        }
      }
    }
    yield "# HELP http_request_duration_seconds Time from a request's header to the end of its answer.";
    yield "# TYPE http_request_duration_seconds histogram";
    for (const { path, counts, buckets, sum } of this.routes.values()) {
      if (counts.size > 0) {
        const labels = `${app},path=${quote(path)}`;
        let cumulative = 0;
        for (const [index, count] of buckets.entries()) {
          cumulative += count;
          const bound = DURATION_BUCKETS[index] ?? "+Inf";
          yield `http_request_duration_seconds_bucket{${labels},le="${bound}"} ${cumulative}`;
        }
        yield `http_request_duration_seconds_sum{${labels}} ${sum}`;
        yield `http_request_duration_seconds_count{${labels}} ${cumulative}`;
      }
    }
  }
}
