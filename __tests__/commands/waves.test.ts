import { waves } from "../../commands/waves";
import type { WorkspaceDescription } from "../../stacks/workspace/platform-stack";

const workspace = (id: string, kind: string, ...dependsOn: string[]): WorkspaceDescription => ({
  id,
  kind,
  dependsOn,
  resources: 1,
  reads: {},
  publishes: [],
});

const network = workspace("demo-network-eu", "network");
const node = workspace("demo-node-eu", "node", "demo-network-eu");

it("a workspace comes after those that it depends on", () => {
  expect(waves([node, network])).toEqual([["demo-network-eu"], ["demo-node-eu"]]);
});

it("what all rest on comes first: the account, then the storage of states", () => {
  const state = workspace("state-demo", "state");
  const account = workspace("bootstrap-demo", "bootstrap");
  expect(waves([node, state, network, account])).toEqual([
    ["bootstrap-demo"],
    ["state-demo"],
    ["demo-network-eu"],
    ["demo-node-eu"],
  ]);
});
