import { restrictedContainer } from "../kubernetes/restricted";

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

/** Requested memory is the limit too. */
const resources = (cpu: string, memory: string) => ({ requests: { cpu, memory }, limits: { memory } });

/**
 * Flagger's chart. Its Prometheus keeps two hours of the gateway's metrics and nothing else depends on it: a rollout does
 * not wait for the platform's monitoring. The chart knows no memory limit for it.
 */
export const flaggerValues = (cluster: string): object => ({
  meshProvider: "gatewayapi:v1",
  clusterName: cluster,
  crd: { create: true },
  prometheus: {
    install: true,
    image: "docker.io/prom/prometheus:v2.55.1", // the chart's own is of 2022
    retention: "2h",
    securityContext: restricted(65534),
  },
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
});
