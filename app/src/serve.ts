/** The service: its two ports, from the first certificate to the last connection. */
import { BUILD } from "./build";
import { CertificateStore } from "./certificate";
import { ClientAddresses } from "./client-address";
import { Faults } from "./faults";
import { endWith } from "./lifecycle";
import { Listener } from "./listener";
import { Log } from "./log";
import { Metrics } from "./metrics";
import { createRouter, type Route } from "./router";
import { data } from "./routes/data";
import { describeRequest } from "./routes/describe-request";
import { echoRequest } from "./routes/echo-request";
import { health, live, ready, version } from "./routes/health";
import { metrics as metricsRoute } from "./routes/metrics";
import { bench, echo, error, notFound } from "./routes/small";
import type { Service } from "./service";
import type { Settings } from "./settings";
import { EchoServer } from "./websocket";

export const PROBES: readonly Route[] = [live, ready, version];

/** What strangers should not have: much work for little, and errors at will. */
export const DEMONSTRATION: readonly Route[] = [bench, data, error];

export function createService(settings: Settings, log: Log, faults = new Faults(log)): Service {
  const certificates = settings["plain-http"]
    ? undefined
    : new CertificateStore({ cert: settings.cert, key: settings.key }, log, settings["cert-host"]);
  const build = { ...BUILD, version: settings["app-version"] || BUILD.version };
  return {
    settings,
    build,
    log,
    faults,
    certificates,
    metrics: new Metrics(settings.name || "unknown", build, { certificates, faults, log }),
    addresses: new ClientAddresses(settings["trusted-proxies"], settings["client-address-header"]),
    health: 200,
    draining: false,
  };
}

/** The listeners by port; where both ports are one, so are their routes. */
function createListeners(service: Service): readonly (readonly [listener: Listener, port: number])[] {
  const { settings } = service;
  const { port, "metrics-port": metricsPort } = settings;
  const shared = metricsPort === port && port !== 0;
  const publicRoutes = [describeRequest, echo, ...(settings.demonstration ? DEMONSTRATION : []), ...PROBES];
  const privateRoutes = [health(true), metricsRoute, ...PROBES];
  const forUsers = [
    ...publicRoutes,
    health(settings["settable-health"] || shared),
    ...(shared ? [metricsRoute] : []),
  ];
  const listener = new Listener(
    service,
    createRouter(service, forUsers, echoRequest),
    new EchoServer(service),
  );
  if (shared || metricsPort === "off") {
    return [[listener, port]];
  }
  const operators = new Listener(service, createRouter(service, privateRoutes, notFound));
  return [
    [listener, port],
    [operators, metricsPort],
  ];
}

/** Runs until a signal ends the process. */
export async function serve(
  settings: Settings,
  service = createService(settings, new Log(settings["log-level"])),
): Promise<void> {
  const { log, certificates } = service;
  process.on("exit", log.writeNow);
  await certificates?.check();
  certificates?.watch(settings["cert-interval"]);
  process.on("SIGHUP", () => void certificates?.check());

  const listeners = createListeners(service);
  const ports: number[] = [];
  for (const [listener, port] of listeners) {
    ports.push(await listener.listen(port, settings.host));
  }
  endWith(
    service,
    listeners.map(([listener]) => listener),
  );
  log.info("listening", {
    port: ports[0],
    metrics_port: ports[1] ?? settings["metrics-port"],
    tls: certificates !== undefined,
    version: service.build.version,
    commit: service.build.commit,
    pid: process.pid,
  });
  log.flush();
}
