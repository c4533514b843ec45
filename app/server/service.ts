/** What every request shares. */
import { CertificateStore } from "./certificate";
import { ClientAddresses } from "./client-address";
import { Faults } from "./faults";
import type { Log } from "./log";
import { type Build, Metrics } from "./metrics";
import type { ServerSettings } from "./settings";
import type { Telemetry } from "./telemetry/telemetry";

export interface Service {
  readonly settings: ServerSettings;
  readonly build: Build;
  readonly log: Log;
  readonly faults: Faults;
  readonly metrics: Metrics;
  readonly addresses: ClientAddresses;
  /** Absent where plain HTTP was chosen. */
  readonly certificates: CertificateStore | undefined;
  /** Set by the first SIGTERM: readiness fails, and answers ask HTTP/1.1 clients to go elsewhere. */
  draining: boolean;
  /** Absent unless a receiver of OTLP is named. */
  telemetry: Telemetry | undefined;
}

/** @param prefix begins the names of the metrics that only this program has */
export function createService(
  prefix: string,
  settings: ServerSettings,
  built: Build,
  log: Log,
  faults = new Faults(log),
): Service {
  const certificates = settings["plain-http"]
    ? undefined
    : new CertificateStore({ cert: settings.cert, key: settings.key }, log, settings["cert-host"]);
  const build = { ...built, version: settings["app-version"] || built.version };
  return {
    settings,
    build,
    log,
    faults,
    certificates,
    metrics: new Metrics(prefix, settings.name || "unknown", build, { certificates, faults, log }),
    addresses: new ClientAddresses(settings["trusted-proxies"], settings["client-address-header"]),
    draining: false,
    telemetry: undefined,
  };
}

/** Why no requests should be sent here; `undefined` where they may. */
export const reasonNotReady = ({ draining, certificates }: Service): string | undefined =>
  draining ? "draining" : certificates?.problem();
