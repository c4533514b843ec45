import * as program from "../../app/movies/src/settings";
import { scrapeJobOf } from "../../config/composed-names";
import { workloadsIn } from "../../config/in-cluster";
import type { EnvironmentInput, Service, Workload } from "../../config/schema/environment";
import { type MoviesOptions, movies, moviesDatabase } from "../../config/workloads/movies";
import { deployment } from "../../constructs/workload/deployment";
import { workloadObjects } from "../../constructs/workload/objects";
import { MOVIES_JOBS } from "../../dashboards/sources/movies";
import type { Loose } from "../support/helm";
import { schemaProblems } from "../support/kubernetes-models";
import { restrictedViolations } from "../support/pod-security";
import { environment } from "../support/synth";
import { PLACE, withoutBalancer } from "../support/workload";

/** The shipped movies in the clusters of the fixtures. */
function shipped(options: MoviesOptions = {}): readonly Workload[] {
  const all = environment("local", (input: EnvironmentInput) => {
    withoutBalancer(input); // which would refuse services by plain HTTP
    input.workloads = movies(options);
    input.databases = {
      movies: {
        kind: "existing",
        ...moviesDatabase,
        networks: [{ kind: "network", cidr: "192.0.2.7/32", ports: [5432] }],
        urls: { owner: "movies_owner_url", application: "movies_url" },
      },
    };
  });
  return workloadsIn(all, { ...PLACE, role: "api" }); // with the way to the database
}

const CERTIFICATE = { secretName: "certificate", authoritySecret: "certificate", filledBy: [] };

const objectsOf = (all: readonly Workload[]): readonly Loose[] =>
  all.flatMap((each) => workloadObjects({ ...PLACE, workloads: all }, each, CERTIFICATE)) as Loose[];

const servicesOf = (all: readonly Workload[]): readonly Service[] => all.flatMap(({ services }) => services);

/** Which options the program's command takes. */
const OPTIONS = {
  web: program.WEB_OPTIONS,
  auth: program.AUTH_OPTIONS,
  rec: program.REC_OPTIONS,
  data: program.DATA_OPTIONS,
} as const;

describe.each(["https", "http"] as const)("the movies by %s", (protocol) => {
  const all = shipped({ protocol });

  it("are objects that Kubernetes takes, restricted", () => {
    const objects = objectsOf(all);
    expect(schemaProblems(objects as never)).toEqual([]);
    for (const [index, service] of servicesOf(all).entries()) {
      const owner = all[index] as Workload;
      const { spec } = deployment(PLACE, owner, service, protocol === "https" ? CERTIFICATE : undefined);
      expect(restrictedViolations(spec?.template.spec as never)).toEqual([]);
    }
  });

  it.each(["web", "auth", "rec", "data"] as const)(
    "suit the program, which is told what it knows: %s",
    (name) => {
      const service = servicesOf(all).find((each) => each.name === name) as Service;
      const owner = all.find(({ services }) => services.includes(service)) as Workload;
      const { spec } = deployment(PLACE, owner, service, CERTIFICATE);
      const container = spec?.template.spec?.containers[0];
      const env = Object.fromEntries(
        (container?.env ?? []).flatMap(({ name: key, value }) => (value === undefined ? [] : [[key, value]])),
      );
      expect(container?.args).toEqual([name]);
      const settings = program.parse(OPTIONS[name], {}, [], env);
      expect(settings).toMatchObject({
        port: service.port,
        "metrics-port": 9090,
        "plain-http": protocol === "http",
        region: "eu",
      });
      const drain = (settings["drain-delay"] + settings.grace) / 1000;
      expect(service.shutdown.drainSeconds).toBeGreaterThanOrEqual(drain);
      if ("authority" in settings && protocol === "https") {
        const mount = container?.volumeMounts?.find(({ name: volume }) => volume === "authority");
        expect(settings.authority).toBe(`${mount?.mountPath}/ca.crt`);
        expect(settings["peer-host"]).toBe(PLACE.host); // whose certificate every pod has
      }
    },
  );

  it("are found where they are called: the Service's name and port", () => {
    const services = new Map(
      objectsOf(all)
        .filter(({ kind }) => kind === "Service")
        .map(({ metadata: { name, namespace }, spec }) => [
          `${protocol}://${name}.${namespace}.svc`,
          (spec as { ports: { port: number }[] }).ports[0]?.port,
        ]),
    );
    const called = servicesOf(all).flatMap(({ env }) =>
      Object.entries(env).filter(([key]) => key.endsWith("_URL")),
    );
    expect(called).toHaveLength(4);
    for (const [, url] of called) expect(services.get(url)).toBe(protocol === "https" ? 443 : 80);
  });
});

interface Policy {
  readonly podSelector: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly ingress?: readonly {
    readonly from: readonly Peer[];
    readonly ports: readonly { readonly port: number }[];
  }[];
  readonly egress?: readonly {
    readonly to: readonly Peer[];
    readonly ports: readonly { readonly port: number }[];
  }[];
}

interface Peer {
  readonly namespaceSelector?: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly podSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly ipBlock?: { readonly cidr: string };
}

/** Without labels it is every pod, and without a namespace those of the policy's own. */
const who = ({ namespaceSelector, podSelector, ipBlock }: Peer, own: unknown): string =>
  ipBlock?.cidr ??
  `${namespaceSelector ? Object.values(namespaceSelector.matchLabels) : own}/${podSelector?.matchLabels ? Object.values(podSelector.matchLabels) : "*"}`;

