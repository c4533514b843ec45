/** OpenTelemetry, where a receiver is named. Until then nothing of it is loaded. */
import type { Exchange } from "../exchange";
import type { Service } from "../service";
import type { TelemetrySettings } from "./options";

export interface Telemetry {
  /**
   * An exchange that is over.
   *
   * @returns the id of its trace, where it is kept
   */
  trace(exchange: Exchange, route: string, status: number, milliseconds: number): string | undefined;
  /** Sends what is left, as far as that takes a moment. */
  end(): Promise<void>;
}

/** Connects the service where its settings name a receiver; the bundler makes what is loaded here a file of its own. */
export async function openTelemetry(service: Service, settings: TelemetrySettings): Promise<void> {
  if (settings["otlp-endpoint"] !== "") {
    const { connect } = await import("./otlp");
    service.telemetry = connect(service, settings);
  }
}
