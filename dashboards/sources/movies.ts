import { board, HERE } from "./board";
import { graph, number } from "./panel";

/** The four services' jobs, `<workload>/<service>`, as `config/workloads/movies.ts` names them. */
export const MOVIES_JOBS = "movies-(web|auth|rec|data)/(web|auth|rec|data)";

const SERVICES = `job=~"${MOVIES_JOBS}", ${HERE}`;
const USERS = `${SERVICES}, path!~"/status|/ready|/version"`;

const rate = (series: string): string => `rate(${series}[$__rate_interval])`;

const calls = `sum by (job) (${rate(`http_requests_total{${USERS}}`)})`;

/** Share of server errors: 0 where nothing failed, no sample where there were no calls. */
const errors = `(sum by (job) (${rate(`http_requests_total{${USERS}, status=~"5.."}`)}) or ${calls} * 0) / (${calls} > 0)`;

const quantile = (share: number): string =>
  `histogram_quantile(${share}, sum by (job, le) (${rate(`http_request_duration_seconds_bucket{${USERS}}`)}))`;

/** Each service counts its calls by URL under a name of its own. */
const byUrl = ["webapp_calls", "auth_calls", "rec_calls", "db_calls"].map((counter) => ({
  expr: `sum by (job, url) (${rate(`${counter}{${HERE}, url!~"/status|/ready|/version"}`)})`,
  legend: "{{job}} {{url}}",
}));

export const movies = board({
  uid: "meridian-movies",
  title: "Movies",
  description: "The four services web, auth, rec and data as they measure themselves. Probes are left out.",
  sections: [
    {
      title: "Now",
      panels: [
        number({
          title: "Calls",
          description: "Answered calls a second, by service.",
          unit: "reqps",
          queries: [{ expr: calls, legend: "{{job}}" }],
        }),
        number({
          title: "Errors",
          description: "Share of calls that a service answers with a server's error.",
          unit: "percentunit",
          queries: [{ expr: errors, legend: "{{job}}" }],
          thresholds: [
            { color: "green", value: null },
            { color: "red", value: 0.001 },
          ],
        }),
        number({
          title: "99 % answered within",
          description: "99 of 100 calls of a service are answered within this time.",
          unit: "s",
          queries: [{ expr: quantile(0.99), legend: "{{job}}" }],
        }),
        number({
          title: "Pods",
          description: "Pods of each service whose metrics Prometheus reads.",
          unit: "short",
          queries: [{ expr: `sum by (job) (up{${SERVICES}})`, legend: "{{job}}" }],
        }),
      ],
    },
    {
      title: "Services",
      panels: [
        graph({
          title: "Call rate",
          description: "Answered calls a second. data at zero while web is not: users read no ratings.",
          unit: "reqps",
          queries: [{ expr: calls, legend: "{{job}}" }],
        }),
        graph({
          title: "Error ratio",
          description:
            "Share of calls that end with a server's error (5xx): 502 of web is another service that does not answer, 503 of data its database.",
          unit: "percentunit",
          queries: [{ expr: errors, legend: "{{job}}" }],
        }),
        graph({
          title: "Duration, median",
          description:
            "From a call's header to the end of its answer. A login takes as long as a password's hash.",
          unit: "s",
          queries: [{ expr: quantile(0.5), legend: "{{job}}" }],
        }),
        graph({
          title: "Duration, 99 %",
          description: "What the slowest of a hundred calls take, of which web's hold those of the others.",
          unit: "s",
          queries: [{ expr: quantile(0.99), legend: "{{job}}" }],
        }),
        graph({
          title: "Calls by URL",
          description: "Which of a service's URLs are called; other is what no route claims.",
          unit: "reqps",
          width: 24,
          stacked: true,
          queries: byUrl,
        }),
        graph({
          title: "Answers by status",
          description:
            "401 is a token or password that is not believed, 502 and 503 a service or database that is away.",
          unit: "reqps",
          width: 24,
          stacked: true,
          queries: [
            {
              expr: `sum by (job, status) (${rate(`http_requests_total{${USERS}}`)})`,
              legend: "{{job}} {{status}}",
            },
          ],
        }),
      ],
    },
    {
      title: "Saturation",
      panels: [
        graph({
          title: "Calls in flight",
          description: "Calls being answered. Growth without more calls: answers take longer.",
          unit: "short",
          queries: [{ expr: `sum by (job) (http_requests_in_flight{${SERVICES}})`, legend: "{{job}}" }],
        }),
        graph({
          title: "Resident memory",
          description: "What counts against a pod's memory limit; of auth, 16 MiB for each login at work.",
          unit: "bytes",
          queries: [
            {
              expr: `max by (job) (process_resident_memory_bytes{${SERVICES}})`,
              legend: "{{job}} largest pod",
            },
          ],
        }),
      ],
    },
  ],
});
