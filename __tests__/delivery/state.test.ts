import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { changeSet } from "../../delivery/changes/change-set";
import type { Compared } from "../../delivery/changes/compare";
import { readSnapshot, type Workspace } from "../../delivery/changes/snapshot";
import { targets } from "../../delivery/plan/targets";
import { bindingOf, broken } from "../../delivery/reviewed/binding";
import { Ledger } from "../../delivery/state/ledger";
import { type State, type StateStore, sibling } from "../../delivery/state/store";
import { writeSynthesized } from "../rehearsal/fixtures/demo";

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "state-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

const reader = {
  data: {
    terraform_remote_state: {
      "demo-network": { backend: "local", config: { path: "../../../state/demo-network.tfstate" } },
    },
  },
  resource: { demo_thing: { Thing: { name: "${data.terraform_remote_state.demo-network.outputs.id}" } } },
};

const folder = path.join(temporary, "cdktf.out");
writeSynthesized(folder, { "bootstrap-demo": {}, "state-demo": {}, "demo-network": {}, "demo-node": reader });

/** States by the last part of their place. */
const storeOf = (states: Record<string, Partial<State>>) =>
  ({ read: async ({ config }) => states[path.basename(String(config["path"]))] }) as StateStore;

describe("a place beside a state", () => {
  const workspace = (kind: string, config: object) =>
    ({ id: "demo-node", directory: "/out/stacks/demo-node", backend: { kind, config } }) as Workspace;

  it.each([
    ["local", { path: "../../../state/demo-node.tfstate" }, { path: "/state/demo-applied.tfstate" }],
    ["s3", { bucket: "b", key: "demo-node.tfstate" }, { bucket: "b", key: "demo-applied.tfstate" }],
    ["azurerm", { container_name: "c", key: "demo-node" }, { container_name: "c", key: "demo-applied" }],
    ["gcs", { bucket: "b", prefix: "x/demo-node" }, { bucket: "b", prefix: "x/demo-applied" }],
  ])("is known for %s", (kind, config, expected) => {
    expect(sibling(workspace(kind, config), "demo-applied")).toEqual({ kind, config: expected });
  });

  it.each([
    ["http", { address: "https://example.com/demo-node" }],
    ["s3", { key: "one-for-all" }],
  ])("is refused for %s with %j", (kind, config) => {
    expect(() => sibling(workspace(kind, config), "demo-applied")).toThrow(
      /demo-node: its backend .* known: local/,
    );
  });
});

describe("what a plan was made from", () => {
  const binding = async (network: Partial<State>) => {
    const head = await readSnapshot(folder);
    const store = storeOf({ "demo-network.tfstate": { lineage: "a", serial: 1, ...network } });
    return bindingOf(head.get("demo-node") as Workspace, [head], store);
  };
  const outputs = (id: string, other: string) => ({
    outputs: { id: { value: id, type: "string" }, other: { value: other, type: "string" } },
  });

  it("holds while the outputs that are consumed are the same, whatever else is applied", async () => {
    const was = await binding(outputs("1", "2"));
    expect(broken(was, await binding({ serial: 7, ...outputs("1", "3") }))).toEqual([]);
  });

  it.each([
    ["another value", { ...outputs("9", "2") }],
    ["another state in its place", { lineage: "b", ...outputs("1", "2") }],
  ])("does not hold with %s", async (_, network) => {
    expect(broken(await binding(outputs("1", "2")), await binding(network))).toEqual([
      "what it reads of demo-network",
    ]);
  });
});

it("neither the account nor the storage of states is ever planned: their own states may be on another machine", async () => {
  const head = await readSnapshot(folder);
  const ledger = await Ledger.read(storeOf({}), [head]);
  const compared = { head, base: undefined, changes: changeSet(undefined, head) } as unknown as Compared;
  const comparison = { project: temporary, base: undefined, environments: [], temporary };
  const { wanted } = await targets(comparison, compared, ledger, true);
  expect([...wanted.keys()]).toEqual(["demo-network", "demo-node"]);
});
