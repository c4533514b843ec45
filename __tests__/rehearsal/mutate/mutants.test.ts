import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { collapse, expand } from "../../../rehearsal/mutate/embedded";
import { type Mutant, placeOf, Synthesized } from "../../../rehearsal/mutate/mutants";

const policy = JSON.stringify({ Statement: [{ Action: ["ec2:Describe"], Resource: "*" }] });
const manifests = [
  "kind: Service\napiVersion: v1\nmetadata:\n  name: api\nspec:\n  ports:\n    - port: 443\n",
  "kind: Secret\napiVersion: v1\nmetadata:\n  name: key\n",
].join("---\n");
const workspace = {
  variable: { token: { type: "string", sensitive: true } },
  resource: {
    demo_rule: {
      one: {
        name: "one",
        description: "for people",
        direction: "Inbound",
        port: 22,
        source: "10.1.0.0/16",
        peer: { group: "a", member: "b" },
      },
      two: { name: "two", direction: "Outbound", policy, depends_on: ["demo_rule.one"] },
      three: {
        direction: "Inbound",
        list: ["${demo_rule.one.arn}"],
        label: "example.com/name",
        pause: "30s",
        target: "${demo_rule.one.id}",
      },
    },
    helm_release: {
      api: { values: [`manifests: ${JSON.stringify(manifests)}\nhost: \${jsonencode(demo_rule.one.id)}\n`] },
    },
  },
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "mutants-"));
const file = "demo.tf.json";
fs.writeFileSync(path.join(folder, file), JSON.stringify(workspace));
const synthesized = new Synthesized(folder, [{ id: "demo-one", file, dependencies: [] }]);
const mutants = [...synthesized.mutants("1").values()].flat();
afterAll(() => fs.rmSync(folder, { recursive: true }));

const find = (operator: string, place: string): Mutant =>
  mutants.find(
    (mutant) => mutant.operator.name === operator && placeOf(mutant.site).endsWith(place),
  ) as Mutant;
const written = (mutant: Mutant) => {
  const copy = fs.mkdtempSync(path.join(folder, "copy-"));
  synthesized.write(mutant, copy);
  return JSON.parse(fs.readFileSync(path.join(copy, file), "utf8")) as typeof workspace;
};

it("opens documents inside strings, and closes them to the same meaning", () => {
  const closed = collapse(expand(workspace)) as typeof workspace;
  expect(JSON.parse(closed.resource.demo_rule.two.policy)).toEqual(JSON.parse(policy));
  const [values = ""] = closed.resource.helm_release.api.values;
  expect(values).toContain("host: ${jsonencode(demo_rule.one.id)}\n");
  expect(parse(values)).toEqual(parse(workspace.resource.helm_release.api.values[0] as string));
});

it.each([
  ["a port or rank beside it", "demo_rule.one.port", 23],
  ["the value of a sibling", "demo_rule.one.direction", "Outbound"],
  ["the whole Internet", "demo_rule.one.source", "0.0.0.0/0"],
])("%s at %s", (operator, place, expected) => {
  const one = written(find(operator, place)).resource.demo_rule.one as Record<string, unknown>;
  expect(one[place.split(".").at(-1) as string]).toBe(expected);
});

it("takes an object out of the manifests in Helm values", () => {
  const mutant = find("a manifest is gone", "manifests.0");
  const [values = ""] = written(mutant).resource.helm_release.api.values;
  expect((parse(values) as { manifests: string }).manifests).not.toContain("Service");
  expect(values).toContain("Secret");
});

it("takes an order away, and widens a policy", () => {
  expect(written(find("an order is gone", "depends_on.0")).resource.demo_rule.two.depends_on).toEqual([]);
  const widened = written(find("everything", "Action.0")).resource.demo_rule.two.policy;
  expect(JSON.parse(widened)).toMatchObject({ Statement: [{ Action: ["*"] }] });
});

it("leaves prose and names that nobody else uses alone", () => {
  const places = mutants.map(({ site, operator }) => `${operator.name} ${placeOf(site)}`);
  expect(places.filter((place) => /misspelt.*(description|one\.name|two\.name)$/.test(place))).toEqual([
    "a key is misspelt demo-one: resource.demo_rule.one.name",
    "a key is misspelt demo-one: resource.demo_rule.two.name",
  ]);
});

it.each([
  ["an argument is gone", "demo_rule.three.direction", undefined],
  ["a list is empty", "demo_rule.three.list", []],
  ["the first part is gone", "demo_rule.three.label", "com/name"],
  ["a unit of another program", "demo_rule.three.pause", "30sec"],
  ["another attribute of the same", "demo_rule.three.target", "${demo_rule.one.arn}"],
])("%s at %s", (operator, place, expected) => {
  const { three } = written(find(operator, place)).resource.demo_rule as Record<
    string,
    Record<string, unknown>
  >;
  expect(three?.[place.split(".").at(-1) as string]).toEqual(expected);
});

it("exchanges two arguments, repeats a resource, and takes the mark of a secret away", () => {
  const { one } = written(find("two arguments are exchanged", "demo_rule.one.peer")).resource.demo_rule;
  expect(one.peer).toEqual({ group: "b", member: "a" });
  const { demo_rule: rules } = written(find("the same twice", "resource.demo_rule")).resource;
  expect(Object.keys(rules)).toHaveLength(4);
  const { variable } = written(find("a mark is gone", "variable.token.sensitive"));
  expect(variable.token).toEqual({ type: "string" });
});

it("chooses the same mutants for the same seed, others for another", () => {
  const places = (seed: string) =>
    [...synthesized.mutants(seed).values()].flat().map(({ site }) => placeOf(site));
  expect(places("1")).toEqual(places("1"));
  expect(places("1")).not.toEqual(places("2"));
});
