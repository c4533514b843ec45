import type { Workspace } from "../../support/synth";
import { addressesIn, lostBetween } from "./addresses";

const workspace = (names: readonly string[], others: object = {}): Workspace => ({
  terraform: { backend: { local: { path: "../a.tfstate" } }, required_providers: {} },
  resource: { aws_vpc: Object.fromEntries(names.map((name) => [name, {}])) },
  ...others,
});

const LIST = ["a aws_vpc.One", "a aws_vpc.Two", "a backend.local:../a.tfstate"];

it("a list holds every resource, and where the state is", () => {
  expect(addressesIn({ a: workspace(["One", "Two"]) })).toEqual(LIST);
});

it.each<[string, Record<string, Workspace>, readonly string[]]>([
  ["all is as it was", { a: workspace(["One", "Two"]) }, []],
  ["there is more", { a: workspace(["One", "Two", "Three"]), b: workspace([]) }, []],
  ["a resource has another name", { a: workspace(["One", "Three"]) }, ["a aws_vpc.Two"]],
  [
    "it is moved there",
    { a: workspace(["One", "Three"], { moved: [{ from: "aws_vpc.Two", to: "aws_vpc.Three" }] }) },
    [],
  ],
  [
    "it is moved to where nothing is",
    { a: workspace(["One"], { moved: { from: "aws_vpc.Two", to: "aws_vpc.Three" } }) },
    ["a aws_vpc.Two"],
  ],
  [
    "it is forgotten, and not destroyed",
    { a: workspace(["One"], { removed: [{ from: "aws_vpc.Two", lifecycle: { destroy: false } }] }) },
    [],
  ],
  [
    "the state is elsewhere",
    {
      a: workspace(["One", "Two"], {
        terraform: { backend: { local: { path: "../b.tfstate" } }, required_providers: {} },
      }),
    },
    ["a backend.local:../a.tfstate"],
  ],
  ["the workspace is gone", { b: workspace(["One", "Two"]) }, LIST],
])("where %s, this is lost", (_, workspaces, lost) => {
  expect(lostBetween(LIST, workspaces)).toEqual(lost);
});
