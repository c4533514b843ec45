import { parse, parseAllDocuments } from "yaml";
import type { KubernetesObject } from "../../constructs/kubernetes/object";
import { schemaProblems } from "../support/kubernetes-models";
import { podsIn, restrictedViolations } from "../support/pod-security";
import { environment, resourcesOf, synthesizeToMemory, type Workspace } from "../support/synth";
import { JOBS } from "../support/workload";

type Loose = KubernetesObject & { readonly spec: Record<string, unknown> };

const { workspaces, dependencies, files } = synthesizeToMemory([environment("local")]);

const workspaceOf = (cluster: string): Workspace => {
  const workspace = workspaces[`local-api-deploy-${cluster}`];
  if (!workspace) throw new Error(`no workspace for cluster ${cluster}`);
  return workspace;
};

const valuesOf = (workspace: Workspace): string =>
  (resourcesOf(workspace, "helm_release") as readonly { values: string[] }[])
    .flatMap(({ values }) => values)
    .join("\n");

const objectsIn = (values: string): readonly Loose[] =>
  parseAllDocuments((parse(values) as { manifests: string }).manifests).map((document) => document.toJSON());

const objectsOf = (workspace: Workspace): readonly Loose[] => objectsIn(valuesOf(workspace));

it("is one workspace for each cluster that serves users, and none for the others", () => {
  expect(Object.keys(workspaces).filter((id) => id.includes("api-deploy"))).toEqual([
    "local-api-deploy-eu",
    "local-api-deploy-us",
  ]);
});

it("reads the platform's CA and nothing else, so that one region never waits for another", () => {
  for (const cluster of ["eu", "us"])
    expect(dependencies[`local-api-deploy-${cluster}`]).toEqual(["local-pki"]);
});

it("publishes the host name of its service", () => {
  expect(workspaceOf("us").output).toEqual({ host: { value: "api.us" } });
});

