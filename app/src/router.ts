/** From a request to the route that answers it. */
import { Exchange, type Handler, type Response } from "./exchange";
import type { RouteMetrics } from "./metrics";
import { hasBody, receiveBody } from "./request-body";
import type { Service } from "./service";

export interface Route {
  /** Exact path; also the label in the metrics. */
  readonly path: string;
  /** What is not listed is answered 405; absent where every method is welcome. */
  readonly methods?: readonly string[];
  /** May answer later; calls `reply` exactly once, or `begin`, `end` and `record`. `body` is empty unless `keepsBody`. */
  readonly handle: (exchange: Exchange, body: Buffer) => void;
  readonly keepsBody?: boolean;
  /** Left out of metrics and log. */
  readonly unrecorded?: boolean;
}

interface Known {
  readonly route: Route;
  readonly metrics: RouteMetrics;
}

export const READ_METHODS = ["GET", "HEAD"] as const;

const NO_BODY = Buffer.alloc(0);

/** The parser lets 0.9 and 2.0 pass, which nobody can speak on a connection of HTTP/1. */
const HTTP1_VERSIONS: ReadonlySet<string> = new Set(["1.0", "1.1"]);

/** @param fallback answers every path that no route claims */
export function createHandler(service: Service, routes: readonly Route[], fallback: Route): Handler {
  const known = (route: Route): Known => ({ route, metrics: service.metrics.route(route.path) });
  const byPath = new Map(routes.map((route) => [route.path, known(route)]));
  const otherwise = known(fallback);

  const dispatch = (exchange: Exchange): void => {
    const { route, metrics } = byPath.get(exchange.path) ?? otherwise;
    exchange.routed(route.unrecorded ? undefined : metrics);
    if (!exchange.http2 && !HTTP1_VERSIONS.has(exchange.request.httpVersion)) {
      exchange.text(505, "this connection speaks HTTP/1.1\n", ["Connection", "close"]);
    } else if (exchange.method === "CONNECT") {
      exchange.text(405, "there are no tunnels here\n", ["Allow", READ_METHODS.join(", ")]);
    } else if (route.methods !== undefined && !route.methods.includes(exchange.method)) {
      exchange.text(405, `${route.path} takes ${route.methods.join(", ")}\n`, [
        "Allow",
        route.methods.join(", "),
      ]);
    } else if (hasBody(exchange.request)) {
      receiveBody(exchange, route.keepsBody ?? false, (body) => route.handle(exchange, body));
    } else {
      route.handle(exchange, NO_BODY);
    }
  };

  return service.faults.contain(
    "request",
    (request, response) => {
      response.on("error", ignore);
      const exchange = new Exchange(service, request, response);
      try {
        dispatch(exchange);
      } catch (error) {
        service.faults.report("route", error);
        exchange.fail();
      }
    },
    (_request, response) => refuse(response),
  );
}

/** A response's error is its connection's: the exchange ends with "close". */
const ignore = (): void => {};

/** The answer where nothing of ours works any more. */
function refuse(response: Response): void {
  if (response.headersSent) {
    response.destroy();
  } else {
    response.statusCode = 500;
    response.end();
  }
}
