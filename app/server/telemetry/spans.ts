/** Requests as spans: https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-server-span */
import {
  type Context,
  defaultTextMapGetter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import type { Resource } from "@opentelemetry/resources";
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  type SpanExporter,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { type Exchange, methodLabel } from "../exchange";

/** What a client chooses is cut, as it is in the log. */
const VALUE_LIMIT = 1024;

/** https://www.w3.org/TR/trace-context/ */
const propagator = new W3CTraceContextPropagator();

export class Spans {
  private readonly provider: TracerProvider;
  private readonly tracer: Tracer;

  /**
   * @param ratio of the requests whose caller has not decided already
   * @param delay milliseconds for which spans wait for company
   */
  constructor(
    exporter: SpanExporter,
    resource: Resource,
    private readonly ratio: number,
    delay: number,
  ) {
    this.provider = new TracerProvider({
      resource,
      sampler: new AlwaysOnSampler(), // `trace` has decided
      spanLimits: { attributeValueLengthLimit: VALUE_LIMIT },
      spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: delay })],
    });
    this.tracer = this.provider.getTracer("meridian");
  }

  /** Who is not trusted may name the trace that a request belongs to, and not make us keep it. */
  trace(exchange: Exchange, route: string, status: number, milliseconds: number): string | undefined {
    const isChosen = Math.random() < this.ratio;
    const { trusted } = exchange.peer;
    if (!isChosen && !trusted) {
      return undefined; // whatever its headers say, which are not read for it
    }
    const parent = propagator.extract(ROOT_CONTEXT, exchange.headers, defaultTextMapGetter);
    const told = trusted ? trace.getSpanContext(parent) : undefined;
    const isKept = told === undefined ? isChosen : (told.traceFlags & TraceFlags.SAMPLED) !== 0;
    return isKept ? this.span(exchange, parent, route, status, milliseconds) : undefined;
  }

  end(): Promise<void> {
    return this.provider.shutdown();
  }

  private span(
    exchange: Exchange,
    parent: Context,
    route: string,
    status: number,
    milliseconds: number,
  ): string {
    const { method, service, peer, protocol, path, userAgent } = exchange;
    const endTime = Date.now();
    const known = methodLabel(method);
    const span = this.tracer.startSpan(
      `${known === "other" ? "HTTP" : known} ${route}`,
      {
        kind: SpanKind.SERVER,
        startTime: endTime - milliseconds,
        attributes: {
          "http.request.method": known === "other" ? "_OTHER" : known,
          "http.route": route,
          "http.response.status_code": status,
          "http.response.body.size": exchange.bytes,
          "url.path": path,
          "url.scheme": service.certificates === undefined ? "http" : "https",
          "network.protocol.version": protocol.slice("HTTP/".length).replace("2.0", "2"),
          "network.peer.address": peer.address,
          "client.address": service.addresses.client(peer, exchange),
          ...(userAgent === undefined ? {} : { "user_agent.original": userAgent }),
        },
      },
      parent,
    );
    if (status >= 500) {
      span.setStatus({ code: SpanStatusCode.ERROR });
    }
    span.end(endTime);
    return span.spanContext().traceId;
  }
}
