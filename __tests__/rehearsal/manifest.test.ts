import { environmentOf, waves } from "../../rehearsal/manifest";

const listed = (dependencies: Record<string, string[]>) =>
  Object.entries(dependencies).map(([id, needs]) => ({ id, file: "", dependencies: needs }));

const ids = (dependencies: Record<string, string[]>) =>
  waves(listed(dependencies)).map((wave) => wave.map(({ id }) => id));

it.each([
  ["azure-k3s-node-us", "azure"],
  ["azure-pki", "azure"],
  ["state-azure", "azure"],
])("%s belongs to the environment %s", (id, environment) => expect(environmentOf(id)).toBe(environment));

it("puts every workspace after those that it depends on", () => {
  expect(ids({ "a-api": ["a-node"], "a-node": ["a-network"], "a-network": [], "a-pki": [] })).toEqual([
    ["a-network", "a-pki"],
    ["a-node"],
    ["a-api"],
  ]);
});

it("puts the storage of states before the whole environment, and only that", () => {
  expect(ids({ "a-pki": [], "b-pki": [], "state-a": [] })).toEqual([["b-pki", "state-a"], ["a-pki"]]);
});

it("shows a circle as one", () => {
  expect(() => ids({ "a-x": [], "a-api": ["a-node"], "a-node": ["a-lb"], "a-lb": ["a-node"] })).toThrow(
    "the workspaces depend on each other in a circle: a-node -> a-lb -> a-node",
  );
});
