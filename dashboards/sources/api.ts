import { board, HERE } from "./board";
import { graph, number } from "./panel";

const API = `job="api", ${HERE}`;
const USERS = `${API}, path!~"/health|/healthz|/readyz"`;

const rate = (series: string): string => `rate(${series}[$__rate_interval])`;

/** Share of server errors: 0 where nothing failed, no sample where there were no requests. */
const errorRatio = (label: string): string =>
  `(sum by (${label}) (${rate(`http_requests_total{${USERS}, status=~"5.."}`)}) or sum by (${label}) (${rate(`http_requests_total{${USERS}}`)}) * 0) / (sum by (${label}) (${rate(`http_requests_total{${USERS}}`)}) > 0)`;

const quantile = (share: number): string =>
  `histogram_quantile(${share}, sum by (region, le) (${rate(`http_request_duration_seconds_bucket{${USERS}}`)}))`;

export const api = board({
  uid: "meridian-api",
  title: "API",
  description: "The API as it measures itself, per region. Probes are left out.",
  sections: [
    {
      title: "Now",
      panels: [
        number({
          title: "Requests",
          description: "Answered requests a second.",
          unit: "reqps",
          queries: [
            { expr: `sum by (region) (${rate(`http_requests_total{${USERS}}`)})`, legend: "{{region}}" },
          ],
        }),
        number({
          title: "Errors",
          description: "Share of requests that the API answers with a server's error.",
          unit: "percentunit",
          queries: [{ expr: errorRatio("region"), legend: "{{region}}" }],
          thresholds: [
            { color: "green", value: null },
            { color: "red", value: 0.001 },
          ],
        }),
        number({
          title: "95 % answered within",
          description: "95 of 100 requests are answered within this time.",
          unit: "s",
          queries: [{ expr: quantile(0.95), legend: "{{region}}" }],
        }),
        number({
          title: "Pods",
          description: "Pods whose metrics Prometheus reads.",
          unit: "short",
          queries: [{ expr: `sum by (region) (up{${API}})`, legend: "{{region}}" }],
        }),
      ],
    },
    {
      title: "Requests",
      panels: [
        graph({
          title: "Request rate",
          description:
            "Answered requests a second. A region at zero while others are not: users no longer reach it.",
          unit: "reqps",
          queries: [
            { expr: `sum by (region) (${rate(`http_requests_total{${USERS}}`)})`, legend: "{{region}}" },
          ],
        }),
        graph({
          title: "Error ratio",
          description: "Share of requests that are answered with a server's error (5xx).",
          unit: "percentunit",
          queries: [{ expr: errorRatio("region"), legend: "{{region}}" }],
        }),
        graph({
          title: "Duration",
          description:
            "From a request's header to the end of its answer. Callers can delay on purpose (?wait=) and choose the length of an answer (/data).",
          unit: "s",
          queries: [
            { expr: quantile(0.5), legend: "{{region}} p50" },
            { expr: quantile(0.95), legend: "{{region}} p95" },
            { expr: quantile(0.99), legend: "{{region}} p99" },
          ],
        }),
        graph({
          title: "Requests by status",
          description:
            "5xx is the API's own fault, 4xx the caller's, 499 a caller who left before the answer.",
          unit: "reqps",
          stacked: true,
          queries: [
            {
              expr: `sum by (region, status) (${rate(`http_requests_total{${USERS}}`)})`,
              legend: "{{region}} {{status}}",
            },
          ],
        }),
        graph({
          title: "Requests by path",
          description: 'Which route is used; unknown paths count as "/".',
          unit: "reqps",
          stacked: true,
          queries: [
            {
              expr: `sum by (region, path) (${rate(`http_requests_total{${USERS}}`)})`,
              legend: "{{region}} {{path}}",
            },
          ],
        }),
        graph({
          title: "Broken promises",
          description:
            "Share of requests that break an objective, over 5 minutes and over an hour: what the alerts about the error budget compare.",
          unit: "percentunit",
          queries: [
            { expr: `slo:error_ratio:rate5m{${HERE}, slo=~"api-.*"}`, legend: "{{region}} {{slo}} 5m" },
            { expr: `slo:error_ratio:rate1h{${HERE}, slo=~"api-.*"}`, legend: "{{region}} {{slo}} 1h" },
          ],
        }),
      ],
    },
    {
      title: "Saturation",
      panels: [
        graph({
          title: "Requests in flight",
          description:
            "Requests being answered and open websockets. Growth without more requests: answers take longer.",
          unit: "short",
          queries: [
            { expr: `sum by (region) (http_requests_in_flight{${API}})`, legend: "{{region}} requests" },
            { expr: `sum by (region) (websocket_connections{${API}})`, legend: "{{region}} websockets" },
          ],
        }),
        graph({
          title: "Event loop delay",
          description: "How late the process gets to its work. Above 100 ms users notice: more replicas.",
          unit: "s",
          queries: [
            { expr: `max by (region) (nodejs_eventloop_lag_p99_seconds{${API}})`, legend: "{{region}} p99" },
            {
              expr: `max by (region) (nodejs_eventloop_lag_mean_seconds{${API}})`,
              legend: "{{region}} mean",
            },
          ],
        }),
        graph({
          title: "Garbage collection pause",
          description: "Average length of a collection. It grows with the heap.",
          unit: "s",
          queries: [
            {
              expr: `sum by (region, kind) (${rate(`nodejs_gc_duration_seconds_sum{${API}}`)}) / (sum by (region, kind) (${rate(`nodejs_gc_duration_seconds_count{${API}}`)}) > 0)`,
              legend: "{{region}} {{kind}}",
            },
          ],
        }),
        graph({
          title: "CPU",
          description: "Cores that the process uses; one is the most that a single event loop can.",
          unit: "short",
          queries: [
            {
              expr: `sum by (region) (${rate(`process_cpu_seconds_total{${API}}`)})`,
              legend: "{{region}}",
            },
          ],
        }),
        graph({
          title: "Resident memory",
          description: "What counts against the pod's memory limit.",
          unit: "bytes",
          queries: [
            {
              expr: `max by (region) (process_resident_memory_bytes{${API}})`,
              legend: "{{region}} largest pod",
            },
          ],
        }),
        graph({
          title: "Heap",
          description: "Memory of JavaScript objects: steady growth over days is a leak.",
          unit: "bytes",
          queries: [
            { expr: `max by (region) (nodejs_heap_size_used_bytes{${API}})`, legend: "{{region}} used" },
            { expr: `max by (region) (nodejs_heap_size_total_bytes{${API}})`, legend: "{{region}} reserved" },
          ],
        }),
      ],
    },
    {
      title: "Deployment",
      panels: [
        graph({
          title: "Versions",
          description: "Pods by version: two lines cross during a roll-out.",
          unit: "short",
          queries: [
            { expr: `sum by (region, version) (build_info{${API}})`, legend: "{{region}} {{version}}" },
          ],
        }),
        graph({
          title: "Certificate",
          description: "Time until the served certificate expires.",
          unit: "s",
          queries: [
            {
              expr: `min by (region) (tls_certificate_not_after_seconds{${API}}) - time()`,
              legend: "{{region}}",
            },
          ],
        }),
      ],
    },
  ],
});
