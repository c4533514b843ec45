/** The service whose listeners throw: which one, the parent says in a message. Runs as a process of its own. */
import { Faults } from "../../server/faults";
import { Log } from "../../server/log";
import { createApi, serve } from "../../src/serve";
import { parseSettings } from "../../src/settings";

class Sabotaged extends Faults {
  chosen = "";

  override contain<Args extends readonly unknown[], Result>(
    where: string,
    listener: (...args: Args) => Result,
    end: (...args: Args) => Result,
  ): (...args: Args) => Result | undefined {
    const sabotaged = (...args: Args): Result => {
      if (where === this.chosen) {
        throw new Error(`sabotaged: ${where}`);
      }
      return listener(...args);
    };
    return super.contain(where, sabotaged, end);
  }
}

/** Websockets are pinged every 30 s: too long for a test. */
const { setInterval: realInterval } = globalThis;
globalThis.setInterval = ((callback: () => void, milliseconds: number) =>
  realInterval(callback, milliseconds === 30_000 ? 500 : milliseconds)) as typeof setInterval;

const settings = parseSettings(process.argv.slice(2), process.env);
const log = new Log(settings["log-level"]);
const faults = new Sabotaged(log);
const service = createApi(settings, log, faults);

/** What a route reads. */
Object.defineProperty(service, "health", {
  get() {
    if (faults.chosen === "route") {
      throw new Error("sabotaged: route");
    }
    return 200;
  },
});

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
