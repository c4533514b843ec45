import { z } from "zod";
import { namesInTemplate, TEMPLATE_NAMES } from "../template";
import { canary } from "./canary";
import { generated, memory, resources, secrets, variablesWith } from "./container";
import { delivery } from "./delivery";
import { egress } from "./egress";
import { job, words } from "./job";
import { byName, choice, cpu, flag, image, integer, name, record, someOf, text } from "./primitives";
import { clusterRole } from "./role";
import { route } from "./route";

const replicas = record({
  minimum: integer("the smallest number of replicas", 1, 100, 1),
  maximum: integer("the largest number of replicas", 1, 100, 4),
  /** The autoscaler adds replicas above this share of the requested CPU. @default 80 */
  cpuPercent: integer("the CPU utilization that adds replicas", 1, 100, 80).default(80),
  /** The same for memory. @default - memory adds none */
  memoryPercent: integer("the memory utilization that adds replicas", 1, 100, 90).optional(),
});

const variables = variablesWith(TEMPLATE_NAMES);

const PATH = /^\/[!-~]*$/;

const probes = record({
  liveness: text("the path of the liveness probe", "/healthz", PATH),
  readiness: text("the path of the readiness probe", "/readyz", PATH),
});

const port = (what: string, example: number) => integer(what, 1024, 65535, example);

/**
 * How users reach a service through the region's ingress:
 * `passthrough` hands TLS through to the pod, `reencrypt` ends it at the ingress and speaks verified TLS to the pod,
 * `http` is plain HTTP from the ingress to the pod, `none` keeps it inside the cluster.
 */
const exposure = choice("passthrough", "reencrypt", "http", "none");

/**
 * What is different in one region or cluster. A warm standby, for example, runs fewer replicas. Variables are added to those
 * of the service, or take their place.
 */
const override = record({
  /** How many pods of it run here. */
  replicas: record({
    minimum: integer("the smallest number of replicas", 1, 100, 1).optional(),
    maximum: integer("the largest number of replicas", 1, 100, 4).optional(),
    cpuPercent: integer("the CPU utilization that adds replicas", 1, 100, 80).optional(),
    memoryPercent: integer("the memory utilization that adds replicas", 1, 100, 90).optional(),
  }).optional(),
  /** What each of its pods gets here. */
  resources: record({
    cpu: cpu("requested CPU", "100m").optional(),
    memory: memory("requested memory, which is also the limit", "128Mi").optional(),
  }).optional(),
  /** Environment variables that are different here. */
  env: variables.optional(),
});

const shutdown = record({
  /**
   * Seconds between the pod's leaving the Service and SIGTERM: time for every proxy to notice. 0 where the program itself
   * goes on answering for a while after SIGTERM.
   *
   * @default 5
   */
  preStopSeconds: integer("seconds before SIGTERM", 0, 300, 5).default(5),
  /** Seconds that the program needs at most between SIGTERM and its end. @default 25 */
  drainSeconds: integer("seconds that the program needs to end", 1, 3600, 25).default(25),
});

