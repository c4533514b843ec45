/**
 * Everything that a deployment of the API may vary.
 *
 * No variable is called API_PORT: Kubernetes sets that one, to a URL, in every pod beside a Service named `api`
 * (https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables).
 */
import { readOptions, UsageError, type Values } from "./options";
import { SYNC_OPTIONS } from "./sync-options";
import * as value from "./values";
import { unknownVariables } from "./variables";

export const SERVE_OPTIONS = {
  name: {
    env: ["API_NAME", "WHOAMI_NAME"],
    value: "TEXT",
    default: "",
    description: "name shown in answers, and the label app of the metrics",
    schema: value.label,
  },
  region: {
    env: ["API_REGION", "AWS_REGION"],
    value: "TEXT",
    default: "",
    description: "region shown in answers",
    schema: value.label,
  },
  image: {
    env: ["API_IMAGE", "IMAGE_NAME"],
    value: "TEXT",
    default: "",
    description: "image shown in answers",
    schema: value.label,
  },
  "app-version": {
    env: ["API_VERSION"],
    value: "TEXT",
    default: "",
    description: "version shown in answers; /version falls back to the build's own",
    schema: value.label,
  },
  host: {
    env: ["API_HOST"],
    value: "ADDRESS",
    default: "",
    description: "address to listen on; every address where empty",
    schema: value.address,
  },
  port: {
    env: ["API_LISTEN_PORT"],
    value: "PORT",
    default: "8443",
    description: "public port; 0 chooses a free one",
    schema: value.port,
  },
  "metrics-port": {
    env: ["API_LISTEN_METRICS_PORT"],
    value: "PORT|off",
    default: "9443",
    description: "port of /metrics and of POST /health; the public port's number puts both there",
    schema: value.portOrOff,
  },
  cert: {
    env: ["API_TLS_CERT"],
    value: "FILE",
    default: "/cert/current/tls.crt",
    description: "certificate and chain, PEM; read again when it changes",
    schema: value.file,
  },
  key: {
    env: ["API_TLS_KEY"],
    value: "FILE",
    default: "/cert/current/tls.key",
    description: "private key, PEM",
    schema: value.file,
  },
  "cert-host": {
    env: ["API_TLS_HOST"],
    value: "NAME",
    default: "",
    description: "host name that a certificate must be valid for; any where empty",
    schema: value.hostName,
  },
  "cert-interval": {
    env: ["API_TLS_INTERVAL"],
    value: "DURATION",
    default: "5s",
    description: "how often the certificate's files are looked at; SIGHUP looks at once",
    schema: value.duration(50, 3_600_000),
  },
  "plain-http": {
    env: ["API_PLAIN_HTTP"],
    value: "true|false",
    default: "false",
    description: "serve without TLS (HTTP/1.1 only)",
    schema: value.toggle,
  },
  "settable-health": {
    env: ["API_SETTABLE_HEALTH"],
    value: "true|false",
    default: "false",
    description: "allow POST /health on the public port: any caller can then take the pod out",
    schema: value.toggle,
  },
  demonstration: {
    env: ["API_DEMONSTRATION"],
    value: "true|false",
    default: "false",
    description:
      "have /bench, /data and /error, and delay / by ?wait=: for tests and demonstrations, not for strangers",
    schema: value.toggle,
  },
  "max-wait": {
    env: ["API_MAX_WAIT"],
    value: "DURATION",
    default: "15s",
    description: "longest delay that ?wait= gets; at most the grace period, and less than the stall timeout",
    schema: value.duration(0, 3_600_000),
  },
  "max-data": {
    env: ["API_MAX_DATA"],
    value: "SIZE",
    default: "1gb",
    description: "largest answer of /data; more is answered 413",
    schema: value.size(0, Number.MAX_SAFE_INTEGER),
  },
  "max-header": {
    env: ["API_MAX_HEADER"],
    value: "SIZE",
    default: "16kb",
    description: "largest header of a request; more is answered 431",
    schema: value.size(1024, 1024 ** 2),
  },
  "max-body": {
    env: ["API_MAX_BODY"],
    value: "SIZE",
    default: "1mb",
    description: "largest body of a request; more is answered 413",
    schema: value.size(0, 1024 ** 3),
  },
  "max-message": {
    env: ["API_MAX_MESSAGE"],
    value: "SIZE",
    default: "64kb",
    description: "largest websocket message; more closes the websocket with 1009",
    schema: value.size(1, 64 * 1024 ** 2),
  },
  "max-fragments": {
    env: ["API_MAX_FRAGMENTS"],
    value: "NUMBER",
    default: "1024",
    description: "most fragments of a websocket message; more closes the websocket with 1008",
    schema: value.wholeNumber(1, 1_000_000, 1024),
  },
  "websocket-compression": {
    env: ["API_WEBSOCKET_COMPRESSION"],
    value: "true|false",
    default: "false",
    description: "compress websocket messages where the client offers it (permessage-deflate)",
    schema: value.toggle,
  },
  "max-connections": {
    env: ["API_MAX_CONNECTIONS"],
    value: "NUMBER",
    default: "4096",
    description: "connections per port; further ones are closed at once",
    schema: value.wholeNumber(1, 1_000_000, 4096),
  },
  "header-timeout": {
    env: ["API_HEADER_TIMEOUT"],
    value: "DURATION",
    default: "10s",
    description: "time for the TLS handshake, and for a request's header",
    schema: value.duration(100, 3_600_000),
  },
  "request-timeout": {
    env: ["API_REQUEST_TIMEOUT"],
    value: "DURATION",
    default: "30s",
    description: "time for a whole request, body included",
    schema: value.duration(100, 3_600_000),
  },
  "stall-timeout": {
    env: ["API_STALL_TIMEOUT"],
    value: "DURATION",
    default: "30s",
    description: "how long a connection may make no progress while an answer is being sent",
    schema: value.duration(100, 3_600_000),
  },
  "idle-timeout": {
    env: ["API_IDLE_TIMEOUT"],
    value: "DURATION",
    default: "2m",
    description: "how long a connection may stay unused; keep it above the balancer's own (Traefik's is 90s)",
    schema: value.duration(100, 3_600_000),
  },
  "drain-delay": {
    env: ["API_DRAIN_DELAY"],
    value: "DURATION",
    default: "5s",
    description: "after SIGTERM, how long new connections are still taken while readiness fails",
    schema: value.duration(0, 600_000),
  },
  grace: {
    env: ["API_GRACE"],
    value: "DURATION",
    default: "20s",
    description: "then, how long requests in flight may take to finish",
    schema: value.duration(0, 3_600_000),
  },
  "trusted-proxies": {
    env: ["API_TRUSTED_PROXIES"],
    value: "CIDRS",
    default: "",
    description: "peers whose client-address header is believed",
    schema: value.cidrs,
  },
  "client-address-header": {
    env: ["API_CLIENT_ADDRESS_HEADER"],
    value: "NAME",
    default: "x-forwarded-for",
    description: "header in which a trusted proxy names the client (cf-connecting-ip behind Cloudflare)",
    schema: value.headerName,
  },
  "log-level": {
    env: ["API_LOG_LEVEL"],
    value: "LEVEL",
    default: "info",
    description: "info (a line per request), warn or error",
    schema: value.oneOf("info", "warn", "error"),
  },
} as const;

