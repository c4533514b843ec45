/** The series of /metrics, under the same names, as OpenTelemetry's metrics. They are read when they are sent, so counting costs what it did. */
import { type HrTime, ValueType } from "@opentelemetry/api";
import { millisToHrTime } from "@opentelemetry/core";
import type { Resource } from "@opentelemetry/resources";
import {
  AggregationTemporality,
  type CollectionResult,
  DataPointType,
  type MetricData,
  type MetricProducer,
} from "@opentelemetry/sdk-metrics";
import type { Family, Labels } from "../exposition";
import type { Metrics } from "../metrics";

/** As UCUM writes it, https://ucum.org; Prometheus' names end with it. */
const unitOf = (name: string): string =>
  /_seconds(_total)?$/.test(name) ? "s" : /_bytes$/.test(name) ? "By" : "";

export class Series implements MetricProducer {
  private readonly startTime: HrTime = millisToHrTime(performance.timeOrigin);

  constructor(
    private readonly metrics: Metrics,
    private readonly resource: Resource,
  ) {}

  collect(): Promise<CollectionResult> {
    const endTime = millisToHrTime(Date.now());
    const metrics = this.metrics.families().map((family) => this.metric(family, endTime));
    const resourceMetrics = {
      resource: this.resource,
      scopeMetrics: [{ scope: { name: "meridian" }, metrics }],
    };
    return Promise.resolve({ resourceMetrics, errors: [] });
  }

  private metric(family: Family, endTime: HrTime): MetricData {
    const { startTime } = this;
    const { name, help, type } = family;
    const common = {
      descriptor: { name, description: help, unit: unitOf(name), valueType: ValueType.DOUBLE },
      aggregationTemporality: AggregationTemporality.CUMULATIVE,
    };
    const point = <Value>(attributes: Labels, value: Value) => ({ startTime, endTime, attributes, value });
    if (family.type === "histogram") {
      const dataPoints = family.samples.map(({ labels, counts, sum }) => {
        const buckets = { boundaries: [...family.bounds], counts: Array.from(counts) };
        const count = buckets.counts.reduce((total, each) => total + each, 0);
        return point(labels, { buckets, sum, count });
      });
      return { ...common, dataPointType: DataPointType.HISTOGRAM, dataPoints };
    }
    const dataPoints = family.samples.map(({ labels = {}, value }) => point(labels, value));
    return type === "counter"
      ? { ...common, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints }
      : { ...common, dataPointType: DataPointType.GAUGE, dataPoints };
  }
}
