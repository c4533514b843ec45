import { at, isObject, type Json, text, texts } from "../../world/object";
import { ruleProblems } from "../network/routes";
import { fieldProblems } from "../schema/fields";
import { DYNAMIC } from "./shape";

type Named = { readonly [name: string]: Json };

const named = (value: Json | undefined): Named => (isObject(value) ? value : {});

/** What is wrong inside a dynamic configuration: unknown fields and words, names of nothing, rules that are none. */
export function configurationProblems(content: Json, entryPoints: readonly string[]): string[] {
  const [http] = at(content, "http");
  const all = (kind: string) => named(at(http, kind)[0]);
  const [services, middlewares, transports] = [all("services"), all("middlewares"), all("serversTransports")];
  const options = [...Object.keys(named(at(content, "tls.options")[0])), "default"];
  const missing = (where: string, kind: string, names: readonly string[], known: readonly string[]) =>
    names
      .filter((name) => !known.includes(name.replace(/@(file|internal)$/, "")) && !name.endsWith("@internal"))
      .map((name) => `${where}: there is no ${kind} '${name}'; there are ${known.join(", ") || "none"}`);
  return [
    ...fieldProblems(content, DYNAMIC),
    ...Object.entries(all("routers")).flatMap(([name, router]) => [
      ...ruleProblems(text(router, "rule")).map((problem) => `router ${name}: ${problem}`),
      ...countryProblems(text(router, "rule")).map((problem) => `router ${name}: ${problem}`),
      ...missing(`router ${name}`, "service", [text(router, "service")], Object.keys(services)),
      ...missing(`router ${name}`, "middleware", texts(router, "middlewares"), Object.keys(middlewares)),
      ...missing(`router ${name}`, "entry point", texts(router, "entryPoints"), entryPoints),
      ...missing(`router ${name}`, "set of TLS options", texts(router, "tls.options"), options),
    ]),
    ...Object.entries(services).flatMap(([name, service]) => [
      ...missing(`service ${name}`, "service", inner(service), Object.keys(services)),
      ...missing(`service ${name}`, "middleware", texts(service, "middlewares"), Object.keys(middlewares)),
      ...missing(
        `service ${name}`,
        "serversTransport",
        texts(service, "loadBalancer.serversTransport"),
        Object.keys(transports),
      ),
      ...serverProblems(name, service),
    ]),
    ...Object.entries(transports)
      .filter(([, transport]) => at(transport, "insecureSkipVerify")[0] === true)
      .map(([name]) => `serversTransport ${name}: insecureSkipVerify: whoever answers is believed`),
    ...shadowed(all("routers")),
    ...circles(services),
  ];
}

const COUNTRIES = new Intl.DisplayNames(["en"], { type: "region" });

/** Countries that a rule asks Cloudflare's header for. https://developers.cloudflare.com/fundamentals/reference/http-headers/#cf-ipcountry */
function countryProblems(rule: string): string[] {
  const lists = [
    ...rule.matchAll(/HeaderRegexp\(`Cf-Ipcountry`,\s*`\^\(\?:((?:[A-Z]{2}\|)*[A-Z]{2})\)\$`\)/gi),
  ];
  const codes = lists.flatMap(([, list = ""]) => list.split("|"));
  return codes
    .filter((code) => !["XX", "T1", "XK"].includes(code) && COUNTRIES.of(code) === code)
    .map((code) => `there is no country ${code}`);
}

function inner(service: Json): string[] {
  return [
    ...texts(service, "failover.service"),
    ...texts(service, "failover.fallback"),
    ...texts(service, "weighted.services.name"),
    ...texts(service, "mirroring.service"),
  ];
}

function serverProblems(name: string, service: Json): string[] {
  const balancer = at(service, "loadBalancer")[0];
  if (balancer === undefined) return [];
  const urls = texts(balancer, "servers.url");
  const durations = ["interval", "unhealthyInterval", "timeout"].map(
    (key) => [key, text(balancer, `healthCheck.${key}`)] as const,
  );
  return [
    ...(urls.length === 0 ? [`service ${name}: it has no servers`] : []),
    ...urls
      .filter((url) => !/^(https?|h2c):\/\/[^\s/:]+(:\d{1,5})?(\/\S*)?$/.test(url))
      .map((url) => `service ${name}: '${url}' is not the URL of a server, such as https://192.0.2.1`),
    ...durations
      .filter(([, value]) => value !== "" && !/^\d+(\.\d+)?(ns|us|µs|ms|s|m|h)?$/.test(value))
      .map(([key, value]) => `service ${name}: healthCheck.${key} '${value}' is not a duration such as 5s`),
    ...at(balancer, "healthCheck.status")
      .filter((status) => !(Number(status) >= 100 && Number(status) <= 599))
      .map((status) => `service ${name}: healthCheck.status ${String(status)} is no status of HTTP`),
    ...texts(balancer, "healthCheck.path")
      .filter((path) => !path.startsWith("/"))
      .map((path) => `service ${name}: healthCheck.path '${path}' does not begin with /`),
  ];
}

/** A router that another one of at least its priority always wins against is never asked. */
function shadowed(routers: Named): string[] {
  const all = Object.entries(routers).map(([name, router]) => ({
    name,
    rule: text(router, "rule"),
    priority: Number(at(router, "priority")[0] ?? text(router, "rule").length),
    points: texts(router, "entryPoints").join(),
  }));
  return all.flatMap((one) =>
    all
      .filter(
        (other) =>
          other !== one &&
          other.points === one.points &&
          other.priority >= one.priority &&
          (one.rule === other.rule ? other.name < one.name : one.rule.startsWith(`${other.rule} && `)),
      )
      .map(
        (other) =>
          `router ${one.name}: it is never asked, because ${other.name} takes all of its requests first (priority ${other.priority} against ${one.priority})`,
      ),
  );
}

function circles(services: Named): string[] {
  return Object.keys(services)
    .filter((name) => reaches(name, name, services, new Set()))
    .map((name) => `service ${name}: it leads to itself`);
}

function reaches(from: string, goal: string, services: Named, seen: Set<string>): boolean {
  return inner(services[from] ?? null).some((next) => {
    if (next === goal) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return reaches(next, goal, services, seen);
  });
}
