import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { traitsOf } from "../../config/clouds";
import type { Environment } from "../../config/schema/environment";
import { clustersOf, type PlacedCluster } from "../../config/topology";
import { NO_DIGEST } from "../../constructs/gitops/versions";
import { workloadObjects } from "../../constructs/workload/objects";
import { delivered, firstService, treeOf } from "../support/delivery";
import type { Loose } from "../support/helm";
import { build, objectsIn } from "../support/kubectl";
import { schemaProblems } from "../support/kubernetes-models";
import { podsIn, restrictedViolations } from "../support/pod-security";

let root: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-gitops-"));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;

/** Writes the tree of an environment, and returns its folder. */
function write(environment: Environment, digest?: string): string {
  const folder = fs.mkdtempSync(path.join(root, "tree-"));
  for (const [file, text] of Object.entries(treeOf(environment))) {
    fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), digest ? text.replace(NO_DIGEST, digest) : text);
  }
  return folder;
}

/** What Flux does after Kustomize; seen of its own package `envsubst`: two dollars are one, `${name}` is a value. */
const substituted = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\$\$|\$\{([^}]*)\}/g, (whole, name: string | undefined) => {
    if (name === undefined) return "$";
    if (!(name in values)) throw new Error(`${whole} is left`);
    return values[name] as string;
  });

const VALUES = { registry: "123456789012.dkr.ecr.eu-central-1.amazonaws.com", host: "api.example.com" };

const objectsOf = (environment: Environment, digest?: string): readonly Loose[] =>
  objectsIn(substituted(build(path.join(write(environment, digest), "deploy/aws/central/api")), VALUES));

const find = (objects: readonly Loose[], kind: string, name: string): Loose =>
  objects.find((object) => object.kind === kind && object.metadata.name === name) as Loose;

it("is the same every time", () => {
  expect(treeOf(delivered())).toEqual(treeOf(delivered()));
});

it("can be built by Kustomize in every folder", () => {
  const folder = write(delivered());
  const folders = Object.keys(treeOf(delivered()))
    .filter((file) => path.basename(file) === "kustomization.yaml" && !file.includes("/versions/"))
    .map((file) => path.dirname(file));
  expect(folders).toEqual([
    "deploy/aws/central",
    "deploy/aws/west",
    "deploy/aws/_base/api",
    "deploy/aws/central/api",
    "deploy/aws/west/api",
  ]);
  for (const each of folders) expect(objectsIn(build(path.join(folder, each))).length).toBeGreaterThan(0);
});

it("runs the image of the versions' file from the cluster's own registry, and tells the program so", () => {
  const objects = objectsOf(delivered(), DIGEST);
  const image = `${VALUES.registry}/meridian/api@${DIGEST}`;
  expect(find(objects, "Deployment", "api").spec.template.spec.containers[0].image).toBe(image);
  expect(find(objects, "ConfigMap", "api-environment").data).toMatchObject({
    API_IMAGE: image,
    API_REGION: "central",
  });
});

it("tells a TLS service's certificate helpers the same image", () => {
  const environment = delivered((input) => {
    input.certificates = { kind: "private-ca" };
    const { canary: _, ...service } = firstService(input);
    Object.assign(input.workloads[0] as object, {
      services: [{ ...service, protocol: "https", exposure: "passthrough", port: 8443 }],
    });
  });
  const pod = find(objectsOf(environment, DIGEST), "Deployment", "api").spec.template.spec;
  const images = [...pod.initContainers, ...pod.containers].map(({ image }: { image: string }) => image);
  expect(new Set(images)).toEqual(new Set([`${VALUES.registry}/meridian/api@${DIGEST}`]));
});

it("leaves nothing unresolved, and keeps every text of a person's as it was", () => {
  const environment = delivered((input) => {
    firstService(input).env = { API_IMAGE: "{image}", NAME: "${registry} $${HOME} $(POD)", CALLED: "{host}" };
  });
  const { data } = find(objectsOf(environment), "ConfigMap", "api-environment");
  expect(data).toMatchObject({ NAME: "${registry} $${HOME} $(POD)", CALLED: "api.example.com" });
});

it("knows of values only what Terraform tells", () => {
  const variables = Object.values(treeOf(delivered())).flatMap((text) =>
    [...text.matchAll(/(?<!\$)(?:\$\$)*\$\{([^}]*)\}/g)].map(([, name]) => name),
  );
  expect(new Set(variables)).toEqual(new Set(["registry"]));
});

it("holds the objects that Terraform would install, but for what is Flagger's and Kustomize's to write", () => {
  const environment = delivered((input) => {
    delete firstService(input).canary;
  });
  const [workload] = environment.workloads;
  if (!workload) throw new Error("no workload");
  const place = {
    ...traitsOf(environment, clustersOf(environment)[0] as PlacedCluster),
    environment: "aws",
    region: "central",
    cluster: "central",
    workloads: [],
    databases: [],
    host: VALUES.host,
  };
  const image = `${VALUES.registry}/meridian/api@${DIGEST}`;
  const services = workload.services.map((service) => ({ ...service, image }));
  const installed = workloadObjects(place, { ...workload, services }, undefined) as readonly Loose[];

  const sorted = (objects: readonly Loose[]) =>
    [...objects].sort((a, b) => `${a.kind}${a.metadata.name}`.localeCompare(`${b.kind}${b.metadata.name}`));
  const withoutEnvironment = (object: Loose): Loose => {
    if (object.kind !== "Deployment") return object;
    const copy = structuredClone(object);
    delete copy.spec.template.metadata.annotations;
    delete copy.spec.template.spec.containers[0].env;
    delete copy.spec.template.spec.containers[0].envFrom;
    return copy;
  };
  const ours = objectsOf(environment, DIGEST);
  expect(sorted(ours.filter(({ kind }) => kind !== "ConfigMap").map(withoutEnvironment))).toEqual(
    sorted(installed.map(withoutEnvironment)),
  );
  const { env } = find(installed, "Deployment", "api").spec.template.spec.containers[0];
  expect(find(ours, "ConfigMap", "api-environment").data).toEqual(
    Object.fromEntries(env.map(({ name, value }: { name: string; value: string }) => [name, value])),
  );
});

