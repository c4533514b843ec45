/**
 * The Envoys' counters of the requests to the pods on trial. Contour calls a cluster `<namespace>_<Service>_<port>`;
 * `canary` is the Service that Flagger makes for them. Flagger fills in the names in braces.
 */
const ON_TRIAL = 'envoy_cluster_name=~"{{ namespace }}_{{ target }}-canary_[0-9a-z-]+"';

/**
 * By how much counters grew in the interval, 0 where there are none. `increase` would miss what a counter began with, and
 * Envoy begins one at the first request, or the first error, that it counts: a single error would be invisible.
 */
const growth = (counter: string): string =>
  `(sum(clamp_min(${counter} - ${counter} offset {{ interval }}, 0) or ${counter}) or vector(0))`;

const answers = `envoy_cluster_upstream_rq{${ON_TRIAL}}`;
const errors = `envoy_cluster_upstream_rq{${ON_TRIAL},envoy_response_code=~"5.."}`;

/** Seconds of the interval, of which Flagger knows only a text such as `60s`. */
const perSecond = (expression: string, seconds: number): string => `${expression} / ${seconds}`;

/**
 * Requests a second. This is the check that fails where no requests come; the others then say 0, which is neither a division
 * by zero nor a missing value, both of which Flagger would take for a failure without a reason.
 */
export const requestRate = (seconds: number): string => perSecond(growth(answers), seconds);

/** Percentage of the answers that are the server's errors, those that Envoy gives in the pods' place included. */
export const ERROR_RATE = `100 * ${growth(errors)} / (${growth(answers)} > 0) or vector(0)`;

/** Milliseconds in which 99 of 100 requests were answered. `>= 0` drops the NaN of a histogram without requests. */
export const LATENCY = `histogram_quantile(0.99, sum(rate(envoy_cluster_upstream_rq_time_bucket{${ON_TRIAL}}[{{ interval }}])) by (le)) >= 0 or vector(0)`;
