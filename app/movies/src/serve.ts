/** One of the four services. */
import { BUILD } from "../../server/build";
import { Log } from "../../server/log";
import { serveOn } from "../../server/ports";
import type { Route } from "../../server/router";
import { createService, type Service } from "../../server/service";
import type { ServerSettings } from "../../server/settings";

/** Begins the metrics that all four have. */
const PREFIX = "movies";

export const createMoviesService = (name: string, settings: ServerSettings): Service =>
  createService(
    PREFIX,
    settings.name === "" ? { ...settings, name } : settings,
    BUILD,
    new Log(settings["log-level"]),
  );

/**
 * Runs until a signal ends the process.
 *
 * @param counter name of the calls that are counted by URL
 */
export function serve(service: Service, counter: string, routes: readonly Route[]): Promise<void> {
  const { metrics } = service;
  metrics.add(() => [
    {
      name: counter,
      help: "Calls by URL; paths that no route claims are other, what is no HTTP is invalid.",
      type: "counter",
      samples: metrics.requestsByRoute().map(([url, value]) => ({ labels: { url }, value })),
    },
  ]);
  const [probes, own] = [routes.filter(isProbe), routes];
  return serveOn(service, { forUsers: () => own, forOperators: probes });
}

const isProbe = ({ path }: Route): boolean => ["/status", "/ready", "/version"].includes(path);
