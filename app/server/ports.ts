/** The service's two ports, from the first certificate to the last connection. */
import { endWith } from "./lifecycle";
import { Listener } from "./listener";
import { createRouter, type Route } from "./router";
import { metrics } from "./routes/metrics";
import { notFound } from "./routes/not-found";
import type { Service } from "./service";
import type { WebSocketRoute } from "./upgrades";

/** Who is answered what. */
export interface Ports {
  /** @param shared whether there is no private port: its routes are to be here, too */
  readonly forUsers: (shared: boolean) => readonly Route[];
  /** On a port that no public route leads to; /metrics is there already. */
  readonly forOperators: readonly Route[];
  /** Answers users on every path that no route claims. @default - 404 */
  readonly fallback?: Route;
  readonly websocket?: WebSocketRoute;
}

/** The listeners by port; where both ports are one, so are their routes. */
function createListeners(
  service: Service,
  { forUsers, forOperators, fallback = notFound, websocket }: Ports,
): readonly (readonly [listener: Listener, port: number])[] {
  const { port, "metrics-port": metricsPort } = service.settings;
  const shared = metricsPort === "same" || (metricsPort === port && port !== 0);
  const routes = [...forUsers(shared), ...(shared ? [metrics] : [])];
  const listener = new Listener(service, createRouter(service, routes, fallback), websocket);
  if (shared || metricsPort === "off") {
    return [[listener, port]];
  }
  const operators = new Listener(service, createRouter(service, [...forOperators, metrics], notFound));
  return [
    [listener, port],
    [operators, metricsPort],
  ];
}

/** Runs until a signal ends the process. */
export async function serveOn(service: Service, ports: Ports): Promise<void> {
  const { log, certificates, settings } = service;
  process.on("exit", log.writeNow);
  await certificates?.check();
  certificates?.watch(settings["cert-interval"]);
  process.on("SIGHUP", () => void certificates?.check());

  const listeners = createListeners(service, ports);
  const numbers: number[] = [];
  for (const [listener, port] of listeners) {
    numbers.push(await listener.listen(port, settings.host));
  }
  endWith(
    service,
    listeners.map(([listener]) => listener),
  );
  log.info("listening", {
    port: numbers[0],
    metrics_port: settings["metrics-port"] === "same" ? numbers[0] : (numbers[1] ?? settings["metrics-port"]),
    tls: certificates !== undefined,
    version: service.build.version,
    commit: service.build.commit,
    pid: process.pid,
  });
  log.flush();
}
