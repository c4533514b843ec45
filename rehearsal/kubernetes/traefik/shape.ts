import type { Fields } from "../schema/fields";

/** https://doc.traefik.io/traefik/reference/routing-configuration/other-providers/file/ */
const VERSIONS = ["VersionTLS10", "VersionTLS11", "VersionTLS12", "VersionTLS13"];
const CLIENT = [
  "NoClientCert",
  "RequestClientCert",
  "RequireAnyClientCert",
  "VerifyClientCertIfGiven",
  "RequireAndVerifyClientCert",
];

const ROUTER: Fields = {
  entryPoints: null,
  rule: null,
  ruleSyntax: ["v2", "v3", "default"],
  priority: null,
  service: null,
  middlewares: null,
  parentRefs: null,
  observability: null,
  tls: { options: null, certResolver: null, domains: null, passthrough: null },
};

const CHECK: Fields = {
  scheme: ["http", "https", "h2c"],
  mode: ["http", "grpc"],
  path: null,
  method: null,
  status: null,
  port: null,
  interval: null,
  unhealthyInterval: null,
  timeout: null,
  hostname: null,
  followRedirects: null,
  headers: null,
};

const SERVICE: Fields = {
  loadBalancer: {
    servers: { url: null, address: null, weight: null, preservePath: null, tls: null },
    sticky: null,
    strategy: ["wrr", "p2c", "hrw", "leasttime"],
    healthCheck: CHECK,
    passiveHealthCheck: null,
    passHostHeader: null,
    responseForwarding: null,
    serversTransport: null,
    proxyProtocol: null,
    terminationDelay: null,
  },
  weighted: { services: { name: null, weight: null }, sticky: null, healthCheck: null },
  highestRandomWeight: { services: { name: null, weight: null }, healthCheck: null },
  mirroring: null,
  failover: { service: null, fallback: null, healthCheck: null, errors: null },
  middlewares: null,
};

const TRANSPORT: Fields = {
  serverName: null,
  insecureSkipVerify: null,
  rootCAs: null,
  certificates: { certFile: null, keyFile: null },
  maxIdleConnsPerHost: null,
  forwardingTimeouts: {
    dialTimeout: null,
    responseHeaderTimeout: null,
    idleConnTimeout: null,
    readIdleTimeout: null,
    pingTimeout: null,
  },
  disableHTTP2: null,
  peerCertURI: null,
  spiffe: null,
  cipherSuites: null,
  minVersion: VERSIONS,
  maxVersion: VERSIONS,
};

const MIDDLEWARE: Fields = Object.fromEntries(
  [
    "addPrefix",
    "basicAuth",
    "buffering",
    "chain",
    "circuitBreaker",
    "compress",
    "contentType",
    "digestAuth",
    "encodedCharacters",
    "errors",
    "forwardAuth",
    "grpcWeb",
    "headers",
    "ipAllowList",
    "inFlightReq",
    "passTLSClientCert",
    "plugin",
    "rateLimit",
    "redirectRegex",
    "redirectScheme",
    "replacePath",
    "replacePathRegex",
    "retry",
    "stripPrefix",
    "stripPrefixRegex",
  ].map((name) => [name, null]),
);

const KIND = {
  routers: { "*": ROUTER },
  services: { "*": SERVICE },
  middlewares: { "*": MIDDLEWARE },
  serversTransports: { "*": TRANSPORT },
};

export const DYNAMIC: Fields = {
  http: KIND,
  tcp: { ...KIND, middlewares: null, serversTransports: null },
  udp: { routers: null, services: null },
  tls: {
    certificates: { certFile: null, keyFile: null, stores: null },
    options: {
      "*": {
        minVersion: VERSIONS,
        maxVersion: VERSIONS,
        cipherSuites: null,
        curvePreferences: null,
        clientAuth: { caFiles: null, clientAuthType: CLIENT },
        sniStrict: null,
        alpnProtocols: null,
        disableSessionTickets: null,
        preferServerCipherSuites: null,
      },
    },
    stores: null,
  },
};
