/** The API on its two ports. */
import { BUILD } from "../server/build";
import type { Faults } from "../server/faults";
import { Log } from "../server/log";
import { serveOn } from "../server/ports";
import type { Route } from "../server/router";
import { version } from "../server/routes/version";
import { createService } from "../server/service";
import { openTelemetry } from "../server/telemetry/telemetry";
import type { Api } from "./api";
import { data } from "./routes/data";
import { describeRequest } from "./routes/describe-request";
import { echoRequest } from "./routes/echo-request";
import { health, live, ready } from "./routes/health";
import { bench, echo, error } from "./routes/small";
import type { Settings } from "./settings";
import { EchoServer } from "./websocket";

export const PROBES: readonly Route[] = [live, ready, version];

/** What strangers should not have: much work for little, and errors at will. */
export const demonstration = ({ settings }: Pick<Api, "settings">): readonly Route[] => [
  bench,
  data(settings["max-data"]),
  error,
];

export const createApi = (settings: Settings, log: Log, faults?: Faults): Api =>
  Object.assign(createService("api", settings, BUILD, log, faults), { settings, health: 200 });

/** Runs until a signal ends the process. */
export async function serve(
  settings: Settings,
  api = createApi(settings, new Log(settings["log-level"])),
): Promise<void> {
  await openTelemetry(api, settings);
  await serveOn(api, {
    forUsers: (shared) => [
      describeRequest(settings),
      echo,
      ...(settings.demonstration ? demonstration(api) : []),
      ...PROBES,
      health(api, settings["settable-health"] || shared),
    ],
    forOperators: [health(api, true), ...PROBES],
    fallback: echoRequest(settings),
    websocket: new EchoServer(api),
  });
}
