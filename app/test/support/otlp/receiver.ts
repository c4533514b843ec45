/**
 * A receiver of OTLP over HTTP, which reads messages by the protocol's own definitions: those beside this file are
 * https://github.com/open-telemetry/opentelemetry-proto, v1.11.0, unchanged (Apache-2.0).
 */
import { once } from "node:events";
import http, { type IncomingHttpHeaders } from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { loadSync, type ServiceDefinition } from "@grpc/proto-loader";

const definitions = loadSync(
  ["trace", "metrics"].map((signal) => `opentelemetry/proto/collector/${signal}/v1/${signal}_service.proto`),
  { includeDirs: [__dirname], longs: Number, enums: String, oneofs: true, arrays: true },
);
const PREFIX = "opentelemetry.proto.collector";
const EXPORTS = new Map(
  [
    ["/v1/traces", "trace.v1.TraceService"],
    ["/v1/metrics", "metrics.v1.MetricsService"],
  ].map(([path, name]) => [path, (definitions[`${PREFIX}.${name}`] as ServiceDefinition)["Export"]]),
);

interface KeyValue {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>> & { readonly value: string };
}

/** Of traces and metrics, in what these tests look at. */
export interface Span {
  readonly traceId: string;
  readonly parentSpanId: string;
  readonly name: string;
  readonly kind: string;
  readonly milliseconds: number;
  readonly status: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface Metric {
  readonly name: string;
  readonly unit: string;
  readonly data: "gauge" | "sum" | "histogram";
  readonly points: readonly (Readonly<Record<string, unknown>> & {
    readonly attributes: Readonly<Record<string, unknown>>;
  })[];
}

const record = (attributes: readonly KeyValue[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value[value.value]]));

// biome-ignore lint/suspicious/noExplicitAny: what proto-loader makes of a message has no type.
type Message = any;

const span = (message: Message): Span => ({
  traceId: message.traceId.toString("hex"),
  parentSpanId: message.parentSpanId.toString("hex"),
  name: message.name,
  kind: message.kind,
  milliseconds: (message.endTimeUnixNano - message.startTimeUnixNano) / 1e6,
  status: message.status?.code,
  attributes: record(message.attributes),
});

const metric = (message: Message): Metric => ({
  name: message.name,
  unit: message.unit,
  data: message.data,
  points: message[message.data].dataPoints.map((point: Message) => ({
    ...point,
    attributes: record(point.attributes),
  })),
});

export class Receiver {
  readonly spans: Span[] = [];
  /** By name, as they were told last. */
  readonly metrics = new Map<string, Metric>();
  headers: IncomingHttpHeaders = {};
  resource: Readonly<Record<string, unknown>> = {};
  /** Messages so far. */
  messages = 0;

  private readonly server: http.Server;

  /** @param pair for HTTPS; plain HTTP without it */
  constructor(private readonly pair?: { readonly cert: string; readonly key: string }) {
    const receive: http.RequestListener = (request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        this.take(request.url ?? "", request.headers, Buffer.concat(chunks));
        response.writeHead(200, { "content-type": "application/x-protobuf" }).end();
      });
    };
    this.server = pair === undefined ? http.createServer(receive) : https.createServer(pair, receive);
  }

  async listen(): Promise<string> {
    this.server.listen(0, "localhost");
    await once(this.server, "listening");
    const { port } = this.server.address() as AddressInfo;
    return `${this.pair === undefined ? "http" : "https"}://localhost:${port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private take(path: string, headers: IncomingHttpHeaders, body: Buffer): void {
    const message: Message = EXPORTS.get(path)?.requestDeserialize(body);
    const resources = message.resourceSpans ?? message.resourceMetrics;
    for (const { resource, scopeSpans = [], scopeMetrics = [] } of resources) {
      this.resource = record(resource.attributes);
      this.spans.push(...scopeSpans.flatMap(({ spans }: Message) => spans.map(span)));
      for (const each of scopeMetrics.flatMap(({ metrics }: Message) => metrics.map(metric)) as Metric[]) {
        this.metrics.set(each.name, each);
      }
    }
    this.headers = headers;
    this.messages += 1;
  }
}
