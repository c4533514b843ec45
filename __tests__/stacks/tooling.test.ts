import type { EnvironmentInput } from "../../config/schema/environment";
import { deliveredByTerraform } from "../support/aws";
import { firstService } from "../support/delivery";
import { objectsOf, releasesOf } from "../support/helm";
import { environment, resourcesOf, synthesizeToMemory } from "../support/synth";

/** A third cluster for tools, and a workload that runs there and nowhere else. */
function withTools(input: EnvironmentInput): void {
  Object.assign(input.regions["eu"]?.clusters as object, {
    tools: { kind: "existing", role: "tooling", address: "192.168.56.13", host: "tools.eu" },
  });
  input.workloads.push({
    name: "console",
    namespace: "console",
    role: "tooling",
    services: [{ ...firstService(input), name: "console" }],
  });
}

const { workspaces, dependencies } = synthesizeToMemory([environment("local", withTools)]);

it("carries the workloads that are for it, and no others", () => {
  const names = (id: string) =>
    objectsOf(workspaces[id])
      .filter(({ kind }) => kind === "Deployment")
      .map(({ metadata }) => metadata.name);
  expect(names("local-api-deploy-tools")).toEqual(["console"]);
  expect(names("local-api-deploy-eu")).toEqual(["api"]);
});

it("proves its name with the platform's CA", () => {
  const requests = resourcesOf(workspaces["local-pki"], "tls_cert_request");
  expect(requests.map((request) => request["dns_names"])).toContainEqual(["tools.eu"]);
  expect(dependencies["local-api-deploy-tools"]).toEqual(["local-pki"]);
});

it("is monitored, without objectives for users that it does not serve", () => {
  const rules = objectsOf(workspaces["local-monitoring-tools"]).find(({ kind }) => kind === "PrometheusRule");
  expect(rules?.["spec"].groups.map(({ name }: { name: string }) => name)).toEqual([
    "certificates",
    "cluster",
  ]);
  const jobs = releasesOf(workspaces["local-monitoring-tools"])["monitoring"]?.["prometheus"].prometheusSpec
    .additionalScrapeConfigs as { job_name: string }[];
  expect(jobs.map(({ job_name }) => job_name)).toEqual(["console", "traefik"]);
});

it("serves no users: the balancer does not know it", () => {
  const content = releasesOf(workspaces["local-global-lb"])["traefik"]?.["providers"].file.content;
  expect(JSON.stringify(content)).toContain("api.eu");
  expect(JSON.stringify(content)).not.toContain("tools");
});

it("may be a cluster of EKS as well, behind no accelerator", () => {
  const output = synthesizeToMemory([
    deliveredByTerraform((input) => {
      Object.assign(input.regions["central"]?.clusters as object, {
        tools: { kind: "eks", role: "tooling" },
      });
    }),
  ]);
  expect(Object.keys(output.workspaces)).toEqual(
    expect.arrayContaining(["aws-eks-tools", "aws-cluster-addons-tools", "aws-monitoring-tools"]),
  );
  expect(output.dependencies["aws-global-lb"]).not.toContain("aws-cluster-addons-tools");
});
