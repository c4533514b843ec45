import type { KubernetesObject } from "../../../constructs/kubernetes/object";
import { workloadObjects } from "../../../constructs/workload/objects";
import { schemaProblems } from "../../support/kubernetes-models";
import { podsIn, restrictedViolations } from "../../support/pod-security";
import { onlyService, PLACE, workload } from "../../support/workload";

const CERTIFICATE = { secretName: "certificate", authoritySecret: "certificate", filledBy: [] };

type Loose = KubernetesObject & { readonly spec: Record<string, unknown> };

const objectsOf = (...args: Parameters<typeof workload>): readonly Loose[] =>
  workloadObjects(PLACE, workload(...args), CERTIFICATE) as readonly Loose[];

/** The same in a cluster whose ingress is a Gateway. */
const atGateway = (...args: Parameters<typeof workload>): readonly Loose[] =>
  workloadObjects({ ...PLACE, ingress: "gateway" }, workload(...args), CERTIFICATE) as readonly Loose[];

const find = (objects: readonly Loose[], kind: string, name = "api") =>
  objects.find((object) => object.kind === kind && object.metadata.name === name);

const specOf = (objects: readonly Loose[], kind: string): Record<string, unknown> =>
  find(objects, kind)?.spec ?? {};

const NEIGHBOUR = {
  name: "store",
  image: "ghcr.io/meridian-platform/store:1.0.0",
  protocol: "http",
  port: 8080,
  exposure: "none",
  probes: { liveness: "/healthz", readiness: "/readyz" },
  replicas: { minimum: 1, maximum: 1 },
  resources: { cpu: "50m", memory: "64Mi" },
} as const;

describe.each([
  ["passthrough", objectsOf()],
  ["reencrypt", objectsOf({ exposure: "reencrypt" })],
  ["http", objectsOf({ exposure: "http", protocol: "http" })],
  ["none", objectsOf({ exposure: "none" })],
  ["a path", objectsOf({ exposure: "http", protocol: "http", route: { path: "/api", stripPath: true } })],
  ["a path over TLS", objectsOf({ exposure: "reencrypt", route: { path: "/api", stripPath: true } })],
  [
    "a path at a Gateway",
    atGateway({ exposure: "http", protocol: "http", route: { path: "/api", stripPath: true } }),
  ],
  ["several replicas and services", objectsOf({ replicas: { minimum: 2, maximum: 9 } }, NEIGHBOUR)],
])("the objects of a workload (%s)", (_, objects) => {
  it("are what their kinds' schemas accept", () => {
    expect(schemaProblems(objects)).toEqual([]);
  });

  it("have pods that are admitted where the standard is restricted", () => {
    const pods = podsIn(objects);
    expect(pods.length).toBeGreaterThan(0);
    for (const [, pod] of pods) expect(restrictedViolations(pod)).toEqual([]);
  });

  it("live in the workload's namespace, each under a name of its own", () => {
    const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { metadata } of objects) expect(metadata.namespace).toBe("api");
  });
});

it("select pods by labels that the pods have", () => {
  const objects = objectsOf({ replicas: { minimum: 2, maximum: 4 } });
  const { template, selector } = specOf(objects, "Deployment") as {
    template: { metadata: { labels: object } };
    selector: { matchLabels: object };
  };
  const labels = expect.objectContaining(selector.matchLabels) as unknown;
  expect(template.metadata.labels).toEqual(labels);
  expect(find(objects, "Service")?.spec["selector"]).toEqual(selector.matchLabels);
  expect(find(objects, "PodDisruptionBudget")?.spec["selector"]).toEqual(selector);
  expect(find(objects, "NetworkPolicy")?.spec["podSelector"]).toEqual(selector);
});

describe("a service", () => {
  it("answers on 443 where it speaks TLS, on 80 where not", () => {
    const port = (objects: readonly Loose[]) => (specOf(objects, "Service")["ports"] as object[])[0];
    expect(port(objectsOf())).toEqual({ name: "https", protocol: "TCP", port: 443, targetPort: 8443 });
    expect(port(objectsOf({ protocol: "http", exposure: "http" }))).toEqual({
      name: "http",
      protocol: "TCP",
      port: 80,
      targetPort: 8443,
    });
  });

  it("has a port named metrics for Prometheus to find", () => {
    expect(find(objectsOf(), "Service")?.spec["ports"]).toContainEqual({
      name: "metrics",
      protocol: "TCP",
      port: 9443,
      targetPort: 9443,
    });
  });

  it("has an identity without a token", () => {
    expect(find(objectsOf(), "ServiceAccount")).toMatchObject({ automountServiceAccountToken: false });
  });
});

describe("replicas", () => {
  it("are added by the load of the program alone, within the configured range", () => {
    const objects = objectsOf({ replicas: { minimum: 2, maximum: 6, cpuPercent: 70 } });
    expect(find(objects, "HorizontalPodAutoscaler")?.spec).toMatchObject({
      scaleTargetRef: { kind: "Deployment", name: "api" },
      minReplicas: 2,
      maxReplicas: 6,
      metrics: [{ containerResource: { container: "api", name: "cpu", target: { averageUtilization: 70 } } }],
    });
  });

  it("are added by its memory too, where that is configured", () => {
    const objects = objectsOf({ replicas: { minimum: 1, maximum: 6, memoryPercent: 90 } });
    expect(find(objects, "HorizontalPodAutoscaler")?.spec["metrics"]).toEqual(
      (
        [
          ["cpu", 80],
          ["memory", 90],
        ] as const
      ).map(([name, averageUtilization]) => ({
        type: "ContainerResource",
        containerResource: { container: "api", name, target: { type: "Utilization", averageUtilization } },
      })),
    );
  });

  it("need no autoscaler where their number is fixed", () => {
    const fixed = objectsOf({ replicas: { minimum: 2, maximum: 2 } });
    expect(find(fixed, "HorizontalPodAutoscaler")).toBeUndefined();
  });

  it("leave a node one at a time, but a single one never blocks a drain", () => {
    const several = objectsOf({ replicas: { minimum: 2, maximum: 4 } });
    expect(find(several, "PodDisruptionBudget")?.spec).toMatchObject({ maxUnavailable: 1 });
    expect(find(objectsOf(), "PodDisruptionBudget")).toBeUndefined();
  });
});