describe.each(["eu", "us"])("in cluster %s", (cluster) => {
  const workspace = workspaceOf(cluster);
  const objects = objectsOf(workspace);

  it("installs objects that their kinds' schemas accept", () => {
    expect(schemaProblems(objects)).toEqual([]);
  });

  it("runs pods that the namespace's standard admits", () => {
    expect(resourcesOf(workspace, "kubernetes_namespace_v1")).toEqual([
      {
        metadata: {
          name: "api",
          labels: expect.objectContaining({ "pod-security.kubernetes.io/enforce": "restricted" }),
        },
      },
    ]);
    for (const [, pod] of podsIn(objects)) expect(restrictedViolations(pod)).toEqual([]);
  });

  it("answers under one name: of the route, of the certificate, of the output", () => {
    const certificates = Object.values(workspaces["local-pki"]?.resource?.["tls_cert_request"] ?? {});
    const route = objects.find(({ kind }) => kind === "IngressRouteTCP");
    const host = workspace.output?.["host"]?.value as string;
    expect(certificates.flatMap((request) => request["dns_names"])).toContain(host);
    expect(route?.spec["routes"]).toMatchObject([{ match: `HostSNI(\`${host}\`)` }]);
  });

  it("serves its own certificate, whose key stays sensitive", () => {
    const [secret] = resourcesOf(workspace, "kubernetes_secret_v1");
    expect(secret?.["data"]).toEqual({
      "tls.crt": `\${data.terraform_remote_state.local-pki.outputs.${cluster}-certificate}`,
      "tls.key": `\${sensitive(data.terraform_remote_state.local-pki.outputs.${cluster}-key)}`,
      "ca.crt": "${data.terraform_remote_state.local-pki.outputs.ca}",
    });
  });

  it("tells the program its region", () => {
    const [, pod] = podsIn(objects)[0] ?? [];
    expect(pod?.containers[0]?.env).toContainEqual({ name: "API_REGION", value: cluster });
  });

  it("gives Helm nothing secret and nothing that only an apply knows", () => {
    expect(valuesOf(workspace)).not.toMatch(/[$%]\{/);
  });

  it("talks to its own cluster", () => {
    expect(workspace.provider?.["kubernetes"]).toEqual([
      { config_path: `\${var.kubeconfigs}/${cluster}.yaml` },
    ]);
  });
});

it("differs between regions in names only", () => {
  const neutral = (cluster: string) =>
    valuesOf(workspaceOf(cluster)).replaceAll(new RegExp(`\\b${cluster}\\b`, "g"), "<cluster>");
  expect(neutral("eu")).toBe(neutral("us"));
});

it("ships the chart that prints its values with every workspace", () => {
  const charts = Object.entries(files).filter(([file]) => /local-api-deploy.*manifests\.yaml$/.test(file));
  expect(charts.map(([, text]) => text)).toEqual(Array(2).fill("{{ .Values.manifests }}\n"));
});

it("asks once for a secret that several services share", () => {
  const { workspaces } = synthesizeToMemory([
    environment("local", (input) => {
      const [api] = input.workloads;
      if (!api?.services[0]) throw new Error("the local environment has no service");
      const service = { ...api.services[0], exposure: "none" as const, secrets: { TOKEN: "shared_token" } };
      input.workloads = [
        { ...api, services: [service, { ...service, name: "other" }] },
        { ...api, name: "third", namespace: "third", services: [service] },
      ];
    }),
  ]);
  const workspace = workspaces["local-api-deploy-eu"];
  expect(Object.keys(workspace?.variable ?? {})).toEqual(["kubeconfigs", "shared_token"]);
  expect(resourcesOf(workspace, "helm_release").map(({ name }) => name)).toEqual(["api", "third"]);
});

it("runs what is different in a region there alone", () => {
  const { workspaces } = synthesizeToMemory([
    environment("local", (input) => {
      for (const { services } of input.workloads)
        for (const service of services)
          service.overrides = { us: { replicas: { minimum: 2, maximum: 2 }, env: { STANDBY: "no" } } };
    }),
  ]);
  const deployment = (cluster: string) =>
    objectsOf(workspaces[`local-api-deploy-${cluster}`] as Workspace).find(
      ({ kind }) => kind === "Deployment",
    )?.["spec"];
  expect(deployment("us")).toMatchObject({ replicas: 2 });
  expect(deployment("eu")).not.toHaveProperty("replicas");
  expect(JSON.stringify(deployment("us"))).toContain("STANDBY");
  expect(JSON.stringify(deployment("eu"))).not.toContain("STANDBY");
});

describe("images that are private", () => {
  const { workspaces: ofPrivate } = synthesizeToMemory([
    environment("local", (input) => {
      for (const workload of input.workloads) {
        workload.privateImages = true;
        workload.jobs = { migrate: JOBS.migrate };
      }
    }),
  ]);
  const workspace = ofPrivate["local-api-deploy-us"] as Workspace;

  it("are pulled with a Secret that a sensitive variable fills, by services and jobs", () => {
    expect(workspace.variable?.["registry_credentials"]).toMatchObject({ sensitive: true });
    expect(resourcesOf(workspace, "kubernetes_secret_v1")).toContainEqual(
      expect.objectContaining({
        metadata: { name: "registry", namespace: expect.any(String) },
        type: "kubernetes.io/dockerconfigjson",
      }),
    );
    const account = objectsOf(workspace).find(({ kind }) => kind === "ServiceAccount");
    expect(account).toMatchObject({ imagePullSecrets: [{ name: "registry" }] });
    expect(JSON.stringify(resourcesOf(workspace, "kubernetes_job_v1"))).toContain(
      '"image_pull_secrets":[{"name":"registry"}]',
    );
  });

  it("ask for nothing where there are none", () => {
    expect(workspaceOf("us").variable?.["registry_credentials"]).toBeUndefined();
    expect(JSON.stringify(workspaceOf("us"))).not.toContain("imagePullSecrets");
  });
});
