import type { EnvironmentInput } from "../schema/environment";

type Workload = EnvironmentInput["workloads"][number];
type Service = Workload["services"][number];

export interface MoviesOptions {
  /** @default "ghcr.io/meridian-platform/movies:0.1.0" */
  readonly image?: string;
  /** Of each service. @default 3 to 6 */
  readonly replicas?: Service["replicas"];
  /**
   * Who is reached from outside: `web` alone, under every path, or each of the four under a path of its own, for tests of what is
   * otherwise inside: `/webapp`, `/auth`, `/recommend` and `/user-data`. With `balancer` `web` has a load balancer of
   * its own, and no ingress is between.
   *
   * @default "web"
   */
  readonly entry?: "web" | "fan-out" | "balancer";
  /** Who is reached inside the region's network too, each by a load balancer of its own. @default - no service */
  readonly internal?: readonly Name[];
  /** What the pods speak, with each other too. `https` needs an issuer of certificates in the cluster. @default "https" */
  readonly protocol?: "https" | "http";
  /** The database's user that `data` is: migrations let it read and write. @default - the database lets it by itself */
  readonly applicationRole?: string;
}

interface Part {
  readonly port: number;
  /** Under which others find it where every service is reached. */
  readonly path: string;
  readonly memory: string;
  /** By the variable that holds the address. */
  readonly calls: Readonly<Record<string, Name>>;
  readonly secrets: Readonly<Record<string, string>>;
}

type Name = "web" | "auth" | "rec" | "data";

/** Ports, paths and calls: NetworkPolicies refuse every other call. */
const PARTS: Readonly<Record<Name, Part>> = {
  web: {
    port: 8080,
    path: "/webapp",
    memory: "128Mi",
    calls: { AUTH_URL: "auth", RECOMMEND_URL: "rec", SUBMIT_URL: "data" },
    secrets: {},
  },
  auth: {
    port: 8081,
    path: "/auth",
    memory: "256Mi", // eight logins at once take 16 MiB each
    calls: {},
    secrets: { AUTH_USERS: "movies_users", AUTH_SIGNING_KEY: "movies_signing_key" },
  },
  rec: {
    port: 8082,
    path: "/recommend",
    memory: "128Mi",
    calls: {},
    secrets: { TOKEN_PUBLIC_KEYS: "movies_public_keys" },
  },
  data: { port: 8083, path: "/user-data", memory: "128Mi", calls: { AUTH_URL: "auth" }, secrets: {} },
};

/** Each service is a workload of its own: within one, all may call each other. */
const workloadOf = (service: Name): string => `movies-${service}`;

const IMAGE = "ghcr.io/meridian-platform/movies:0.1.0";

/** The four services of `app/movies/`, as four workloads; `data` needs a database, which `moviesDatabase` is used by. */
export const movies = ({
  image = IMAGE,
  replicas = { minimum: 3, maximum: 6 },
  entry = "web",
  internal = [],
  protocol = "https",
  applicationRole,
}: MoviesOptions = {}): Workload[] => {
  const service = (name: Name): Service => {
    const { port, path, memory, calls, secrets } = PARTS[name];
    const callees = Object.entries(calls);
    const isReached = entry === "fan-out" || (entry === "web" && name === "web");
    return {
      name,
      image,
      args: [name],
      protocol,
      port,
      exposure: isReached ? (protocol === "https" ? "reencrypt" : "http") : "none",
      ...(entry === "balancer" && name === "web" ? { loadBalancer: "public" as const } : {}),
      ...(internal.includes(name) ? { loadBalancer: "internal" as const } : {}),
      ...(entry === "fan-out" ? { route: { path, stripPath: true } } : {}),
      metrics: { port: 9090 },
      probes: { liveness: "/status", readiness: "/ready" },
      replicas,
      spread: "zones",
      resources: { cpu: "50m", memory },
      shutdown: { preStopSeconds: 0 }, // it goes on answering for five seconds after SIGTERM, then drains for twenty
      env: {
        MOVIES_REGION: "{region}",
        MOVIES_IMAGE: "{image}",
        MOVIES_LISTEN_PORT: "{port}",
        MOVIES_LISTEN_METRICS_PORT: "{metrics-port}",
        MOVIES_PLAIN_HTTP: "{plain-http}",
        ...Object.fromEntries(
          callees.map(([variable, callee]) => [
            variable,
            `${protocol}://${callee}.${workloadOf(callee)}.svc`,
          ]),
        ),
        ...(callees.length > 0 && protocol === "https"
          ? { MOVIES_AUTHORITY: "/authority/ca.crt", MOVIES_PEER_HOST: "{host}" }
          : {}),
      },
      secrets,
      egress: callees.map(([, callee]) => ({
        kind: "service" as const,
        workload: workloadOf(callee),
        service: callee,
      })),
      authority: callees.length > 0 && protocol === "https",
    };
  };
  const workload = (name: Name, jobs: NonNullable<Workload["jobs"]> = {}): Workload => ({
    name: workloadOf(name),
    namespace: workloadOf(name),
    services: [service(name)],
    jobs,
  });
  return [
    workload("web"),
    workload("auth"),
    workload("rec"),
    workload("data", {
      migrate: {
        image,
        args: ["migrate"],
        env: applicationRole === undefined ? {} : { MOVIES_APPLICATION_ROLE: applicationRole },
        resources: { cpu: "50m", memory: "128Mi" },
      },
    }),
  ];
};

/** Who uses the ratings' database, for `databases` of an environment. */
export const moviesDatabase = {
  usedBy: { [workloadOf("data")]: { owner: ["migrate"], application: ["data"] } },
};
