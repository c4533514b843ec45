import type { DynamicConfiguration, Router, TraefikService } from "../../../constructs/traefik/file-provider";

/** A request as routers see it. A header may have been sent several times. */
export interface Request {
  readonly host: string;
  readonly headers?: Readonly<Record<string, readonly string[]>>;
}

/**
 * What Traefik does with a request, as its source and documentation say; the lab asks Traefik itself
 * (https://doc.traefik.io/traefik/v3.7/reference/routing-configuration/http/routing/rules-and-priority/).
 */
export function routerFor({ http }: DynamicConfiguration, request: Request): string | undefined {
  return Object.entries(http.routers)
    .filter(([, { rule }]) => matches(rule, request))
    .sort(([, first], [, second]) => second.priority - first.priority)
    .map(([name]) => name)[0];
}

/** The backends that may answer a request while some are down: none means 503. */
export function backendsFor(
  configuration: DynamicConfiguration,
  request: Request,
  down: ReadonlySet<string> = new Set(),
): readonly string[] {
  const name = routerFor(configuration, request);
  if (name === undefined) return [];
  return reachable(configuration, (configuration.http.routers[name] as Router).service, down);
}

/** A rule of ours: matchers that all must hold, some of them negated. */
export function matches(rule: string, { host, headers = {} }: Request): boolean {
  return rule.split(" && ").every((matcher) => {
    const [, negation, name, first, second] =
      /^(!?)(\w+)\(`([^`]*)`(?:, `([^`]*)`)?\)$/.exec(matcher) ?? fail(`no matcher: ${matcher}`);
    switch (name) {
      case "Host":
        return host === first && negation === "";
      case "HeaderRegexp": {
        const any = (headers[first as string] ?? []).some((value) =>
          new RegExp(second as string).test(value),
        );
        return any !== (negation === "!");
      }
      default:
        return fail(`unknown matcher: ${matcher}`);
    }
  });
}

function reachable(
  configuration: DynamicConfiguration,
  name: string,
  down: ReadonlySet<string>,
): readonly string[] {
  const service = serviceOf(configuration, name);
  if ("loadBalancer" in service) return down.has(name) ? [] : [name];
  if ("weighted" in service) {
    return service.weighted.services.flatMap((child) => reachable(configuration, child.name, down));
  }
  const first = reachable(configuration, service.failover.service, down);
  return first.length > 0 ? first : reachable(configuration, service.failover.fallback, down);
}

/** The services below a service, itself included, each as often as it is reached. */
export function below(configuration: DynamicConfiguration, name: string): readonly TraefikService[] {
  const service = serviceOf(configuration, name);
  return [service, ...childrenOf(service).flatMap((child) => below(configuration, child))];
}

const childrenOf = (service: TraefikService): readonly string[] => {
  if ("weighted" in service) return service.weighted.services.map(({ name }) => name);
  if ("failover" in service) return [service.failover.service, service.failover.fallback];
  return [];
};

const serviceOf = ({ http }: DynamicConfiguration, name: string): TraefikService =>
  http.services[name] ?? fail(`no service: ${name}`);

function fail(message: string): never {
  throw new Error(message);
}