/** Every way that the policies open, as `from > to:port`. */
function waysIn(all: readonly Workload[]): {
  readonly into: readonly string[];
  readonly outOf: readonly string[];
} {
  const policies = objectsOf(all).filter(({ kind }) => kind === "NetworkPolicy");
  const ways = (direction: "ingress" | "egress") =>
    policies.flatMap(({ metadata, spec }) => {
      const policy = spec as unknown as Policy;
      const self = `${metadata.namespace}/${Object.values(policy.podSelector.matchLabels ?? {})}`;
      const rules = direction === "ingress" ? policy.ingress : policy.egress;
      return (rules ?? []).flatMap((rule) => {
        const peers = "from" in rule ? rule.from : rule.to;
        return peers.flatMap((peer) =>
          rule.ports.map(({ port }) =>
            direction === "ingress"
              ? `${who(peer, metadata.namespace)} > ${self}:${port}`
              : `${self} > ${who(peer, metadata.namespace)}:${port}`,
          ),
        );
      });
    });
  const others = (way: string) => !/:53$|:9090$/.test(way); // names, and Prometheus
  return { into: ways("ingress").filter(others).sort(), outOf: ways("egress").filter(others).sort() };
}

const CALLS = [
  "movies-data/data > movies-auth/auth:8081",
  "movies-web/web > movies-auth/auth:8081",
  "movies-web/web > movies-data/data:8083",
  "movies-web/web > movies-rec/rec:8082",
];

it("are scraped by the jobs that their dashboard asks for", () => {
  for (const { name, services } of shipped())
    for (const service of services)
      expect(scrapeJobOf(name, service.name)).toMatch(new RegExp(`^${MOVIES_JOBS}$`));
});

describe("the policies", () => {
  /** A job may call the services of its workload; nobody else is in that namespace. */
  const JOB = "movies-data/* > movies-data/data:8083";

  it("open the four calls between services and nothing else, and from outside only the page", () => {
    const { into, outOf } = waysIn(shipped());
    expect(into).toEqual(["kube-system/traefik > movies-web/web:8080", ...CALLS, JOB].sort());
    expect(outOf).toEqual([...CALLS, "movies-data/data > 192.0.2.7/32:5432"].sort());
  });

  it("let the ingress reach all four where all have a path", () => {
    const { into } = waysIn(shipped({ entry: "fan-out" }));
    expect(into).toEqual(
      [
        "kube-system/traefik > movies-web/web:8080",
        "kube-system/traefik > movies-auth/auth:8081",
        "kube-system/traefik > movies-rec/rec:8082",
        "kube-system/traefik > movies-data/data:8083",
        ...CALLS,
        JOB,
      ].sort(),
    );
  });
});

it("fan out by path, which the pods do not see", () => {
  const objects = objectsOf(shipped({ entry: "fan-out" }));
  const matches = objects
    .filter(({ kind }) => kind === "IngressRoute")
    .flatMap(({ spec }) => (spec as { routes: { match: string; middlewares?: unknown[] }[] }).routes)
    .map(({ match, middlewares = [] }) => [/PathPrefix\(`([^`]+)\/`\)/.exec(match)?.[1], middlewares.length]);
  expect(matches.sort()).toEqual([
    ["/auth", 1],
    ["/recommend", 1],
    ["/user-data", 1],
    ["/webapp", 1],
  ]);
});

it("have three replicas, an autoscaler and a disruption budget each, over zones, and one of nothing where one is asked for", () => {
  const kinds = (options: MoviesOptions) => objectsOf(shipped(options)).map(({ kind }) => kind as string);
  const count = (all: readonly string[], kind: string) => all.filter((each) => each === kind).length;
  const many = kinds({});
  expect([count(many, "HorizontalPodAutoscaler"), count(many, "PodDisruptionBudget")]).toEqual([4, 4]);
  const one = kinds({ replicas: { minimum: 1, maximum: 1 } });
  expect([count(one, "HorizontalPodAutoscaler"), count(one, "PodDisruptionBudget")]).toEqual([0, 0]);
  for (const { replicas, spread } of servicesOf(shipped())) {
    expect([replicas.minimum, spread]).toEqual([3, "zones"]);
  }
});

it("take no more of a node than the API does, whose place they have on local", () => {
  const all = shipped({ replicas: { minimum: 1, maximum: 1 } });
  const mebibytes = (pod: { initContainers?: unknown[]; containers: unknown[] }): number =>
    [...(pod.initContainers ?? []), ...pod.containers]
      .map((each) => each as { restartPolicy?: string; resources?: { limits?: { memory?: string } } })
      .filter((each, index, list) => each.restartPolicy === "Always" || index === list.length - 1)
      .reduce((sum, { resources }) => sum + Number.parseInt(String(resources?.limits?.memory), 10), 0);
  const together = all.reduce((sum, owner) => {
    const { spec } = deployment(PLACE, owner, owner.services[0] as Service, CERTIFICATE);
    return sum + mebibytes(spec?.template.spec as never);
  }, 0);
  expect(together).toBeLessThanOrEqual(3 * (256 + 96)); // three pods of the API, each with its sidecar
});
