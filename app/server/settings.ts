/** What a deployment of any program on this server may vary: its name, its ports, its certificate, its limits. */
import type { Option, Values } from "./options";
import * as value from "./values";

/** What differs between programs. */
export interface Program {
  /** Begins its environment variables: `API` of `API_HOST`. */
  readonly prefix: string;
  readonly port: number;
  readonly metricsPort: string;
}

const setting =
  (prefix: string) =>
  <Value>(
    variable: string,
    kind: string,
    preset: string,
    schema: value.Schema<Value>,
    description: string,
  ): Option<Value> => ({ env: [`${prefix}_${variable}`], value: kind, default: preset, description, schema });

/**
 * No variable is called `<prefix>_PORT`: Kubernetes sets that one, to a URL, in every pod beside a Service of that name
 * (https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables).
 */
export function serverOptions({ prefix, port, metricsPort }: Program) {
  const option = setting(prefix);
  const text = (variable: string, what: string) =>
    option(variable, "TEXT", "", value.label, `${what} shown in answers`);
  const duration = (variable: string, preset: string, least: number, most: number, description: string) =>
    option(variable, "DURATION", preset, value.duration(least, most), description);
  return {
    name: option("NAME", "TEXT", "", value.label, "name shown in answers, and the label app of the metrics"),
    region: text("REGION", "region"),
    image: text("IMAGE", "image"),
    "app-version": text("VERSION", "version"),
    host: option("HOST", "ADDRESS", "", value.address, "address to listen on; every address where empty"),
    port: option("LISTEN_PORT", "PORT", String(port), value.port, "public port; 0 chooses a free one"),
    "metrics-port": option(
      "LISTEN_METRICS_PORT",
      "PORT|same|off",
      metricsPort,
      value.metricsPort,
      "port of /metrics; same puts it on the public port",
    ),
    cert: option(
      "TLS_CERT",
      "FILE",
      "/cert/current/tls.crt",
      value.file,
      "certificate and chain, PEM; read again when it changes",
    ),
    key: option("TLS_KEY", "FILE", "/cert/current/tls.key", value.file, "private key, PEM"),
    "cert-host": option(
      "TLS_HOST",
      "NAME",
      "",
      value.hostName,
      "host name that a certificate must be valid for; any where empty",
    ),
    "cert-interval": duration(
      "TLS_INTERVAL",
      "5s",
      50,
      3_600_000,
      "how often the certificate's files are looked at; SIGHUP looks at once",
    ),
    "plain-http": option(
      "PLAIN_HTTP",
      "true|false",
      "false",
      value.toggle,
      "serve without TLS (HTTP/1.1 only)",
    ),
    "max-header": option(
      "MAX_HEADER",
      "SIZE",
      "16kb",
      value.size(1024, 1024 ** 2),
      "largest header of a request; more is answered 431",
    ),
    "max-body": option(
      "MAX_BODY",
      "SIZE",
      "1mb",
      value.size(0, 1024 ** 3),
      "largest body of a request; more is answered 413",
    ),
    "max-connections": option(
      "MAX_CONNECTIONS",
      "NUMBER",
      "2048",
      value.wholeNumber(1, 1_000_000, 2048),
      "connections per port; further ones are closed at once",
    ),
    "header-timeout": duration(
      "HEADER_TIMEOUT",
      "10s",
      100,
      3_600_000,
      "time for the TLS handshake, and for a request's header",
    ),
    "request-timeout": duration(
      "REQUEST_TIMEOUT",
      "30s",
      100,
      3_600_000,
      "time for a whole request, body included",
    ),
    "stall-timeout": duration(
      "STALL_TIMEOUT",
      "30s",
      100,
      3_600_000,
      "how long a connection may make no progress while an answer is being sent",
    ),
    "idle-timeout": duration(
      "IDLE_TIMEOUT",
      "2m",
      100,
      3_600_000,
      "how long a connection may stay unused; keep it above the balancer's own (Traefik's is 90s)",
    ),
    "drain-delay": duration(
      "DRAIN_DELAY",
      "5s",
      0,
      600_000,
      "after SIGTERM, how long new connections are still taken while readiness fails",
    ),
    grace: duration("GRACE", "20s", 0, 3_600_000, "then, how long requests in flight may take to finish"),
    "trusted-proxies": option(
      "TRUSTED_PROXIES",
      "CIDRS",
      "",
      value.cidrs,
      "peers whose client-address header is believed",
    ),
    "client-address-header": option(
      "CLIENT_ADDRESS_HEADER",
      "NAME",
      "x-forwarded-for",
      value.headerName,
      "header in which a trusted proxy names the client (cf-connecting-ip behind Cloudflare)",
    ),
    "log-level": option(
      "LOG_LEVEL",
      "LEVEL",
      "info",
      value.oneOf("info", "warn", "error"),
      "info (a line per request), warn or error",
    ),
  };
}

export type ServerSettings = Values<ReturnType<typeof serverOptions>>;