it("replaces the pods when a variable changes", () => {
  const checksum = (env: Record<string, string>) =>
    find(
      objectsOf(
        delivered((input) => {
          firstService(input).env = env;
        }),
      ),
      "Deployment",
      "api",
    ).spec.template.metadata.annotations["checksum/environment"];
  expect(checksum({ LOG_LEVEL: "info" })).not.toBe(checksum({ LOG_LEVEL: "debug" }));
});

it("holds objects of the schemas of their kinds", () => {
  const folder = write(
    delivered((input) => {
      input.gitops = {
        ...(input.gitops as NonNullable<typeof input.gitops>),
        alerts: { kind: "slack", channel: "releases" },
      };
    }),
  );
  const objects = ["central", "central/api"].flatMap((each) =>
    objectsIn(substituted(build(path.join(folder, "deploy/aws", each)), VALUES)),
  );
  expect(objects.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["Kustomization", "Provider", "Alert"]),
  );
  // Flagger's own kinds are the API server's to judge.
  expect(schemaProblems(objects.filter(({ apiVersion }) => !apiVersion.startsWith("flagger.app/")))).toEqual(
    [],
  );
});

it("holds pods that a restricted namespace admits", () => {
  expect(
    podsIn(objectsOf(delivered())).flatMap(([name, pod]) =>
      restrictedViolations(pod).map((each) => `${name}: ${each}`),
    ),
  ).toEqual([]);
});

it("makes Flux remove what disappears, wait, and give up in time, and leave a workload that somebody else takes over", () => {
  const { spec } = parse(treeOf(delivered())["deploy/aws/west/api.yaml"] as string) as Loose;
  expect(spec).toMatchObject({
    interval: "10m",
    prune: true,
    wait: true,
    timeout: "5m",
    deletionPolicy: "Orphan",
    path: "./deploy/aws/west/api",
  });
});

describe("with a canary", () => {
  const objects = () => objectsOf(delivered(), DIGEST);

  it("leaves to Flagger what changes during a rollout", () => {
    const once = objects().filter(
      ({ metadata }) => metadata.annotations?.["kustomize.toolkit.fluxcd.io/ssa"] === "IfNotPresent",
    );
    expect(once.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      "Service api",
      "HTTPRoute api",
    ]);
    expect(find(objects(), "Deployment", "api").spec.replicas).toBeUndefined();
  });

  it("leaves the number of replicas to Flagger where no autoscaler has it", () => {
    const fixed = delivered((input) => {
      firstService(input).replicas = { minimum: 2, maximum: 2 };
    });
    expect(find(objectsOf(fixed), "Deployment", "api").spec.replicas).toBeUndefined();
    expect(find(objectsOf(fixed), "Canary", "api").spec.autoscalerRef).toBeUndefined();
  });

  it("chooses the pods that serve users wherever it chooses pods", () => {
    const chosen = (kind: string) =>
      objects()
        .filter((object) => object.kind === kind)
        .flatMap(({ spec }) => Object.values((spec.podSelector ?? spec.selector).matchLabels ?? {}));
    expect(chosen("NetworkPolicy").sort()).toEqual(["api", "api-primary"]);
    expect(chosen("PodDisruptionBudget").sort()).toEqual(["api", "api-primary"]);
  });

  it("refers to measurements that are there, asks for requests first, and gives way at an error", () => {
    const { spec } = find(objects(), "Canary", "api");
    const templates = objects()
      .filter(({ kind }) => kind === "MetricTemplate")
      .map(({ metadata }) => metadata.name);
    const checks = spec.analysis.metrics as {
      name: string;
      thresholdRange: object;
      templateRef: { name: string };
    }[];
    expect(checks.map(({ templateRef }) => templateRef.name).sort()).toEqual(templates.sort());
    expect(checks.map(({ name, thresholdRange }) => [name, thresholdRange])).toEqual([
      ["request-rate", { min: 0.2 }],
      ["error-rate", { max: 0 }],
      ["latency", { max: 500 }],
    ]);
  });

  const hooks = (gate: "none" | "start" | "promotion") => {
    const environment = delivered((input) => {
      firstService(input).canary = { gate };
    });
    return (
      find(objectsOf(environment), "Canary", "api").spec.analysis.webhooks as { type: string; url: string }[]
    ).map(({ type, url }) => `${type} ${url.replace("http://loadtester.flagger-system", "")}`);
  };

  it("sends load before the first check, and waits at a gate for a person where one is asked for", () => {
    expect(hooks("none")).toEqual(["pre-rollout /", "rollout /", "rollback /rollback/check"]);
    expect(hooks("start")).toContain("confirm-rollout /gate/check");
    expect(hooks("promotion")).toContain("confirm-promotion /gate/check");
  });

  it("tells a chat of a failure, where there is one", () => {
    const alerting = delivered((input) => {
      input.gitops = { ...(input.gitops as NonNullable<typeof input.gitops>), alerts: { kind: "msteams" } };
    });
    expect(find(objectsOf(alerting), "Canary", "api").spec.analysis.alerts).toEqual([
      {
        name: "failure",
        severity: "error",
        providerRef: { name: "delivery-alerts", namespace: "flagger-system" },
      },
    ]);
    expect(find(objects(), "Canary", "api").spec.analysis.alerts).toBeUndefined();
  });
});
