/** From a request to the route that answers it. */
import { Exchange, type Request, type Response } from "./exchange";
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

/** @param fallback answers every path that no route claims */
export function createHandler(
  service: Service,
  routes: readonly Route[],
  fallback: Route,
): (request: Request, response: Response) => void {
  const known = (route: Route): Known => ({ route, metrics: service.metrics.route(route.path) });
  const byPath = new Map(routes.map((route) => [route.path, known(route)]));
  const otherwise = known(fallback);

  const answer = ({ route }: Known, exchange: Exchange, body: Buffer): void => {
    try {
      route.handle(exchange, body);
    } catch (error) {
      fail(exchange, error as Error);
    }
  };

  return (request, response) => {
    const exchange = new Exchange(service, request, response);
    const { route, metrics } = byPath.get(exchange.path) ?? otherwise;
    exchange.routed(route.unrecorded ? undefined : metrics);
    response.on("error", ignore);
    if (route.methods !== undefined && !route.methods.includes(exchange.method)) {
      exchange.text(405, `${route.path} takes ${route.methods.join(", ")}\n`, [
        "Allow",
        route.methods.join(", "),
      ]);
    } else if (hasBody(request)) {
      receiveBody(exchange, route.keepsBody ?? false, (body) => answer({ route, metrics }, exchange, body));
    } else {
      answer({ route, metrics }, exchange, NO_BODY);
    }
  };
}

/** A response's error is its connection's: the exchange ends with "close". */
const ignore = (): void => {};

function fail(exchange: Exchange, error: Error): void {
  exchange.service.log.error("request failed", { path: exchange.path, error: error.stack ?? error.message });
  if (exchange.begun) {
    exchange.response.destroy(error);
    exchange.record(true);
  } else {
    exchange.text(500, "internal server error\n");
  }
}
