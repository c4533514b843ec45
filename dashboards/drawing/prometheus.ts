/** A series over time: its labels, and pairs of Unix time and value. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly (readonly [time: number, value: number])[];
}

export interface Span {
  /** Unix time in seconds. */
  readonly start: number;
  readonly end: number;
}

interface Answer {
  readonly status: string;
  readonly error?: string;
  readonly data?: {
    readonly result: readonly {
      readonly metric: Record<string, string>;
      readonly values?: readonly (readonly [number, string])[];
    }[];
  };
}

/** Points that a picture has room for. */
const POINTS = 120;

/** What a Prometheus that does not answer, or refuses a query, has to say for itself. */
export class PrometheusError extends Error {}

/** What is needed of Prometheus' HTTP API (https://prometheus.io/docs/prometheus/latest/querying/api/). */
export class PrometheusApi {
  constructor(private readonly address: string) {}

  /** @throws PrometheusError with what Prometheus says about a query that it refuses */
  async range(query: string, { start, end }: Span): Promise<readonly Series[]> {
    const step = Math.max(1, Math.floor((end - start) / POINTS));
    const url = new URL("/api/v1/query_range", this.address);
    const body = new URLSearchParams({ query, start: `${start}`, end: `${end}`, step: `${step}` });
    const response = await fetch(url, { method: "POST", body }).catch((error: Error) => {
      throw new PrometheusError(`${url.origin} does not answer: ${String(error.cause ?? error.message)}`);
    });
    const answer = (await response.json().catch(() => ({}))) as Partial<Answer>; // a proxy's page is no JSON
    if (!answer.data) {
      throw new PrometheusError(`${url.origin} refuses ${query}: ${answer.error ?? response.statusText}`);
    }
    return answer.data.result.map(({ metric, values }) => ({
      labels: metric,
      points: (values ?? [])
        .map(([time, value]) => [time, Number(value)] as const)
        .filter(([, value]) => Number.isFinite(value)),
    }));
  }
}
