import { type AlertRule, by } from "./rule";

const UP = 'traefik_service_server_up{job="load-balancer"}';

const RUNBOOK =
  'Ask the region itself: "curl --cacert ca.pem --connect-to HOST:443:ADDRESS:443 https://HOST/health" from the edge node. No connection: the node, or the NSG rule that admits the balancer. Certificate error: renew it (alert CertificateExpiring) or apply api-deploy. 503: somebody took the region out on purpose (POST /health), or no pod is ready.';

/** A region's address that fails the balancer's health check. */
export const backendDown: AlertRule = {
  alert: "LoadBalancerBackendDown",
  expr: `min by (${by("service", "url")}) (${UP}) == 0`,
  for: "1m",
  labels: { severity: "warning" },
  annotations: {
    summary: "the load balancer finds {{ $labels.url }} unhealthy",
    description:
      "The health check of {{ $labels.service }} fails since a minute. With failover its users are served by another region, otherwise by nobody.",
    runbook: RUNBOOK,
  },
};

/** A whole region: the alert that only a cluster outside of it can raise. */
export const regionDown: AlertRule = {
  alert: "RegionDown",
  expr: `max by (${by("backend_region")}) (traefik_service_server_up{job="load-balancer", backend_region!=""}) == 0`,
  for: "2m",
  labels: { severity: "critical" },
  annotations: {
    summary: "region {{ $labels.backend_region }} is down, seen from the load balancer",
    description:
      "Every cluster of the region fails the health check since two minutes. With failover its users are served by another region, otherwise by nobody.",
    runbook: `Is the machine there (the cloud's console, "kubectl --context CLUSTER get nodes")? ${RUNBOOK}`,
  },
};
