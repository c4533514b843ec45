import type { IContainer } from "kubernetes-models/v1/Container";
import { deployment } from "../../../constructs/workload/deployment";
import { restrictedViolations } from "../../support/pod-security";
import { onlyService, PLACE, workload } from "../../support/workload";

const CERTIFICATE = { secretName: "certificate", authoritySecret: "certificate", filledBy: [] };

const HTTP = { protocol: "http", exposure: "http" } as const;

const synth = (change: Parameters<typeof workload>[0] = {}) => {
  const owner = workload(change);
  const service = onlyService(owner);
  const { spec } = deployment(PLACE, owner, service, service.protocol === "https" ? CERTIFICATE : undefined);
  const pod = spec?.template.spec;
  if (!spec || !pod) throw new Error("no pod");
  const [container] = pod.containers;
  return { spec, pod, container: container as IContainer };
};

describe("the certificate", () => {
  const { pod, container } = synth();
  const [copy, sync] = pod.initContainers as [IContainer, IContainer];
  const source = (of: IContainer) => of.volumeMounts?.find(({ name }) => name === "certificate-secret");
  const target = (of: IContainer) => of.volumeMounts?.find(({ name }) => name === "certificate");

  it("goes from the Secret into the claim before the program starts", () => {
    expect(copy.restartPolicy).toBeUndefined();
    expect(copy.args).toEqual(["sync-certificates", "--from", "/secret", "--to", "/cert"]);
    expect(source(copy)).toMatchObject({ mountPath: "/secret", readOnly: true });
    expect(target(copy)).toEqual({ name: "certificate", mountPath: "/cert" });
  });

  it("is kept current by a sidecar for as long as the program runs", () => {
    expect(sync.restartPolicy).toBe("Always");
    expect(sync.args).toEqual([...(copy.args ?? []), "--watch"]);
    expect(sync.volumeMounts).toEqual(copy.volumeMounts);
  });

  it("cannot be changed by the program, which sees the claim only", () => {
    expect(container.volumeMounts).toEqual([{ name: "certificate", mountPath: "/cert", readOnly: true }]);
  });

  it("lies in a claim of the service, and its key is for the pod's group only", () => {
    expect(pod.volumes).toEqual([
      { name: "certificate", persistentVolumeClaim: { claimName: "api-certificate" } },
      {
        name: "certificate-secret",
        secret: {
          secretName: "certificate",
          defaultMode: 0o440,
          items: [
            { key: "tls.crt", path: "tls.crt" },
            { key: "tls.key", path: "tls.key" },
          ],
        },
      },
    ]);
  });

  it("is absent where the program speaks plain HTTP", () => {
    const plain = synth(HTTP);
    expect(plain.pod.initContainers).toBeUndefined();
    expect(plain.pod.volumes).toBeUndefined();
    expect(plain.container.volumeMounts).toBeUndefined();
  });
});

describe("the authority", () => {
  it("lies beside the certificate of a program that verifies others, and may be a public one", () => {
    const { pod, container } = synth({ authority: true });
    expect(pod.volumes?.at(-1)).toEqual({
      name: "authority",
      secret: { secretName: "certificate", items: [{ key: "ca.crt", path: "ca.crt" }], optional: true },
    });
    expect(container.volumeMounts).toEqual([
      { name: "certificate", mountPath: "/cert", readOnly: true },
      { name: "authority", mountPath: "/authority", readOnly: true },
    ]);
    expect(restrictedViolations(pod)).toEqual([]);
  });

  it("is not to be had without a certificate", () => {
    expect(() => workload({ ...HTTP, authority: true })).toThrow(
      'workloads[0].services[0].authority: is found in the Secret of a certificate, which only protocol "https" has; expected that, or false',
    );
  });
});

