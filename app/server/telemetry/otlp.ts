/** Metrics and traces for a receiver of OTLP, by the official packages: https://opentelemetry.io/docs/specs/otlp/ */
import os from "node:os";
import timers from "node:timers/promises";
import { diag } from "@opentelemetry/api";
import { setGlobalErrorHandler } from "@opentelemetry/core";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-proto";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import type { Log } from "../log";
import type { Service } from "../service";
import type { TelemetrySettings } from "./options";
import { Series } from "./series";
import { Spans } from "./spans";
import type { Telemetry } from "./telemetry";

/** How long the receiver may take for one message. */
const EXPORT_MS = 10_000;

/** How long an end waits for the receiver. */
const END_MS = 2000;

/** The same failure is logged once a minute. */
const REPEAT_MS = 60_000;

function failures(log: Log): (error: unknown) => void {
  const reported = new Map<string, number>();
  return (error) => {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    const now = performance.now();
    if (now - (reported.get(reason) ?? Number.NEGATIVE_INFINITY) >= REPEAT_MS) {
      reported.clear();
      reported.set(reason, now);
      log.warn("telemetry not sent", { reason });
    }
  };
}

export function connect(service: Service, settings: TelemetrySettings): Telemetry {
  const { log, metrics, build } = service;
  const { name, region } = service.settings;
  const failed = failures(log);
  const ignore = (): void => {};
  setGlobalErrorHandler(failed);
  diag.setLogger({ error: failed, warn: failed, info: ignore, debug: ignore, verbose: ignore });
  const resource = resourceFromAttributes({
    "service.name": name || "unknown",
    "service.version": build.version,
    "service.instance.id": os.hostname(),
    ...(region === "" ? {} : { "cloud.region": region }),
  });
  const to = (signal: string) => ({
    url: `${settings["otlp-endpoint"]}/v1/${signal}`,
    headers: settings["otlp-headers"],
    timeoutMillis: EXPORT_MS,
  });
  const interval = settings["otlp-interval"];
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter(to("metrics")),
    exportIntervalMillis: interval,
    exportTimeoutMillis: Math.min(interval, EXPORT_MS),
    metricProducers: [new Series(metrics, resource)],
  });
  const meters = new MeterProvider({ resource, readers: [reader] });
  const spans = new Spans(
    new OTLPTraceExporter(to("traces")),
    resource,
    settings["trace-ratio"],
    interval / 5,
  );
  return {
    trace: (...args) => spans.trace(...args),
    async end() {
      await Promise.race([
        Promise.allSettled([meters.shutdown(), spans.end()]),
        timers.setTimeout(END_MS, undefined, { ref: false }),
      ]);
    },
  };
}
