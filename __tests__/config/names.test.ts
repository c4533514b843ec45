import * as names from "../../config/composed-names";
import { problemsBetween } from "../../config/names";
import type { EnvironmentInput } from "../../config/schema/environment";
import { deliveryTree } from "../../constructs/gitops/tree";
import { delivered, firstService } from "../support/delivery";
import { objectsOf } from "../support/helm";
import { environment, resourcesOf, synthesizeToMemory } from "../support/synth";

type Workload = EnvironmentInput["workloads"][number];
type Service = Workload["services"][number];

/** What is wrong with workloads by these names of their services, told without the examples. */
function complaints(change: (input: EnvironmentInput) => void): readonly string[] {
  try {
    delivered(change);
    return [];
  } catch (error) {
    return (error as Error).message
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
  }
}

const withServices =
  (...services: Partial<Service>[]) =>
  (input: EnvironmentInput): void => {
    const first = firstService(input);
    const { canary: _, ...plain } = first;
    const [workload] = input.workloads as [Workload];
    workload.services = services.map((service, index) => ({
      ...(index === 0 ? first : { ...plain, exposure: "none" as const }),
      ...service,
    }));
  };

describe("names that would meet are told, with both who would have them", () => {
  it.each<[string, (input: EnvironmentInput) => void, string]>([
    [
      "two workloads of one name",
      (input) => {
        const [first] = input.workloads as [Workload];
        input.workloads.push({
          ...first,
          namespace: "other",
          services: [{ ...firstService(input), name: "other", exposure: "none", canary: undefined }],
        });
      },
      'workloads[1].name: workloads[1] would be "api", which workloads[0] is already; expected a name of its own',
    ],
    [
      "two services of one name",
      withServices({}, {}),
      'workloads[0].services[1].name: services[1] would be "api", which services[0] is already; expected a name of its own',
    ],
    [
      "a service that is called like the copy that Flagger makes",
      withServices({}, { name: "api-primary" }),
      'workloads[0].services[0].name: the copy that serves users of services[0] would be "api-primary", which services[1] is already; expected a name of its own',
    ],
    [
      "a service that is called like the one that Flagger makes for the version on trial",
      withServices({}, { name: "api-canary" }),
      'workloads[0].services[0].name: the version on trial of services[0] would be "api-canary", which services[1] is already; expected a name of its own',
    ],
    [
      "two versions of an image that a repository knows by one name",
      withServices({}, { name: "worker", image: "{registry}/meridian/api:0.2.0" }),
      'workloads[0].services[1].image: "meridian/api" is {registry}/meridian/api:0.1.0 of another service already, and a repository holds one version of each name; expected the same image, or one with another name',
    ],
    [
      "an image of somebody else's by the name of ours",
      withServices({}, { name: "worker", image: "meridian/api:0.1.0" }),
      'workloads[0].services[1].image: "meridian/api" is {registry}/meridian/api:0.1.0 of another service already, and a repository holds one version of each name; expected the same image, or one with another name',
    ],
  ])("%s", (_, change, complaint) => {
    expect(complaints(change)).toEqual([complaint]);
  });

  it("not where they only look alike", () => {
    expect(complaints(withServices({}, { name: "primary" }, { name: "api-secrets" }))).toEqual([]);
  });

  it("clusters whose addresses would have one name", () => {
    expect(() =>
      environment("azure", (input) => {
        const cluster = { kind: "k3s", role: "api" } as const;
        Object.assign((input.regions["eu"] as { clusters: object }).clusters, { "eu-private": cluster });
      }),
    ).toThrow(
      'regions.eu.clusters.eu-private: "eu-private-address" is what the network calls the private address of cluster "eu"',
    );
  });
});

describe("environments beside each other", () => {
  it("have workspaces of their own", () => {
    expect(problemsBetween(["local", "azure", "aws", "stated", "azur"])).toEqual([]);
  });

  it.each([
    [["azure", "azure-network"], "azure-network", "azure-"],
    [["azure", "state"], "state", "state-"],
  ])("%j do not", (environments, name, prefix) => {
    expect(problemsBetween(environments)).toEqual([
      {
        path: [name],
        message: `workspaces that begin with "${prefix}" are others'; expected a name that does not begin so`,
      },
    ]);
  });
});

