/**
 * The part of Traefik's dynamic configuration that the platform uses, as its file provider reads it.
 *
 * Source: https://doc.traefik.io/traefik/v3.7/reference/routing-configuration/other-providers/file/
 */
export interface DynamicConfiguration {
  readonly http: {
    readonly routers: Readonly<Record<string, Router>>;
    readonly middlewares: Readonly<Record<string, HeadersMiddleware>>;
    readonly services: Readonly<Record<string, TraefikService>>;
    readonly serversTransports: Readonly<Record<string, ServersTransport>>;
  };
  readonly tls: {
    readonly certificates: readonly { readonly certFile: string; readonly keyFile: string }[];
    readonly options: { readonly default: TlsOptions };
  };
}

export interface Router {
  readonly entryPoints: readonly string[];
  readonly rule: string;
  /** The router with the highest one wins. */
  readonly priority: number;
  readonly service: string;
  readonly tls: { readonly options: string };
}

export interface HeadersMiddleware {
  readonly headers: { readonly customRequestHeaders: Readonly<Record<string, string>> };
}

export type TraefikService = LoadBalancerService | WeightedService | FailoverService;

/** Servers that Traefik speaks to, with the check that tells which of them are up. */
export interface LoadBalancerService {
  readonly loadBalancer: {
    readonly servers: readonly { readonly url: string }[];
    readonly serversTransport: string;
    readonly passHostHeader: boolean;
    readonly healthCheck: ServerHealthCheck;
  };
  /** Run for this service alone: behind a failover, the other child does not see what they changed. */
  readonly middlewares: readonly string[];
}

/** Services in turn. `healthCheck` makes it leave out those that are down, and tell its own parents. */
export interface WeightedService {
  readonly weighted: {
    readonly services: readonly { readonly name: string; readonly weight: number }[];
    readonly healthCheck: Empty;
  };
}

/** One service, and another while the first is down. `healthCheck` makes it tell its own parents when both are. */
export interface FailoverService {
  readonly failover: { readonly service: string; readonly fallback: string; readonly healthCheck: Empty };
}

type Empty = Readonly<Record<string, never>>;

export interface ServerHealthCheck {
  readonly path: string;
  /** The `Host` header of the check. */
  readonly hostname: string;
  /** The one answer that means "up". */
  readonly status: number;
  readonly followRedirects: boolean;
  readonly interval: string;
  /** The interval while the server is down. */
  readonly unhealthyInterval: string;
  readonly timeout: string;
}

/** How Traefik connects to servers. There is no way here to skip the verification of a certificate. */
export interface ServersTransport {
  /** The name that is asked for (SNI) and that the certificate must prove. */
  readonly serverName: string;
  /** Files with the CAs that may have signed it. @default - the CAs of the system */
  readonly rootCAs?: readonly string[];
  readonly minVersion: "VersionTLS12";
  /** Never without: Traefik takes a missing maximum for zero, below any minimum, and drops the whole TLS configuration. */
  readonly maxVersion: "VersionTLS13";
  readonly forwardingTimeouts: {
    readonly dialTimeout: string;
    readonly readIdleTimeout: string;
    readonly pingTimeout: string;
  };
}

export interface TlsOptions {
  readonly minVersion: "VersionTLS12";
  /** Refuses a client that names no host, or one that no certificate is for. */
  readonly sniStrict: boolean;
  readonly clientAuth?: {
    readonly caFiles: readonly string[];
    readonly clientAuthType: "RequireAndVerifyClientCert";
  };
}
