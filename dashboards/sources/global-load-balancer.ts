import { board, HERE } from "./board";
import { graph, number } from "./panel";

const BALANCER = `job="load-balancer", ${HERE}`;
const USERS = `${BALANCER}, entrypoint="websecure"`;

const rate = (series: string): string => `rate(${series}[$__rate_interval])`;

const quantile = (share: number, label: string, series: string): string =>
  `histogram_quantile(${share}, sum by (${label}, le) (${rate(series)}))`;

const ENTRY_DURATION = `traefik_entrypoint_request_duration_seconds_bucket{${USERS}}`;
const BACKEND_DURATION = `traefik_service_request_duration_seconds_bucket{${BALANCER}, backend_region!=""}`;

/** Requests by the region that the user's country belongs to, and by the region that answered. */
const HOME = `sum by (backend_region) (${rate(`traefik_router_requests_total{${BALANCER}, backend_region!=""}`)})`;
const SERVED = `sum by (backend_region) (${rate(`traefik_service_requests_total{${BALANCER}, backend_region!=""}`)})`;

export const globalLoadBalancer = board({
  uid: "meridian-global-load-balancer",
  title: "Global load balancer",
  description:
    "The platform as its users get it: Traefik on the edge cluster. The region of these series is the balancer's own; the one that it sends requests to is the backend region.",
  sections: [
    {
      title: "Now",
      panels: [
        number({
          title: "Requests",
          description: "Requests a second from users.",
          unit: "reqps",
          queries: [{ expr: `sum(${rate(`traefik_entrypoint_requests_total{${USERS}}`)})`, legend: "all" }],
        }),
        number({
          title: "Errors",
          description: "Share of requests that users get a server's error for.",
          unit: "percentunit",
          queries: [
            {
              expr: `(sum(${rate(`traefik_entrypoint_requests_total{${USERS}, code=~"5.."}`)}) or vector(0)) / (sum(${rate(`traefik_entrypoint_requests_total{${USERS}}`)}) > 0)`,
              legend: "all",
            },
          ],
          thresholds: [
            { color: "green", value: null },
            { color: "red", value: 0.001 },
          ],
        }),
        number({
          title: "95 % answered within",
          description: "As users get it, less the way from them to the balancer.",
          unit: "s",
          queries: [{ expr: quantile(0.95, "environment", ENTRY_DURATION), legend: "all" }],
        }),
        number({
          title: "Healthy backends",
          description: "Clusters that pass the balancer's health check.",
          unit: "short",
          queries: [{ expr: `sum(traefik_service_server_up{${BALANCER}})`, legend: "up" }],
        }),
      ],
    },
    {
      title: "Where requests come from and go to",
      panels: [
        graph({
          title: "Requests by country",
          description:
            "The ten countries with most requests, as Cloudflare tells them; without Cloudflare there is only one line.",
          unit: "reqps",
          queries: [
            {
              expr: `topk(10, sum by (country) (${rate(`traefik_entrypoint_requests_total{${USERS}}`)}))`,
              legend: "{{country}}",
            },
          ],
        }),
        graph({
          title: "Requests by region",
          description: "Which region answered.",
          unit: "reqps",
          stacked: true,
          queries: [{ expr: SERVED, legend: "{{backend_region}}" }],
        }),
        graph({
          title: "Failovers",
          description:
            "Requests a second that belong to a region and were answered by another one. Above zero: the region is down, or was. Routing in turn has no home regions and shows nothing.",
          unit: "reqps",
          queries: [
            {
              expr: `clamp_min(${HOME} - (${SERVED} or ${HOME} * 0), 0)`,
              legend: "away from {{backend_region}}",
            },
          ],
        }),
        graph({
          title: "Backend health",
          description:
            "1: the cluster passes the balancer's health check, 0: it does not, and gets no requests.",
          unit: "short",
          maximum: 1,
          queries: [
            {
              expr: `min by (service, url) (traefik_service_server_up{${BALANCER}})`,
              legend: "{{service}} {{url}}",
            },
          ],
        }),
      ],
    },
    {
      title: "Errors and latency",
      panels: [
        graph({
          title: "Requests by status",
          description: "What users got: 5xx is an error of the platform, 4xx the caller's.",
          unit: "reqps",
          stacked: true,
          queries: [
            {
              expr: `sum by (code) (${rate(`traefik_entrypoint_requests_total{${USERS}}`)})`,
              legend: "{{code}}",
            },
          ],
        }),
        graph({
          title: "TLS and connection errors",
          description:
            "Between the balancer and a region: 500 is a certificate that it refuses (or an error of the API itself), 502 no connection, 504 no answer in time; 503: no healthy backend, as soon as the health check has noticed. 421: a user asked for another name than in the handshake. Traefik counts no handshake that fails with a user: its log has them.",
          unit: "reqps",
          queries: [
            {
              expr: `sum by (backend_region, code) (${rate(`traefik_service_requests_total{${BALANCER}, backend_region!="", code=~"500|502|504"}`)})`,
              legend: "{{backend_region}} {{code}}",
            },
            {
              expr: `sum by (code) (${rate(`traefik_entrypoint_requests_total{${USERS}, code=~"421|503"}`)})`,
              legend: "users {{code}}",
            },
          ],
        }),
        graph({
          title: "Duration for users",
          description: "From the request's arrival at the balancer to the end of the answer.",
          unit: "s",
          queries: [
            { expr: quantile(0.5, "environment", ENTRY_DURATION), legend: "p50" },
            { expr: quantile(0.95, "environment", ENTRY_DURATION), legend: "p95" },
            { expr: quantile(0.99, "environment", ENTRY_DURATION), legend: "p99" },
          ],
        }),
        graph({
          title: "Duration by region",
          description: "How long a region takes to answer the balancer: its distance, and its work.",
          unit: "s",
          queries: [
            { expr: quantile(0.5, "backend_region", BACKEND_DURATION), legend: "{{backend_region}} p50" },
            { expr: quantile(0.95, "backend_region", BACKEND_DURATION), legend: "{{backend_region}} p95" },
          ],
        }),
      ],
    },
    {
      title: "The balancer itself",
      panels: [
        graph({
          title: "TLS versions",
          description: "What users (or Cloudflare) connect with.",
          unit: "reqps",
          stacked: true,
          queries: [
            {
              expr: `sum by (tls_version) (${rate(`traefik_entrypoint_requests_tls_total{${USERS}}`)})`,
              legend: "{{tls_version}}",
            },
          ],
        }),
        graph({
          title: "Open connections",
          description: "Many connections with few requests: somebody holds them, or handshakes fail.",
          unit: "short",
          queries: [
            {
              expr: `sum by (entrypoint) (traefik_open_connections{${BALANCER}})`,
              legend: "{{entrypoint}}",
            },
          ],
        }),
        graph({
          title: "Memory",
          description: "What counts against the pod's memory limit.",
          unit: "bytes",
          queries: [{ expr: `process_resident_memory_bytes{${BALANCER}}`, legend: "{{pod}}" }],
        }),
        graph({
          title: "Certificate",
          description: "Time until a certificate that the balancer shows expires.",
          unit: "s",
          queries: [
            {
              expr: `min by (cn) (traefik_tls_certs_not_after{${BALANCER}}) - time()`,
              legend: "{{cn}}",
            },
          ],
        }),
      ],
    },
  ],
});
