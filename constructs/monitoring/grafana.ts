import { SCOPES, SSO_SECRET, type Sso } from "../consoles/sso";
import { asks, CPU, MEMORY } from "./budget";

/** The Secret with the administrator's name and password. */
export const ADMIN_SECRET = "grafana-admin";
export const ADMIN_KEYS = { user: "user", password: "password" } as const;

/** The ConfigMap with the dashboards, a key per file. */
export const DASHBOARDS_CONFIG_MAP = "grafana-dashboards";

const FOLDER = "meridian";

/** The name of its page, and who knows people. */
export interface GrafanaConsole {
  readonly host: string;
  readonly sso: Sso;
}

/**
 * People come from the issuer alone, and only members of the group have a role here
 * (https://grafana.com/docs/grafana/latest/setup-grafana/configure-security/configure-authentication/generic-oauth/).
 */
const signIn = ({ host, sso: { clientId, group, endpoints } }: GrafanaConsole) => ({
  server: { root_url: `https://${host}` },
  auth: { disable_login_form: true },
  "auth.basic": { enabled: false },
  "auth.generic_oauth": {
    enabled: true,
    name: "SSO",
    client_id: clientId,
    scopes: SCOPES.join(" "),
    auth_url: endpoints?.authorization,
    token_url: endpoints?.token,
    api_url: endpoints?.userInfo,
    use_pkce: true,
    role_attribute_path: `contains(groups[*], '${group}') && 'Admin'`,
    role_attribute_strict: true,
  },
});

/** An environment variable wins over the file (https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#override-configuration-with-environment-variables). */
const CLIENT_SECRET = { GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET: { secretKeyRef: { ...SSO_SECRET } } };

/**
 * Values of Grafana's chart. Dashboards and the data source are mounted: the sidecars of the chart would read every
 * ConfigMap and Secret of the cluster for that, and take more memory than all exporters together.
 */
export const grafanaValues = (
  prometheusUrl: string,
  intervalSeconds: number,
  lokiUrl?: string,
  console?: GrafanaConsole,
) => ({
  fullnameOverride: "grafana",
  defaultDashboardsEnabled: false,
  admin: {
    existingSecret: ADMIN_SECRET,
    userKey: ADMIN_KEYS.user,
    passwordKey: ADMIN_KEYS.password,
  },
  "grafana.ini": {
    analytics: { check_for_updates: false, check_for_plugin_updates: false, reporting_enabled: false },
    "auth.anonymous": { enabled: false },
    users: { allow_sign_up: false, allow_org_create: false },
    security: { disable_gravatar: true },
    snapshots: { external_enabled: false },
    plugins: { preinstall_disabled: true }, // it would download them
    ...(console ? signIn(console) : {}),
  },
  ...(console ? { envValueFrom: CLIENT_SECRET } : {}),
  sidecar: { dashboards: { enabled: false }, datasources: { enabled: false } },
  datasources: {
    "datasources.yaml": {
      apiVersion: 1,
      datasources: [
        {
          name: "Prometheus",
          uid: "prometheus",
          type: "prometheus",
          access: "proxy",
          url: prometheusUrl,
          isDefault: true,
          jsonData: { httpMethod: "POST", timeInterval: `${intervalSeconds}s` },
        },
        ...(lokiUrl === undefined
          ? []
          : [{ name: "Loki", uid: "loki", type: "loki", access: "proxy", url: lokiUrl }]),
      ],
    },
  },
  dashboardProviders: {
    "dashboardproviders.yaml": {
      apiVersion: 1,
      providers: [
        {
          name: FOLDER,
          folder: "Meridian",
          type: "file",
          allowUiUpdates: false,
          options: { path: `/var/lib/grafana/dashboards/${FOLDER}` },
        },
      ],
    },
  },
  dashboardsConfigMaps: { [FOLDER]: DASHBOARDS_CONFIG_MAP },
  // It asks nothing of the Kubernetes API.
  rbac: { create: false },
  automountServiceAccountToken: false,
  serviceMonitor: { enabled: false },
  testFramework: { enabled: false },
  deploymentStrategy: { type: "Recreate" }, // there is no memory for two
  containerSecurityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ["ALL"] },
    readOnlyRootFilesystem: true,
    seccompProfile: { type: "RuntimeDefault" },
  },
  extraEmptyDirMounts: [{ name: "tmp", mountPath: "/tmp" }],
  resources: asks(CPU.grafana, MEMORY.grafana),
});
