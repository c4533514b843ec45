import { asks, CPU, MEMORY } from "./budget";

/** The Secret with the administrator's name and password. */
export const ADMIN_SECRET = "grafana-admin";
export const ADMIN_KEYS = { user: "user", password: "password" } as const;

/** The ConfigMap with the dashboards, a key per file. */
export const DASHBOARDS_CONFIG_MAP = "grafana-dashboards";

const FOLDER = "meridian";

/**
 * Values of Grafana's chart. Dashboards and the data source are mounted: the sidecars of the chart would read every
 * ConfigMap and Secret of the cluster for that, and take more memory than all exporters together.
 */
export const grafanaValues = (prometheusUrl: string, intervalSeconds: number, lokiUrl?: string) => ({
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
  },
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
