/** `/` and every path that no route claims: who answers, and the request as it arrived. */
import { STRING, text } from "../../server/description";
import { parseDuration } from "../../server/duration";
import type { Exchange } from "../../server/exchange";
import type { Route } from "../../server/router";
import { machine } from "../machine";
import type { Settings } from "../settings";

function describe({ name, region, image, "app-version": version }: Settings, exchange: Exchange): string {
  const line = (title: string, value: string): string => (value === "" ? "" : `${title}: ${value}\n`);
  let text = line("Name", name) + line("Region", region) + line("Version", version) + line("Image", image);
  const { hostname, addresses } = machine(exchange.started);
  text += `Hostname: ${hostname}\n`;
  for (const address of addresses) {
    text += `IP: ${address}\n`;
  }
  text += `RemoteAddr: ${exchange.remoteAddress}\n`;
  text += `${exchange.method} ${exchange.target} ${exchange.protocol}\r\n`;
  const headers = exchange.rawHeaders;
  for (let index = 0; index < headers.length; index += 2) {
    text += `${headers[index]}: ${headers[index + 1]}\r\n`;
  }
  return `${text}\r\n`;
}

export const echoRequest = (settings: Settings): Route => ({
  path: "/",
  describes: {
    summary: "Who answers, and the request as it arrived; so does every path that no route claims",
    query: { wait: { description: "A delay in Go's notation, such as 1.5s", schema: STRING } },
    answers: { 200: text("A line for each fact, then the request") },
  },
  handle(exchange) {
    const answer = (): void => exchange.text(200, describe(settings, exchange));
    const wait = (settings.demonstration && parseDuration(exchange.query("wait") ?? "")) || 0;
    if (wait <= 0) {
      answer();
      return;
    }
    const late = exchange.contain("timer of an answer", answer);
    const timer = setTimeout(late, Math.min(wait, settings["max-wait"]));
    exchange.onAbort(() => clearTimeout(timer));
  },
});
