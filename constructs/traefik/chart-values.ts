import { IMAGES } from "../kubernetes/images";
import { noToken } from "../kubernetes/no-token";
import { resources } from "../kubernetes/resources";
import { restrictedContainer, restrictedPod } from "../kubernetes/restricted";
import type { DynamicConfiguration } from "./file-provider";
import { COUNTRY_HEADER } from "./rule";

/** The entry point for users; Traefik's flags and the routers name it. */
export const USERS_ENTRY_POINT = "websecure";

/** Ports in the pod. Above 1024: nothing in it needs a privilege to listen. */
export const PORTS = { https: 8443, http: 8000, metrics: 9100 } as const;

/** Where the configuration, the certificates and the CAs are, all in one folder: see `volume`. */
const FOLDER = "/etc/traefik/live";

/** The files in the folder, as the configuration names them. */
export const FILES = {
  certificate: `${FOLDER}/tls.crt`,
  privateKey: `${FOLDER}/tls.key`,
  backendAuthority: `${FOLDER}/backend-ca.crt`,
  clientAuthority: `${FOLDER}/client-ca.crt`,
} as const;

/** The objects that the pod mounts besides the chart's own ConfigMap. */
export const CERTIFICATE_SECRET = "traefik-certificate";
export const AUTHORITIES_CONFIG_MAP = "traefik-authorities";

const RELEASE = "traefik";

export interface ChartValuesProps {
  readonly configuration: DynamicConfiguration;

  /** Whether port 80 redirects to HTTPS. Otherwise nothing listens there. */
  readonly redirectHttp: boolean;

  /**
   * Whether requests are counted by country. Only where Cloudflare alone can call: a caller who chooses the header himself
   * makes a new time series with every value.
   */
  readonly countByCountry: boolean;
}

/**
 * Values of Traefik's official chart: what differs from the chart's own. Nothing in them is secret.
 *
 * Source of the keys: https://github.com/traefik/traefik-helm-chart/blob/v41.3.0/traefik/values.yaml
 */
export const chartValues = (props: ChartValuesProps): object => ({
  fullnameOverride: RELEASE,
  image: { tag: IMAGES.traefik.tag },
  global: { checkNewVersion: false, sendAnonymousUsage: false },

  // Requests are routed by the file alone. Without other providers Traefik asks nothing of the Kubernetes API.
  providers: {
    kubernetesCRD: { enabled: false },
    kubernetesIngress: { enabled: false },
    file: { enabled: true, watch: true, content: props.configuration },
  },
  ingressClass: { enabled: false },
  rbac: { enabled: false },
  api: null, // no dashboard, and no API behind it
  // Otherwise a connection can get other TLS options than those of its name
  // (https://github.com/traefik/traefik/security/advisories/GHSA-g55h-rg46-x9c5).
  core: { strictTLSOptions: true },

  ...network(props),
  ...pod(),
  ...telemetry(props),
});

/** The node's own ports instead of a Service: the peer's address stays visible. */
const network = ({ redirectHttp }: ChartValuesProps) => ({
  service: { enabled: false },
  ports: {
    web: redirectHttp
      ? {
          port: PORTS.http,
          hostPort: 80,
          http: {
            redirections: { entryPoint: { to: USERS_ENTRY_POINT, scheme: "https", permanent: true } },
          },
        }
      : null,
    [USERS_ENTRY_POINT]: {
      port: PORTS.https,
      hostPort: 443,
      http: {
        tls: { enabled: true },
      },
      // No caller is believed to forward for others: `X-Forwarded-For` names the peer. Cloudflare tells the user's address
      // in `Cf-Connecting-Ip`, which reaches the API untouched.
      forwardedHeaders: { trustedIPs: [], insecure: false },
      transport: { lifeCycle: { graceTimeOut: "30s" } },
    },
    metrics: { port: PORTS.metrics },
  },
});

const pod = () => ({
  // Two pods cannot share a host port: the old one goes first. A rolling update that may miss its only pod would do the
  // same, but Helm would not wait for the new one, and call a release a success whose pod never starts.
  updateStrategy: { type: "Recreate", rollingUpdate: null },
  deployment: { replicas: 1, terminationGracePeriodSeconds: 45, additionalVolumes: [volume, noToken.volume] },
  additionalVolumeMounts: [{ name: volume.name, mountPath: FOLDER, readOnly: true }, noToken.mount],
  additionalArguments: [
    `--providers.file.directory=${FOLDER}`, // the chart gives its own before; the last one holds
    // "Cf_Ipcountry" is another header to Traefik, but the same one to some servers behind it. The chart has no key for it.
    `--entryPoints.${USERS_ENTRY_POINT}.http.aliasHeadersStrategy=delete`,
  ],
  resources: resources("100m", "128Mi", "256Mi"),
  // The standard "restricted", but for the host ports.
  podSecurityContext: restrictedPod,
  securityContext: restrictedContainer,
});

/**
 * The configuration and every file that it names, in one volume.
 *
 * Traefik watches the folder of its configuration, and reads the certificates anew whenever something happens there; a
 * folder beside it, where the chart would mount them, could change unnoticed until the next restart. Kubernetes replaces
 * the content of a projected volume in one step, so a new certificate always meets its own key. Traefik also finds the
 * files through the hidden folder that such a volume consists of, and logs that it skips what it has already.
 */
const volume = {
  name: "live",
  projected: {
    defaultMode: 0o440,
    sources: [
      { configMap: { name: `${RELEASE}-file-provider`, items: [{ key: "config.yml", path: "config.yml" }] } },
      { secret: { name: CERTIFICATE_SECRET } },
      { configMap: { name: AUTHORITIES_CONFIG_MAP } },
    ],
  },
};

const telemetry = ({ countByCountry }: ChartValuesProps) => ({
  log: { level: "INFO", format: "json" },
  accessLog: {
    enabled: true,
    format: "json",
    fields: {
      headers: {
        defaultMode: "drop",
        names: { "Cf-Connecting-Ip": "keep", [COUNTRY_HEADER]: "keep", "Cf-Ray": "keep" },
      },
      queryParameters: { defaultMode: "drop" }, // they may hold secrets and personal data
    },
  },
  metrics: {
    prometheus: {
      entryPoint: "metrics",
      addRoutersLabels: true,
      buckets: "0.005,0.01,0.025,0.05,0.1,0.25,0.5,1,2.5,5,10",
      ...(countByCountry ? { headerLabels: { country: COUNTRY_HEADER } } : {}),
      service: { enabled: true },
    },
  },
});
