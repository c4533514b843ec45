import { at, isObject, type Json, text, texts } from "../../world/object";
import { DURATION, unknown } from "./scrape-config";

/** https://prometheus.io/docs/alerting/latest/configuration/ */
const TOP = [
  "global",
  "templates",
  "route",
  "receivers",
  "inhibit_rules",
  "mute_time_intervals",
  "time_intervals",
  "tracing",
];
const ROUTE = [
  "receiver",
  "group_by",
  "continue",
  "matchers",
  "match",
  "match_re",
  "group_wait",
  "group_interval",
  "repeat_interval",
  "mute_time_intervals",
  "active_time_intervals",
  "routes",
];
const INHIBIT = [
  "source_matchers",
  "target_matchers",
  "source_match",
  "target_match",
  "source_match_re",
  "target_match_re",
  "equal",
  "name",
];

/** What Alertmanager would refuse of its configuration. */
export function alertmanagerProblems(config: Json): string[] {
  if (!isObject(config) || Object.keys(config).length === 0) return [];
  const receivers = texts(config, "receivers.name");
  const routes = allRoutes(at(config, "route")[0] ?? {});
  return [
    ...unknown(config, TOP),
    ...routes.flatMap((route) => unknown(route, ROUTE)),
    ...at(config, "inhibit_rules").flatMap((rule) => unknown(rule, INHIBIT)),
    ...(text(config, "route.receiver") === "" ? ["route: it needs a receiver"] : []),
    ...routes
      .flatMap((route) => texts(route, "receiver"))
      .filter((name) => !receivers.includes(name))
      .map((name) => `route: there is no receiver '${name}'; there are ${receivers.join(", ") || "none"}`),
    ...receivers
      .filter((name, i) => receivers.indexOf(name) !== i)
      .map((name) => `two receivers are called ${name}`),
    ...routes
      .flatMap((route) =>
        ["group_wait", "group_interval", "repeat_interval"].map((key) => [key, text(route, key)] as const),
      )
      .filter(([, value]) => value !== "" && !DURATION.test(value))
      .map(([key, value]) => `${key} '${value}' is not a duration such as 5m`),
    ...routes
      .flatMap((route) => texts(route, "matchers"))
      .filter((matcher) => !/^\s*\{?\s*[a-zA-Z_]\w*\s*(=|!=|=~|!~)\s*\S/.test(matcher))
      .map((matcher) => `matchers: '${matcher}' is not one, such as severity="critical"`),
  ].map((problem) => `Alertmanager: ${problem}`);
}

function allRoutes(route: Json): Json[] {
  return [route, ...at(route, "routes").flatMap(allRoutes)];
}