const service = record({
  name: name("a service's name", "api", 30),
  image,
  /** What its program is told on the command line. @default - nothing */
  args: words(["web"]).optional(),
  /**
   * Whether the pod itself speaks TLS. Its certificate is then `/cert/current/tls.crt`, with the key `tls.key` beside it,
   * and the image brings the command `sync-certificates` that keeps them current there (as `app/` does).
   */
  protocol: choice("https", "http"),
  port: port("the port that the pod listens on", 8443),
  /** What callers from outside the cluster get: TLS handed through, ended and encrypted again, or ended; or nothing. */
  exposure,
  /**
   * A load balancer of its own, which hands connections to its pods unread, on port 443 or 80: `internal` answers inside the region's
   * network, `public` the whole Internet. Where the cloud makes them, and for a service that the ingress does not lead to.
   *
   * @default "none"
   */
  loadBalancer: choice("none", "internal", "public").default("none"),
  /**
   * Whether calls inside the cluster may leave their node. `local` keeps them there, and fails where the node has no pod of the service:
   * it is refused in clusters of several nodes. `spread` "zones" keeps calls near, and never fails.
   *
   * @default "cluster"
   */
  internalTrafficPolicy: choice("cluster", "local").default("cluster"),
  /** Told apart from the other services that users reach in the cluster. @default - every path of the cluster's own name */
  route: route.prefault({}),
  /** Prometheus scrapes this port and path, with the protocol of the service. @default - not scraped */
  metrics: record({
    port: port("the port of the metrics", 9443),
    path: text("the path of the metrics", "/metrics", PATH).default("/metrics"),
  }).optional(),
  /** Where the kubelet asks how it is. */
  probes,
  /** How many pods of it run in a cluster. */
  replicas,
  /** Over what they are spread, as far as there is room: the nodes, or the zones and the nodes in them. @default "nodes" */
  spread: choice("nodes", "zones").default("nodes"),
  /** What each of its pods gets. */
  resources,
  /** How long a pod that ends has for its last requests. */
  shutdown: shutdown.prefault({}),
  /** New versions go to some of the users first. @default - all pods are replaced, one after the other */
  canary: canary.optional(),
  /**
   * Environment variables. `{region}`, `{cluster}`, `{environment}`, `{host}`, `{image}`, `{port}` and `{metrics-port}`
   * stand for what their names say, `{plain-http}` for `true` where the protocol is `http` and `false` otherwise,
   * `{proxies}` for the networks that the ingress calls from, `{{region}}` for `{region}` itself. Everything else reaches
   * the program as it stands, `$(NAME)` and `$$` included, by Terraform as by Flux.
   */
  env: variables.default({}),
  /** They reach the pod through a Secret. */
  secrets,
  /** Secrets of the service alone: `{ "SECRET_KEY_BASE": 128 }` is a text of so many letters and digits, made once and kept. */
  generated,
  /** What it calls besides the other services of its workload. @default - nothing */
  egress,
  /**
   * Whether its pods find the authority behind the certificates of the cluster's other services in `/authority/ca.crt`. The file is
   * missing where that is a public one. Only for `https`: the certificate's Secret holds it.
   *
   * @default false
   */
  authority: flag().default(false),
  /** By the name of a region or a cluster; where both say something, the cluster's word holds. @default - the same everywhere */
  overrides: z
    .record(name("a region's or cluster's name", "us"), override, {
      error:
        'expected what is different, by region or cluster, such as { "us": { "replicas": { "minimum": 1 } } }',
    })
    .default({}),
}).superRefine(({ env, secrets, generated, overrides, metrics, protocol, authority }, context) => {
  if (authority && protocol !== "https")
    context.addIssue({
      code: "custom",
      path: ["authority"],
      message:
        'is found in the Secret of a certificate, which only protocol "https" has; expected that, or false',
    });
  for (const { path, name, value } of variablesIn({ env, overrides })) {
    if (name in secrets) {
      context.addIssue({
        code: "custom",
        path: ["secrets", name],
        message: `${path.slice(0, -1).join(".")} has ${name} too; expected it in one of them`,
      });
    }
    if (name in generated) {
      context.addIssue({
        code: "custom",
        path: ["generated", name],
        message: `${path.slice(0, -1).join(".")} has ${name} too; expected it in one of them`,
      });
    }
    if (metrics === undefined && namesInTemplate(value).includes("metrics-port")) {
      context.addIssue({
        code: "custom",
        path,
        message: 'the service has no metrics port; expected metrics, such as { "port": 9443 }',
      });
    }
  }
  for (const name of Object.keys(generated).filter((each) => each in secrets))
    context.addIssue({
      code: "custom",
      path: ["generated", name],
      message: `secrets has ${name} too; expected it in one of them`,
    });
});

interface Variable {
  readonly path: string[];
  readonly name: string;
  readonly value: string;
}

/** Every plain variable of a service: those of all clusters, and those of some. */
export const variablesIn = ({
  env,
  overrides,
}: {
  readonly env: Readonly<Record<string, string>>;
  readonly overrides: Readonly<
    Record<string, { readonly env?: Readonly<Record<string, string>> | undefined }>
  >;
}): readonly Variable[] =>
  [
    { path: ["env"], variables: env },
    ...Object.entries(overrides).map(([place, override]) => ({
      path: ["overrides", place, "env"],
      variables: override.env ?? {},
    })),
  ].flatMap(({ path, variables }) =>
    Object.entries(variables).map(([name, value]) => ({ path: [...path, name], name, value })),
  );

/** Something that runs in every cluster of a role, in a namespace of its own. */
export const workload = record({
  name: name("a workload's name", "api", 30),
  /** The namespace, made for the workload. */
  namespace: name("a namespace", "api", 63),
  /** The clusters that it runs in: those that serve users, or those with tools. @default "api" */
  role: clusterRole.exclude(["edge"], { error: 'expected one of "api", "tooling"' }).default("api"),
  /** Who brings it to the clusters: an apply, or Flux or Argo CD from a repository. @default "terraform" */
  delivery: delivery.default("terraform"),
  /**
   * Whose it is: what belongs together is delivered under the same rights, those of one project of Argo CD. Only with delivery
   * "argocd".
   *
   * @default - the workload is a group of its own
   */
  group: name("a workload group's name", "storefront", 30).optional(),
  /**
   * Whether its images are pulled with credentials: those in the sensitive variable `registry_credentials`, Docker's configuration as
   * JSON. Not needed where nodes may pull from the cloud's own registry by themselves.
   *
   * @default false
   */
  privateImages: flag().default(false),
  /** The programs that it is made of. */
  services: someOf("services", [{ name: "api" }], service),
  /** One after the other in this order, before the pods of a new version. @default - none */
  jobs: byName(
    "the jobs",
    { migrate: { image: "ghcr.io/meridian-platform/api:0.1.0" } },
    name("a job's name", "migrate", 30),
    job,
  ).default({}),
});
