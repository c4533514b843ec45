/** How the process ends: on a signal, or after an exception that no connection can be blamed for. */
import type { Listener } from "./listener";
import type { Service } from "./service";

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * How long HTTP/2 clients have to read that they must go: what they send meanwhile is answered. They are told once no new
 * client comes, and not while they may connect again: Go's, and so Traefik's, waits for seconds where each connection in turn
 * tells it to go (https://pkg.go.dev/golang.org/x/net/http2#Transport).
 */
const NOTICE_MS = 200;

/** Readiness fails first, then nothing new is taken, then what is in flight finishes. */
async function drain(service: Service, listeners: readonly Listener[]): Promise<void> {
  const { settings, log } = service;
  log.info("draining", { delay_ms: settings["drain-delay"], grace_ms: settings.grace });
  service.draining = true;
  await pause(settings["drain-delay"]);
  for (const listener of listeners) {
    listener.announceClose();
  }
  await pause(NOTICE_MS);
  const finished = Promise.all(listeners.map((listener) => listener.close())).then(() => true);
  if (!(await Promise.race([finished, pause(settings.grace).then(() => false)]))) {
    const counts = await Promise.all(listeners.map((listener) => listener.destroy()));
    log.warn("grace period over", { connections_cut: counts.reduce((sum, count) => sum + count, 0) });
  }
}

/**
 * Drains and exits: with 0 after SIGTERM or SIGINT, with 1 after an exception, because it is unknown what state that
 * left behind. A second signal exits at once with 1.
 */
export function endWith(service: Service, listeners: readonly Listener[]): void {
  const { log, faults } = service;
  let exitCode: number | undefined;
  let signals = 0;

  const stop = (code: number): void => {
    const draining = exitCode !== undefined;
    exitCode = Math.max(exitCode ?? 0, code);
    if (draining) {
      return;
    }
    const failed = (error: unknown): void => {
      faults.report("draining", error);
      exitCode = 1;
    };
    void drain(service, listeners)
      .catch(failed)
      .then(() => service.telemetry?.end())
      .then(() => {
        log.info("stopped");
        return log.end();
      })
      .then(() => process.exit(exitCode));
  };
  const signalled = (signal: NodeJS.Signals): void => {
    signals += 1;
    if (signals > 1) {
      log.warn("second signal", { signal });
      process.exit(1);
    }
    stop(0);
  };
  process.on("SIGTERM", signalled);
  process.on("SIGINT", signalled);
  process.on("uncaughtException", (error) => {
    faults.report("process", error);
    stop(1);
  });
}
