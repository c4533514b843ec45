/** What a deployment may vary of OpenTelemetry; off unless a receiver is named. */
import type { Values } from "../options";
import * as value from "../values";

/**
 * The second names are the standard's:
 * https://opentelemetry.io/docs/specs/otel/protocol/exporter/#configuration-options
 *
 * @param prefix begins the environment variables
 */
export const telemetryOptions = (prefix: string) => ({
  "otlp-endpoint": {
    env: [`${prefix}_OTLP_ENDPOINT`, "OTEL_EXPORTER_OTLP_ENDPOINT"],
    value: "URL",
    default: "",
    description: "where metrics and traces are sent, by OTLP over HTTP; nowhere where empty",
    schema: value.endpoint,
  },
  "otlp-headers": {
    env: [`${prefix}_OTLP_HEADERS`, "OTEL_EXPORTER_OTLP_HEADERS"],
    value: "NAME=VALUE,...",
    default: "",
    description: "headers sent there, such as authorization=Bearer%20...; a secret, so rather a variable",
    schema: value.headers,
    secret: true,
  },
  "otlp-interval": {
    env: [`${prefix}_OTLP_INTERVAL`],
    value: "DURATION",
    default: "30s",
    description: "how often metrics are sent there; traces follow after a fifth of it",
    schema: value.duration(100, 3_600_000),
  },
  "trace-ratio": {
    env: [`${prefix}_TRACE_RATIO`],
    value: "NUMBER",
    default: "0.1",
    description: "share of the requests that are traced; a traceparent from a trusted proxy decides instead",
    schema: value.ratio,
  },
});

export type TelemetrySettings = Values<ReturnType<typeof telemetryOptions>>;
