/** From a request to the route that answers it. */
import type { Description } from "./description";
import type { Exchange } from "./exchange";
import type { RouteMetrics } from "./metrics";
import { receiveBody } from "./request-body";
import type { Service } from "./service";

export interface Route {
  /** Exact path; also the label in the metrics. */
  readonly path: string;
  /** What is not listed is answered 405; absent where every method is welcome. */
  readonly methods?: readonly string[];
  readonly describes: Description;
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

/** Answers a request, with an error where it has to. */
export type Serve = (exchange: Exchange) => void;

/** @param fallback answers every path that no route claims */
export function createRouter(service: Service, routes: readonly Route[], fallback: Route): Serve {
  const known = (route: Route): Known => ({ route, metrics: service.metrics.route(route.path) });
  const byPath = new Map(routes.map((route) => [route.path, known(route)]));
  const otherwise = known(fallback);

  const dispatch = (exchange: Exchange): void => {
    const { route, metrics } = byPath.get(exchange.path) ?? otherwise;
    exchange.routed(route.unrecorded ? undefined : metrics);
    if (exchange.gone) {
      exchange.record(true); // with its first bytes came its end: "close" came before its listener
    } else if (exchange.method === "CONNECT") {
      exchange.text(405, "there are no tunnels here\n", ["Allow", READ_METHODS.join(", ")]);
    } else if (route.methods !== undefined && !route.methods.includes(exchange.method)) {
      const allowed = route.methods.join(", ");
      exchange.text(405, `${route.path} takes ${allowed}\n`, ["Allow", allowed]);
    } else if (exchange.hasBody) {
      receiveBody(exchange, route.keepsBody ?? false, (body) => route.handle(exchange, body));
    } else {
      route.handle(exchange, NO_BODY);
    }
  };

  return (exchange) => {
    try {
      dispatch(exchange);
    } catch (error) {
      service.faults.report("route", error);
      exchange.fail();
    }
  };
}