describe("the network", () => {
  const TRAEFIK = {
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
    podSelector: { matchLabels: { "app.kubernetes.io/name": "traefik" } },
  };
  const PROMETHEUS = {
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "monitoring" } },
    podSelector: { matchLabels: { "app.kubernetes.io/name": "prometheus" } },
  };
  const tcp = (port: number) => [{ protocol: "TCP", port }];

  it("is closed but for the ingress on the service's port and Prometheus on the metrics'", () => {
    const policies = objectsOf().filter(({ kind }) => kind === "NetworkPolicy");
    expect(policies.map(({ metadata }) => metadata.name)).toEqual(["deny-all", "api"]);
    expect(policies[1]?.spec["ingress"]).toEqual([
      { from: [TRAEFIK], ports: tcp(8443) },
      { from: [PROMETHEUS], ports: tcp(9443) },
    ]);
    expect(policies.every(({ spec }) => !("egress" in spec))).toBe(true);
  });

  it("admits nobody to a service that nobody calls", () => {
    const policies = objectsOf({ exposure: "none", metrics: undefined, env: {} } as never).filter(
      ({ kind }) => kind === "NetworkPolicy",
    );
    expect(policies.map(({ metadata }) => metadata.name)).toEqual(["deny-all"]);
  });

  it("lets services of one workload call each other by name, and nobody else call an inner one", () => {
    const objects = objectsOf({}, NEIGHBOUR);
    expect(find(objects, "NetworkPolicy", "store")?.spec["ingress"]).toEqual([
      { from: [{ podSelector: {} }], ports: tcp(8080) },
    ]);
    expect(find(objects, "NetworkPolicy", "talk-to-neighbours")).toBeDefined();
  });
});

describe("users reach the service", () => {
  it("through TLS that only the pods end, by the name in the handshake", () => {
    expect(find(objectsOf(), "IngressRouteTCP")?.spec).toEqual({
      entryPoints: ["websecure"],
      routes: [{ match: "HostSNI(`api.eu`)", services: [{ name: "api", port: 443 }] }],
      tls: { passthrough: true },
    });
  });

  it("through TLS that the ingress ends and begins again, verifying the pods' certificate", () => {
    const objects = objectsOf({ exposure: "reencrypt" });
    expect(find(objects, "IngressRoute")?.spec).toEqual({
      entryPoints: ["websecure"],
      routes: [
        {
          kind: "Rule",
          match: "Host(`api.eu`)",
          services: [{ name: "api", port: 443, scheme: "https", serversTransport: "api" }],
        },
      ],
      tls: { secretName: "certificate" },
    });
    expect(find(objects, "ServersTransport")?.spec).toEqual({
      serverName: "api.eu",
      rootCAs: [{ secret: "certificate" }],
    });
  });

  it("through TLS that the ingress verifies by public authorities where the certificate is theirs", () => {
    const publicly = { secretName: "certificate", filledBy: [] };
    const objects = workloadObjects(PLACE, workload({ exposure: "reencrypt" }), publicly) as readonly Loose[];
    expect(find(objects, "ServersTransport")?.spec).toEqual({ serverName: "api.eu" });
  });

  it("through plain HTTP", () => {
    expect(find(objectsOf({ exposure: "http", protocol: "http" }), "IngressRoute")?.spec).toEqual({
      entryPoints: ["web"],
      routes: [{ kind: "Rule", match: "Host(`api.eu`)", services: [{ name: "api", port: 80 }] }],
    });
  });

  it("by a Gateway: under every name, by the longest path, without the prefix if so configured", () => {
    const route = { path: "/api", stripPath: true };
    const objects = atGateway({ exposure: "http", protocol: "http", route });
    expect(find(objects, "HTTPRoute")?.spec).toEqual({
      parentRefs: [{ name: "contour", namespace: "projectcontour" }],
      rules: [
        {
          matches: [{ path: { type: "PathPrefix", value: "/api" } }],
          filters: [
            {
              type: "URLRewrite",
              urlRewrite: { path: { type: "ReplacePrefixMatch", replacePrefixMatch: "/" } },
            },
          ],
          backendRefs: [{ name: "api", port: 80 }],
        },
      ],
    });
  });

  it("not at all", () => {
    const kinds = objectsOf({ exposure: "none" }).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith("IngressRoute"))).toEqual([]);
  });

  it("never through TLS that is not verified", () => {
    expect(JSON.stringify(objectsOf({ exposure: "reencrypt" }))).not.toContain("insecureSkipVerify");
  });
});

it("name the same image in the program and in what keeps its certificate current", () => {
  const image = onlyService(workload()).image;
  const [, pod] = podsIn(objectsOf())[0] ?? [];
  const images = [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])].map(
    (container) => container.image,
  );
  expect(images).toEqual([image, image, image]);
});