describe("a job of Prometheus", () => {
  const jobsOf = (...pairs: readonly [string, string][]) => pairs.map(([a, b]) => names.scrapeJobOf(a, b));

  it("is called like workload and service, which no other is", () => {
    expect(jobsOf(["api", "api"], ["shop", "cart-ui"], ["shop-cart", "ui"])).toEqual([
      "api",
      "shop/cart-ui",
      "shop-cart/ui",
    ]);
  });

  it.each(["traefik", "envoy", "flagger", "load-balancer", "kubelet", "monitoring-grafana"])(
    "of a workload called %s is not the platform's",
    (name) => {
      expect(names.scrapeJobOf(name, name)).toBe(`${name}/${name}`);
    },
  );
});

describe("in a cluster with everything that the platform brings", () => {
  /** Let's Encrypt on K3s, with services by the names of the platform's policies in a workload by the name of its release. */
  const { workspaces } = synthesizeToMemory([
    environment("azure", (input) => {
      const [workload] = structuredClone(input.workloads) as [Workload];
      const [service] = workload.services as [Service];
      const policies = Object.values(names.POLICIES);
      const called = policies.map((name) => ({ ...service, name, exposure: "none" as const }));
      input.workloads = [{ ...workload, name: names.CERTIFICATE_RELEASE, services: [service, ...called] }];
      input.certificates = { kind: "letsencrypt", email: "a@example.net", challenge: "http-01" };
    }),
    delivered(),
  ]);
  const twice = (all: readonly string[]) => all.filter((each, index) => all.indexOf(each) < index);

  it("no two objects and no two releases have one name", () => {
    const workspace = workspaces["azure-api-deploy-eu"];
    const releases = resourcesOf(workspace, "helm_release").map(({ name }) => name as string);
    expect(releases).toContain("certificate.workload");
    expect(twice(releases)).toEqual([]);
    const objects = objectsOf(workspace).map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(objects).toContain("NetworkPolicy/deny-all.callers");
    expect(twice(objects)).toEqual([]);
  });

  it("no workload may have a namespace of the platform's", () => {
    const made = Object.values(workspaces)
      .flatMap((workspace) => resourcesOf(workspace, "kubernetes_namespace_v1"))
      .map(({ metadata }) => (metadata as { name: string }).name)
      .filter((name) => name !== "api");
    expect(made).toEqual(expect.arrayContaining(["monitoring", "flux-system", "cert-manager"]));
    for (const namespace of new Set(["kube-system", "default", ...made])) {
      const change = (input: EnvironmentInput) =>
        Object.assign(input.workloads[0] as Workload, { namespace });
      expect(complaints(change)).toEqual([
        `workloads[0].namespace: "${namespace}" belongs to the cluster or the platform; expected a name of the workload's own, such as "api"`,
      ]);
    }
  });
});

it("a cluster and a workload may be called like the files of a repository", () => {
  const tree = deliveryTree(
    delivered((input) => {
      const { central, ...others } = input.regions;
      const [cluster] = Object.values(central?.clusters ?? {});
      if (central)
        input.regions = { central: { ...central, clusters: { versions: cluster as never } }, ...others };
      const [workload] = input.workloads as [Workload];
      input.workloads = ["kustomization", "flux-system"].map((name, index) => ({
        ...workload,
        name,
        namespace: `a-${name}`,
        services: workload.services.map((service) =>
          index === 0 ? service : { ...service, exposure: "none" as const, canary: undefined },
        ),
      }));
    }),
  );
  expect(Object.keys(tree).filter((file) => file.split("/").length < 5)).toEqual([
    "deploy/aws/versions.cluster/kustomization.yaml",
    "deploy/aws/versions.cluster/kustomization.workload.yaml",
    "deploy/aws/versions.cluster/flux-system.yaml",
    "deploy/aws/west/kustomization.yaml",
    "deploy/aws/west/kustomization.workload.yaml",
    "deploy/aws/west/flux-system.yaml",
  ]);
  expect(tree["deploy/aws/west/flux-system.yaml"]).toContain("name: flux-system.workload\n");
});

it("the longest names fit", () => {
  const [longest, measurement] = ["a".repeat(30), "request-rate" as const];
  const services = [names.primaryOf, names.canaryOf].map((nameOf) => nameOf(longest).length);
  const objects = [
    names.secretsOf(longest),
    names.claimOf(longest),
    names.environmentMapOf(longest),
    names.measurementOf(longest, measurement),
  ].map(({ length }) => length);
  expect(Math.max(...services)).toBeLessThanOrEqual(63); // a label of DNS
  expect(Math.max(...objects)).toBeLessThanOrEqual(253);
  expect(names.releaseOf(longest).length).toBeLessThanOrEqual(53); // https://helm.sh/docs/chart_template_guide/getting_started/
});
