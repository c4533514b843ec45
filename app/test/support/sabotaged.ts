/** The service whose listeners throw: which one, the parent says in a message. Runs as a process of its own. */
import { Faults } from "../../src/faults";
import { Log } from "../../src/log";
import { createService, serve } from "../../src/serve";
import { parseSettings } from "../../src/settings";

class Sabotaged extends Faults {
  chosen = "";

  override contain<Args extends readonly unknown[]>(
    where: string,
    listener: (...args: Args) => void,
    end: (...args: Args) => void,
  ): (...args: Args) => void {
    const sabotaged = (...args: Args): void => {
      if (where === this.chosen) {
        throw new Error(`sabotaged: ${where}`);
      }
      listener(...args);
    };
    return super.contain(where, sabotaged, end);
  }
}

/** Websockets are pinged every 30 s: too long for a test. */
const { setInterval: realInterval } = globalThis;
globalThis.setInterval = ((callback: () => void, milliseconds: number) =>
  realInterval(callback, milliseconds === 30_000 ? 500 : milliseconds)) as typeof setInterval;

const settings = parseSettings(process.argv.slice(2), {});
const log = new Log(settings["log-level"]);
const faults = new Sabotaged(log);
const service = createService(settings, log, faults);

/** What a route reads, and what `/metrics` waits for. */
Object.defineProperty(service, "health", {
  get() {
    if (faults.chosen === "route") {
      throw new Error("sabotaged: route");
    }
    return 200;
  },
});
const text = service.metrics.text.bind(service.metrics);
service.metrics.text = () =>
  faults.chosen === "failure of the metrics"
    ? Promise.reject(new Error("sabotaged: failure of the metrics"))
    : text();

process.on("message", (chosen: string) => {
  faults.chosen = chosen;
  if (chosen === "process") {
    setTimeout(() => {
      throw new Error("sabotaged: process");
    });
  }
  process.send?.("done");
});

void serve(settings, service);
