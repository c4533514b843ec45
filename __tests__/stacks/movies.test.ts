import fs from "node:fs";
import path from "node:path";
import { environments } from "../../config/environments";
import { merge } from "../../config/merge";
import { readOverlay } from "../../config/overlays";
import { parseEnvironment } from "../../config/parse";
import { plain } from "../../config/plain";
import { monitoringBudget } from "../../constructs/monitoring/budget";
import nodes from "../../vagrant/nodes.json";
import { objectsIn } from "../support/aws";
import { resourcesOf, synthesizeToMemory } from "../support/synth";

const folder = path.join(__dirname, "../../config/environments");

/** `local` with one of the examples laid over it. */
function withExample(example: string) {
  const shipped = plain(environments.local).value;
  const file = path.join(folder, `local.${example}.overlay.example.ts`);
  const { value, problems } = merge(shipped, readOverlay(file, shipped));
  expect(problems).toEqual([]);
  return synthesizeToMemory([parseEnvironment(value, "local", environments.local)]);
}

interface Container {
  readonly resources: { readonly limits: { readonly memory: string } };
  readonly restartPolicy?: string;
}

interface Pod {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
}

interface Deployed {
  readonly spec: { readonly template: { readonly spec: Pod } };
}

const pageOf = (name: string): string =>
  fs.readFileSync(path.join(__dirname, `../../docs/${name}.md`), "utf8");

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

/** A machine shows about a twentieth less than it is sold with. */
const USABLE = 0.95;

/** The machines that the movies are on. */
const SERVING = nodes.filter(({ role }) => role === "api");

/** MiB that a node which serves users holds beside the API, by the budget that is printed. */
const budgetWithoutApi = (): number => {
  const page = pageOf("monitoring");
  return (
    Number(/\*\*together\*\* \| \*\*(\d+)\*\*/.exec(page)?.[1]) -
    Number(/\d × api \| (\d+) \|/.exec(page)?.[1])
  );
};

const EXAMPLES = {
  movies: { clusters: ["eu", "us"], balancer: true },
  minikube: { clusters: ["minikube"], balancer: false },
} as const;

describe.each(Object.entries(EXAMPLES))("the example local.%s", (example, { clusters, balancer }) => {
  const deploys = clusters.map((cluster) => `local-api-deploy-${cluster}`);
  const { workspaces, dependencies } = withExample(example);

  it("has the workspaces of its clusters", () => {
    const ids = Object.keys(workspaces);
    expect(ids).toEqual(expect.arrayContaining([...deploys])); // and those of what a team has added
    expect(ids.includes("local-global-lb")).toBe(balancer);
    for (const cluster of clusters)
      expect([...(dependencies[`local-api-deploy-${cluster}`] ?? [])].sort()).toEqual([
        "local-pki",
        `local-postgres-${cluster}`,
      ]);
  });

  it.each(deploys)("installs four releases and a migration in %s, and asks for what is secret", (id) => {
    const releases = resourcesOf(workspaces[id], "helm_release").map(({ name }) => name);
    expect(releases.sort()).toEqual(["movies-auth", "movies-data", "movies-rec", "movies-web"]);
    const jobs = resourcesOf(workspaces[id], "kubernetes_job_v1").map((job) => JSON.stringify(job));
    expect(jobs).toHaveLength(2); // the users of the database, and its migration
    expect(jobs.filter((job) => job.includes('"args":["migrate"]'))).toHaveLength(1);
    const { variable = {} } = workspaces[id] ?? {};
    const secret = Object.keys(variable).filter((name) => name.startsWith("movies_"));
    expect(secret.sort()).toEqual(["movies_public_keys", "movies_signing_key", "movies_users"]);
    for (const name of secret) expect(variable[name]).toMatchObject({ sensitive: true });
  });

  it.each(clusters)("takes as much memory in %s as the page on workloads says", (cluster) => {
    const of = ({ resources }: Container): number => Number.parseInt(resources.limits.memory, 10);
    const inPod = ({ containers, initContainers = [] }: Pod): number =>
      [...containers, ...initContainers.filter(({ restartPolicy }) => restartPolicy === "Always")]
        .map(of)
        .reduce((sum, each) => sum + each, 0);
    const postgres = workspaces[`local-postgres-${cluster}`];
    const operator = /memory: (\d+)Mi/.exec(
      String(resourcesOf(postgres, "helm_release").find(({ name }) => name === "cloudnative-pg")?.["values"]),
    )?.[1];
    const services = objectsIn(workspaces[`local-api-deploy-${cluster}`])
      .flatMap((each) =>
        each.kind === "Deployment" ? [(each as unknown as Deployed).spec.template.spec] : [],
      )
      .reduce((sum, pod) => sum + inPod(pod), 0);
    const database = of(
      (objectsIn(postgres).find(({ kind }) => kind === "Cluster") as unknown as { spec: Container }).spec,
    );
    const together = services + database + Number(operator);
    expect(pageOf("workloads")).toContain(
      `${services} MiB for the four, ${database} for their database, ${operator} for its operator: ${together} in all`,
    );
    const withMonitoring = budgetWithoutApi() + together;
    const alone = withMonitoring - sum(monitoringBudget("api", true).map(({ mebibytes }) => mebibytes));
    expect(pageOf("workloads")).toContain(`it comes to ${withMonitoring} MiB, for which`);
    expect(pageOf("workloads")).toContain(`(${alone} MiB)`);
    expect(withMonitoring).toBeLessThanOrEqual(6 * 1024 * USABLE);
    expect(alone).toBeLessThanOrEqual(Math.min(...SERVING.map(({ memory }) => memory)) * USABLE);
  });
});

it("the documentation of Minikube names the cluster as its example does", () => {
  const page = fs.readFileSync(path.join(__dirname, "../../docs/environments/minikube.md"), "utf8");
  for (const name of ["minikube.yaml", "movies.test", "local-api-deploy-minikube"])
    expect(page).toContain(name);
});
