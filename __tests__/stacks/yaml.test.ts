import { parse, parseAllDocuments } from "yaml";
import { parseEnvironment } from "../../config/parse";
import type { EnvironmentInput } from "../../config/schema/environment";
import { fromVerbatim } from "../../constructs/workload/verbatim";
import { isYaml } from "../../rehearsal/rules/yaml";
import { api } from "../fixtures/api";
import { delivered, firstService, treeOf } from "../support/delivery";
import type { Loose } from "../support/helm";
import { resourcesOf, synthesizeToMemory } from "../support/synth";
import { CORPUS } from "../support/yaml-readers";

/** A value of every kind that YAML has been known to change. */
const ENV = Object.fromEntries(CORPUS.map((text, index) => [`TEXT_${index}`, text]));

/** Norway's region by its code, in a cluster whose name YAML 1.1 takes for a truth as well. */
const NORWAY: EnvironmentInput = {
  name: "off",
  infrastructure: { kind: "existing" },
  dns: { kind: "hosts-file" },
  regions: {
    no: { clusters: { on: { kind: "existing", role: "api", address: "192.0.2.10", host: "api.no" } } },
    y: { clusters: { n: { kind: "existing", role: "edge", address: "192.0.2.11", host: "api.y" } } },
  },
  balancer: { kind: "traefik", routing: { kind: "round-robin" } },
  workloads: [
    {
      ...api,
      services: api.services.map((service) => ({ ...service, env: { ...service.env, ...ENV } })),
    },
  ],
};

const { workspaces } = synthesizeToMemory([parseEnvironment(NORWAY, "norway")]);
const values = Object.values(workspaces)
  .flatMap((workspace) => resourcesOf(workspace, "helm_release"))
  .map(({ values }) => (values as readonly string[])[0] as string)
  .map((text) =>
    text.replace(/\$\{jsonencode\([^\n]*\)\}/g, '"known at apply"').replace(/([$%])\1\{/g, "$1{"),
  );

/** The variables of the program in some objects, as YAML 1.1 reads them. */
const variablesIn = (manifests: string): Readonly<Record<string, unknown>> => {
  const objects = parseAllDocuments(manifests, { version: "1.1" }).map((each) => each.toJS() as Loose);
  const deployment = objects.find(({ kind }) => kind === "Deployment") as Loose;
  const { env } = deployment["spec"].template.spec.containers[0];
  return Object.fromEntries(
    env.map(({ name, value }: { name: string; value: unknown }) => [
      name,
      typeof value === "string" ? fromVerbatim(value) : value,
    ]),
  );
};

it("every value of a chart is read alike by YAML 1.1 and 1.2", () => {
  expect(values.length).toBeGreaterThan(5);
  expect(values.filter((text) => !isYaml(text))).toEqual([]);
});

it("a program gets the variables that the configuration names", () => {
  const [manifests] = values
    .map((text) => parse(text, { version: "1.1" }).manifests as string | undefined)
    .filter((text) => text?.includes("kind: Deployment"));
  expect(variablesIn(manifests as string)).toMatchObject({ ...ENV, API_REGION: "no" });
});

it("every file for a repository is read alike by YAML 1.1 and 1.2", () => {
  const tree = treeOf(
    delivered((input) => {
      const network = { kind: "aws", location: "eu-north-1", cidr: "10.10.0.0/16" } as const;
      input.regions = { no: { network, clusters: { on: { kind: "eks", role: "api" } } } };
      Object.assign(input.infrastructure, { home: "no" });
      const service = firstService(input);
      service.env = { ...service.env, ...ENV };
    }),
  );
  const texts = Object.values(tree).map((text) => text.replaceAll("$$", () => "$"));
  expect(texts.filter((text) => !isYaml(text))).toEqual([]);
  const map = texts.map((text) => parse(text, { version: "1.1" })).find(({ kind }) => kind === "ConfigMap");
  expect(map.data).toMatchObject({ ...ENV, API_REGION: "no" });
});