describe("the pod", () => {
  it("is told on its command line what its configuration says, and nothing by default", () => {
    expect(synth({ args: ["web"] }).container.args).toEqual(["web"]);
    expect(synth().container).not.toHaveProperty("args");
  });

  it.each([
    ["nodes", ["kubernetes.io/hostname"]],
    ["zones", ["topology.kubernetes.io/zone", "kubernetes.io/hostname"]],
  ] as const)("is spread over %s, as far as there is room", (spread, keys) => {
    const constraints = synth({ spread }).pod.topologySpreadConstraints ?? [];
    expect(constraints.map(({ topologyKey }) => topologyKey)).toEqual(keys);
    for (const constraint of constraints)
      expect(constraint).toMatchObject({
        maxSkew: 1,
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector: { matchLabels: { "app.kubernetes.io/name": "api" } },
      });
  });

  it.each([
    ["https", {}],
    ["http", HTTP],
  ])("is admitted where the standard is restricted (%s)", (_, change) => {
    expect(restrictedViolations(synth(change).pod)).toEqual([]);
  });

  it("writes to nothing but its volumes", () => {
    const { pod } = synth();
    for (const container of [...(pod.initContainers ?? []), ...pod.containers]) {
      expect(container.securityContext?.readOnlyRootFilesystem).toBe(true);
    }
  });

  it("has no token for the Kubernetes API", () => {
    expect(synth().pod.automountServiceAccountToken).toBe(false);
  });

  it("requests CPU and memory in every container, limits memory to the request, and CPU not at all", () => {
    const { pod } = synth();
    for (const { resources } of [...(pod.initContainers ?? []), ...pod.containers]) {
      expect(resources?.requests).toEqual({ cpu: expect.any(String), memory: expect.any(String) });
      expect(resources?.limits).toEqual({ memory: resources?.requests?.["memory"] });
    }
  });

  it("spreads over nodes where there are several, and starts where there is one", () => {
    expect(synth().pod.topologySpreadConstraints).toEqual([
      expect.objectContaining({
        topologyKey: "kubernetes.io/hostname",
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector: { matchLabels: synth().spec.selector.matchLabels },
      }),
    ]);
  });
});

describe("the program", () => {
  it("is told its place and its ports", () => {
    expect(synth({ port: 9000, metrics: { port: 9100 } }).container.env).toEqual([
      { name: "API_NAME", value: "eu" },
      { name: "API_REGION", value: "eu" },
      { name: "API_IMAGE", value: "ghcr.io/meridian-platform/api:0.1.0" },
      { name: "API_LISTEN_PORT", value: "9000" },
      { name: "API_LISTEN_METRICS_PORT", value: "9100" },
      { name: "API_PLAIN_HTTP", value: "false" },
    ]);
  });

  it("gets what is secret by reference, never by value", () => {
    const { container } = synth({ env: {}, secrets: { API_TOKEN: "api_token" } });
    expect(container.env).toEqual([
      { name: "API_TOKEN", valueFrom: { secretKeyRef: { name: "api-secrets", key: "API_TOKEN" } } },
    ]);
  });

  it.each([
    ["https", {}, "HTTPS"],
    ["http", HTTP, "HTTP"],
  ])("is probed over %s on its own port", (name, change, scheme) => {
    const { container } = synth(change);
    expect(container.ports?.[0]).toEqual({ name, containerPort: 8443, protocol: "TCP" });
    const live = { path: "/healthz", port: name, scheme };
    expect(container.startupProbe?.httpGet).toEqual(live);
    expect(container.livenessProbe?.httpGet).toEqual(live);
    expect(container.readinessProbe?.httpGet).toEqual({ ...live, path: "/readyz" });
  });

  it("may have its metrics on the port that serves", () => {
    expect(synth({ metrics: { port: 8443 } }).container.ports).toEqual([
      { name: "https", containerPort: 8443, protocol: "TCP" },
    ]);
  });
});

describe("a change", () => {
  it("of a variable replaces the pods", () => {
    const template = (level: string) => synth({ env: { API_LOG_LEVEL: level } }).spec.template;
    expect(template("warn")).not.toEqual(template("info"));
  });

  it("starts a new pod before it stops an old one", () => {
    expect(synth().spec.strategy).toEqual({
      type: "RollingUpdate",
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
  });

  it("leaves the number of replicas to the autoscaler where there is one", () => {
    expect(synth({ replicas: { minimum: 2, maximum: 4 } }).spec).not.toHaveProperty("replicas");
    expect(synth({ replicas: { minimum: 2, maximum: 2 } }).spec.replicas).toBe(2);
  });
});

describe("the end of a pod", () => {
  it("waits for the program's own drain", () => {
    const { pod, container } = synth({ shutdown: { preStopSeconds: 0, drainSeconds: 40 } });
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(40);
    expect(container.lifecycle).toBeUndefined();
  });

  it("keeps a program that would stop at once until every proxy has noticed", () => {
    const { pod, container } = synth({ shutdown: { preStopSeconds: 10, drainSeconds: 20 } });
    expect(container.lifecycle).toEqual({ preStop: { sleep: { seconds: 10 } } });
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(30);
  });
});
