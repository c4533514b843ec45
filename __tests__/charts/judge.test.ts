import type { Chart } from "./folder";
import { merged } from "./helm-merge";
import { problems } from "./judge";

const chart: Chart = {
  name: "demo",
  version: "1.0.0",
  renderable: undefined,
  values: { image: { tag: "1", pullPolicy: null }, resources: {}, replicas: 1, ports: [80] },
  schema: {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    properties: {
      replicas: { type: "integer" },
      image: { type: "object", properties: { digest: { type: "string" } } },
    },
  },
};

it("takes what the chart knows, in its values or in its schema, and anything below an empty map", () => {
  const values = { image: { digest: "sha256:0", pullPolicy: { any: 1 } }, resources: { limits: { cpu: 1 } } };
  expect(problems(values, chart)).toEqual([]);
});

it("finds a key that the chart does not know, at any depth", () => {
  expect(problems({ imag: {}, image: { tags: "2" } }, chart)).toEqual([
    "imag: the chart has no such key",
    "image.tags: the chart has no such key",
  ]);
});

it("finds a map where the chart has none, and the reverse", () => {
  expect(problems({ image: "api:1", ports: { web: 80 } }, chart)).toEqual([
    "image: no map where the chart has a map",
    "ports: a map where the chart has no map",
    'image: must be object {"type":"object"}',
  ]);
});

it("finds what the chart's schema refuses in the merged values", () => {
  expect(problems({ replicas: "2" }, chart)).toEqual(['replicas: must be integer {"type":"integer"}']);
});

it("merges as Helm does: maps by key, lists and scalars as a whole, null takes a key away", () => {
  const own = { route: { receiver: "null", routes: [1, 2] }, api: { insecure: true } };
  expect(merged({ route: { receiver: "nobody" }, api: null }, own)).toEqual({
    route: { receiver: "nobody", routes: [1, 2] },
  });
  expect(merged({ route: { routes: [] } }, own)).toHaveProperty("route", { receiver: "null", routes: [] });
});
