import { noToken } from "../kubernetes/no-token";
import { resources } from "../kubernetes/resources";
import { restrictedContainer } from "../kubernetes/restricted";
import { PROMETHEUS } from "./prometheus";

/** A user without rights, by number: the images say none. */
const restricted = (user: number) => ({
  enabled: true,
  context: {
    ...restrictedContainer,
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
    seccompProfile: { type: "RuntimeDefault" },
  },
});

/** Flagger's chart, without the Prometheus that it could bring: `prometheus.ts` says why. */
export const flaggerValues = (cluster: string): object => ({
  meshProvider: "gatewayapi:v1",
  clusterName: cluster,
  crd: { create: true },
  metricsServer: PROMETHEUS,
  securityContext: restricted(10001),
  resources: resources("10m", "128Mi"),
});

/**
 * The load tester's chart. It runs every command that it is sent: therefore only Flagger reaches it, and it listens to
 * canaries of the workloads' namespaces alone.
 */
export const loadTesterValues = (namespaces: readonly string[]): object => ({
  cmd: { timeout: "1h", namespaceRegexp: `^(${namespaces.join("|")})$` },
  securityContext: restricted(65532),
  resources: resources("100m", "128Mi"),
  volumes: [noToken.volume],
  volumeMounts: [noToken.mount],
});
