import fs from "node:fs";
import path from "node:path";
import { environments } from "../../config/environments";
import { merge } from "../../config/merge";
import { readOverlay } from "../../config/overlays";
import { parseEnvironment } from "../../config/parse";
import { plain } from "../../config/plain";
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

const EXAMPLES = {
  movies: { deploys: ["local-api-deploy-eu", "local-api-deploy-us"], balancer: true },
  minikube: { deploys: ["local-api-deploy-minikube"], balancer: false },
} as const;

describe.each(Object.entries(EXAMPLES))("the example local.%s", (example, { deploys, balancer }) => {
  const { workspaces, dependencies } = withExample(example);

  it("has the workspaces of its clusters", () => {
    const ids = Object.keys(workspaces);
    expect(ids).toEqual(expect.arrayContaining([...deploys])); // and those of what a team has added
    expect(ids.includes("local-global-lb")).toBe(balancer);
    for (const id of deploys) expect(dependencies[id]).toEqual(["local-pki"]);
  });

  it.each(deploys)("installs four releases and a migration in %s, and asks for what is secret", (id) => {
    const releases = resourcesOf(workspaces[id], "helm_release").map(({ name }) => name);
    expect(releases.sort()).toEqual(["movies-auth", "movies-data", "movies-rec", "movies-web"]);
    const [job, ...others] = resourcesOf(workspaces[id], "kubernetes_job_v1");
    expect(others).toEqual([]);
    expect(JSON.stringify(job)).toContain('"args":["migrate"]');
    const { variable = {} } = workspaces[id] ?? {};
    const secret = Object.keys(variable).filter((name) => name.startsWith("movies_"));
    expect(secret.sort()).toEqual([
      "movies_owner_url",
      "movies_public_keys",
      "movies_signing_key",
      "movies_url",
      "movies_users",
    ]);
    for (const name of secret) expect(variable[name]).toMatchObject({ sensitive: true });
  });
});

it("the documentation of Minikube names the cluster as its example does", () => {
  const page = fs.readFileSync(path.join(__dirname, "../../docs/environments/minikube.md"), "utf8");
  for (const name of ["minikube.yaml", "movies.test", "local-api-deploy-minikube"])
    expect(page).toContain(name);
});
