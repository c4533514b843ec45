/**
 * What Prometheus sees. Names and labels are a contract with dashboards and alert rules.
 *
 * Counts of requests are kept in plain arrays per route: a metrics library builds a hash of the labels for every
 * observation, which costs more than answering /bench.
 */
import type { CertificateStore } from "./certificate";
import {
  type Distribution,
  exposition,
  type Family,
  type Histogram,
  type Numbers,
  single,
} from "./exposition";
import type { Faults } from "./faults";
import type { Log } from "./log";
import { ProcessMetrics } from "./process-metrics";

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

/** What counts by itself. */
interface Counted {
  readonly certificates: CertificateStore | undefined;
  readonly faults: Faults;
  readonly log: Log;
}

export class Metrics {
  inFlight = 0;
  websockets = 0;

  private readonly routes = new Map<string, RouteMetrics>();
  private readonly process = new ProcessMetrics();
  private readonly own: (() => readonly Family[])[] = [];

  constructor(
    /** Begins the names of what only this program counts. */
    private readonly prefix: string,
    private readonly app: string,
    private readonly build: Build,
    private readonly counted: Counted,
  ) {}

  /** The numbers of a route; the same object for the same path. */
  route(path: string): RouteMetrics {
    let metrics = this.routes.get(path);
    if (metrics === undefined) {
      metrics = new RouteMetrics(path);
      this.routes.set(path, metrics);
    }
    return metrics;
  }

  /** Requests so far, by route. */
  requestsByRoute(): readonly (readonly [path: string, count: number])[] {
    return [...this.routes.values()].map(({ path, buckets }) => [
      path,
      buckets.reduce((sum, each) => sum + each),
    ]);
  }

  /** What a program counts besides. */
  add(families: () => readonly Family[]): void {
    this.own.push(families);
  }

  readonly contentType = "text/plain; version=0.0.4; charset=utf-8";

  /** The text format. */
  text(): string {
    return exposition(this.families());
  }

  families(): readonly Family[] {
    return [
      this.requests(),
      this.durations(),
      ...this.state(),
      ...this.own.flatMap((families) => families()),
      ...this.process.families(),
    ];
  }

  private requests(): Numbers {
    const samples: { labels: Record<string, string>; value: number }[] = [];
    for (const { path, counts } of this.routes.values()) {
      for (const [method, byStatus] of counts) {
        for (const [status, value] of byStatus.entries()) {
          if (value > 0) {
            samples.push({ labels: { app: this.app, path, method, status: String(status) }, value });
          }
        }
      }
    }
    return { name: "http_requests_total", help: "Requests answered.", type: "counter", samples };
  }

  private durations(): Histogram {
    const used = [...this.routes.values()].filter(({ counts }) => counts.size > 0);
    const samples = used.map(
      ({ path, buckets, sum }): Distribution => ({ labels: { app: this.app, path }, counts: buckets, sum }),
    );
    const help = "Time from a request's header to the end of its answer.";
    const name = "http_request_duration_seconds";
    return { name, help, type: "histogram", bounds: DURATION_BUCKETS, samples };
  }

  private state(): readonly Family[] {
    const { certificates, faults, log } = this.counted;
    const { prefix } = this;
    const { version, commit } = this.build;
    const built = { app: this.app, version, commit, runtime: `node ${process.version}` };
    return [
      single("gauge", "http_requests_in_flight", "Requests being answered now.", this.inFlight),
      single("gauge", "websocket_connections", "Open websockets.", this.websockets),
      single(
        "counter",
        `${prefix}_internal_errors_total`,
        "Exceptions in the program's own code.",
        faults.count,
      ),
      single(
        "counter",
        `${prefix}_log_lines_lost_total`,
        "Lines of the log that could not be written.",
        log.lost,
      ),
      ...(certificates === undefined ? [] : certificateMetrics(certificates)),
      single("gauge", "build_info", "What is running.", 1, built),
    ];
  }
}

function certificateMetrics({
  current,
  lastSuccessful,
  reloads,
  failures,
}: CertificateStore): readonly Family[] {
  const notAfter = current && current.notAfter.getTime() / 1000;
  const name = "tls_certificate";
  return [
    // Absent without a certificate, rather than a 0 that reads as 1970.
    ...(notAfter === undefined
      ? []
      : [
          single(
            "gauge",
            `${name}_not_after_seconds`,
            "When the served certificate expires, as Unix time.",
            notAfter,
          ),
        ]),
    single(
      "gauge",
      `${name}_last_reload_successful`,
      "Whether the files hold the certificate that is served (1) or one that was refused (0).",
      Number(lastSuccessful),
    ),
    single("counter", `${name}_reloads_total`, "Certificates taken over while running.", reloads),
    single("counter", `${name}_reload_failures_total`, "Certificates refused.", failures),
  ];
}
