import type { Place } from "../../config/place";
import { resources } from "../kubernetes/resources";
import { restrictedContainer, restrictedPod } from "../kubernetes/restricted";
import { HUB_AUTHORITY, type HubAddress } from "../monitoring/writer";
import { alloyConfiguration, LOKI_URL } from "./alloy-configuration";
import { LOGS_PATH, LOKI } from "./loki-values";

/** Where Alloy sends lines: to the hub, or to the Loki beside it. */
export type Destination = (HubAddress & { readonly certificateSecret: string }) | "neighbour";

const FOLDER = "/var/lib/alloy";
const CERTIFICATE = "/etc/alloy-certificate";
const AUTHORITY = "/etc/alloy-authority";

/** MiB that an Alloy asks for, one on each node. */
const ALLOY_MEBIBYTES = 192;

/**
 * Values of Alloy's chart: what differs from the chart's own.
 *
 * Source of the keys: https://github.com/grafana/alloy/blob/v1.18.1/operations/helm/charts/alloy/values.yaml
 */
export const alloyValues = (place: Place, destination: Destination) => {
  const hub = destination === "neighbour" ? undefined : destination;
  return {
    fullnameOverride: "alloy",
    crds: { create: false }, // no PodLogs: every pod's lines are read
    global: { podSecurityContext: restrictedPod },
    alloy: {
      enableReporting: false,
      storagePath: FOLDER, // how far each container was read
      configMap: { content: alloyConfiguration(place, hub && FILES) },
      extraEnv: [{ name: LOKI_URL, value: hub ? `https://${hub.host}${LOGS_PATH}` : `${LOKI}${LOGS_PATH}` }],
      ...(hub ? { hostAliases: [{ ip: hub.address, hostnames: [hub.host] }] } : {}),
      mounts: {
        extra: [
          { name: "data", mountPath: FOLDER },
          ...(hub
            ? [
                { name: "certificate", mountPath: CERTIFICATE, readOnly: true },
                { name: "authority", mountPath: AUTHORITY, readOnly: true },
              ]
            : []),
        ],
      },
      securityContext: restrictedContainer,
      resources: resources("20m", `${ALLOY_MEBIBYTES}Mi`),
    },
    controller: {
      volumes: {
        extra: [
          { name: "data", emptyDir: {} },
          ...(hub
            ? [
                { name: "certificate", secret: { secretName: hub.certificateSecret } },
                { name: "authority", configMap: { name: HUB_AUTHORITY } },
              ]
            : []),
        ],
      },
    },
    // Another configuration is another checksum in the pods: they are replaced, and nothing has to watch for it.
    configReloader: { enabled: false },
    service: { enabled: false },
    // The chart's own may read Secrets' names, nodes and much more. It prints two lists, of which neither may be empty.
    rbac: {
      rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] }],
      clusterRules: [{ apiGroups: [""], resources: ["pods/log"], verbs: ["get"] }],
    },
  };
};

const FILES = {
  authority: `${AUTHORITY}/ca.crt`,
  certificate: `${CERTIFICATE}/tls.crt`,
  key: `${CERTIFICATE}/tls.key`,
};
