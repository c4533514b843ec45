import { renderYaml } from "./config";

/**
 * Admission configuration: pods are `restricted` unless their namespace says otherwise by a label, and events have
 * a rate limit.
 *
 * Only `kube-system` is exempt, where K3s runs its own Traefik, ServiceLB, CoreDNS and installation jobs. The
 * platform's two exceptions (the balancer with its host ports, node-exporter) carry a label on their namespaces,
 * where the exception and its reason stand together.
 *
 * @param exemptNamespaces namespaces in which any pod may run
 */
export function admissionConfig(exemptNamespaces: readonly string[] = ["kube-system"]): string {
  return renderYaml({
    apiVersion: "apiserver.config.k8s.io/v1",
    kind: "AdmissionConfiguration",
    plugins: [
      {
        name: "PodSecurity",
        configuration: {
          apiVersion: "pod-security.admission.config.k8s.io/v1",
          kind: "PodSecurityConfiguration",
          defaults: {
            enforce: "restricted",
            "enforce-version": "latest",
            audit: "restricted",
            "audit-version": "latest",
            warn: "restricted",
            "warn-version": "latest",
          },
          exemptions: { usernames: [], runtimeClasses: [], namespaces: exemptNamespaces },
        },
      },
      {
        name: "EventRateLimit",
        configuration: {
          apiVersion: "eventratelimit.admission.k8s.io/v1alpha1",
          kind: "Configuration",
          // Per second. Limits per user would throttle the one kubelet and the one controller manager of a node.
          limits: [
            { type: "Server", qps: 500, burst: 5000 },
            { type: "Namespace", qps: 50, burst: 500, cacheSize: 2000 },
          ],
        },
      },
    ],
  });
}

/**
 * Audit policy: who did what to which object, never a body, so that no secret reaches the log. What the API
 * server asks itself, probes, leases and events are left out.
 */
export function auditPolicy(): string {
  return renderYaml({
    apiVersion: "audit.k8s.io/v1",
    kind: "Policy",
    omitStages: ["RequestReceived"],
    rules: [
      { level: "None", nonResourceURLs: ["/healthz*", "/livez*", "/readyz*", "/metrics", "/version"] },
      { level: "None", resources: [{ group: "", resources: ["events"] }, { group: "events.k8s.io" }] },
      { level: "None", resources: [{ group: "coordination.k8s.io", resources: ["leases"] }] },
      { level: "None", users: ["system:apiserver"], verbs: ["get", "list", "watch"] },
      { level: "Metadata" },
    ],
  });
}
