import { MEASUREMENTS, measurementOf } from "../../config/composed-names";
import type { CanaryService } from "./canary";
import type { Check, MetricTemplate } from "./objects";
import { PROMETHEUS } from "./prometheus";
import { ERROR_RATE, LATENCY, requestRate } from "./queries";

/** A measurement covers this many intervals, so that a late scrape changes nothing. */
const INTERVALS = 2;

const windowOf = ({ canary }: CanaryService): number => INTERVALS * canary.intervalSeconds;

/** The queries that a service's checks refer to. */
export const metricTemplates = (namespace: string, service: CanaryService): readonly MetricTemplate[] => {
  const queries = {
    "request-rate": requestRate(windowOf(service)),
    "error-rate": ERROR_RATE,
    latency: LATENCY,
  };
  return MEASUREMENTS.map((name) => ({
    apiVersion: "flagger.app/v1beta1",
    kind: "MetricTemplate",
    metadata: { name: measurementOf(service.name, name), namespace },
    spec: { provider: { type: "prometheus", address: PROMETHEUS }, query: queries[name] },
  }));
};

/** The checks of a service, each with the range that is accepted. */
export function checksOf(service: CanaryService): readonly Check[] {
  const { checks } = service.canary;
  const ranges = {
    "request-rate": { min: checks.requestsPerSecond ?? fewestRequests(service) },
    "error-rate": { max: checks.errorPercent },
    latency: { max: checks.latencyMilliseconds },
  };
  return MEASUREMENTS.map((name) => ({
    name,
    interval: `${windowOf(service)}s`,
    thresholdRange: ranges[name],
    templateRef: { name: measurementOf(service.name, name) },
  }));
}

/** A tenth of what the load alone gives a version at the first step. */
const fewestRequests = ({ canary: { load, stepWeight } }: CanaryService): number =>
  Number(((load.connections * load.requestsPerSecond * stepWeight) / 1000).toPrecision(3));