export type Settings = Values<typeof SERVE_OPTIONS>;

/** What only several settings together can get wrong; a setting that is wrong by itself is absent. */
function contradictions({
  grace,
  "max-wait": wait,
  "stall-timeout": stall,
}: Partial<Settings>): readonly string[] {
  const problems: string[] = [];
  if (wait !== undefined && grace !== undefined && wait > grace) {
    problems.push(
      `--max-wait: expected at most the grace period (--grace, ${grace}ms), because a shutdown would cut off who ` +
        `waits longer, got ${wait}ms`,
    );
  }
  if (wait !== undefined && stall !== undefined && wait >= stall) {
    problems.push(
      `--max-wait: expected less than the stall timeout (--stall-timeout, ${stall}ms), because a connection without ` +
        `progress is closed then, got ${wait}ms`,
    );
  }
  return problems;
}

/** @throws UsageError listing every mistake: in flags, in variables, and between them */
export function parseSettings(args: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  const { values, problems: own } = readOptions(SERVE_OPTIONS, args, environment);
  const problems = [
    ...own,
    ...unknownVariables(environment, [SERVE_OPTIONS, SYNC_OPTIONS]),
    ...contradictions(values),
  ];
  if (problems.length > 0) {
    throw new UsageError(problems);
  }
  return values as Settings;
}
