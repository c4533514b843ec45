import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type ChangeSet, changeSet } from "../../delivery/changes/change-set";
import { readSnapshot, type Snapshot } from "../../delivery/changes/snapshot";
import { writeSynthesized } from "../rehearsal/fixtures/demo";

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "changes-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

type Workspaces = Record<string, Record<string, unknown>>;

const thing = (name: string, more: object = {}) => ({ demo_thing: { Thing: { name, ...more } } });

const reads = (...producers: string[]) => ({
  terraform_remote_state: Object.fromEntries(
    producers.map((id) => [id, { backend: "local", config: { path: `../../../state/${id}.tfstate` } }]),
  ),
});

const outputOf = (producer: string) => `\${data.terraform_remote_state.${producer}.outputs.id}`;

/** In each region a network and a node that reads it; a balancer reads all networks. */
const platform = (...regions: string[]): Workspaces => ({
  ...Object.fromEntries(
    regions.flatMap((region) => [
      [`demo-network-${region}`, { resource: thing(`network of ${region}`), output: { id: { value: "1" } } }],
      [
        `demo-node-${region}`,
        { data: reads(`demo-network-${region}`), resource: thing(outputOf(`demo-network-${region}`)) },
      ],
    ]),
  ),
  "demo-lb": {
    data: reads(...regions.map((region) => `demo-network-${region}`)),
    resource: thing("balancer"),
  },
});

let count = 0;
const snapshot = async (workspaces: Workspaces, after = (_: string) => {}): Promise<Snapshot> => {
  const folder = path.join(temporary, String(count++), "cdktf.out");
  writeSynthesized(folder, workspaces);
  after(path.join(folder, "stacks"));
  return readSnapshot(folder);
};

const changes = async (head: Workspaces, base: Workspaces = platform("eu", "us")): Promise<ChangeSet> =>
  changeSet(await snapshot(base), await snapshot(head));

const statuses = ({ workspaces }: ChangeSet) =>
  Object.fromEntries(
    workspaces
      .filter(({ status }) => status !== "untouched")
      .map(({ workspace, status }) => [workspace, status]),
  );

const platformWith = (id: string, more: object): Workspaces => {
  const workspaces = platform("eu", "us");
  return { ...workspaces, [id]: { ...workspaces[id], ...more } };
};

it("nothing has changed where only metadata, comments and the order of keys differ", async () => {
  const commented = (body: object) => ({ "//": { metadata: { path: "elsewhere" } }, ...body });
  const resource = (body: object) => ({ resource: { demo_thing: { Thing: body } } });
  const before = platformWith(
    "demo-network-eu",
    resource({ name: "a", labels: { first: "1", second: "2" } }),
  );
  const now = platformWith("demo-network-eu", {
    "//": { metadata: { version: "0.0.0" } },
    ...resource(commented({ labels: { second: "2", first: "1" }, name: "a" })),
    output: { id: commented({ value: "1" }) },
  });
  const { workspaces, waves } = await changes(now, before);
  expect(workspaces.filter(({ status }) => status !== "untouched")).toEqual([]);
  expect(waves).toEqual([]);
});

it("a comment's key in an argument is data", async () => {
  const labels = (value: string) =>
    platformWith("demo-lb", { resource: thing("balancer", { labels: { "//": value } }) });
  expect(statuses(await changes(labels("b"), labels("a")))).toEqual({ "demo-lb": "changed" });
});

it("names the blocks that differ, and who reads them", async () => {
  const { workspaces } = await changes(
    platformWith("demo-network-eu", { resource: thing("another"), output: { address: { value: "2" } } }),
  );
  expect(workspaces.find(({ workspace }) => workspace === "demo-network-eu")).toMatchObject({
    status: "changed",
    blocks: [
      { address: "demo_thing.Thing", change: "changed" },
      { address: "output.address", change: "added" },
      { address: "output.id", change: "removed" },
    ],
  });
  expect(workspaces.filter(({ readsChanged }) => readsChanged.length > 0)).toEqual([
    expect.objectContaining({
      workspace: "demo-node-eu",
      readsChanged: ["demo-network-eu"],
      status: "untouched",
    }),
    expect.objectContaining({ workspace: "demo-lb", readsChanged: ["demo-network-eu"], status: "untouched" }),
  ]);
});

it.each([
  ["an asset", "assets/script.sh", "file assets/script.sh"],
  ["the lock of providers", ".terraform.lock.hcl", "provider lock"],
])("%s that differs is a change; what terraform init left is none", async (_, file, address) => {
  const write = (content: string) => (stacks: string) => {
    const folder = path.join(stacks, "demo-lb");
    fs.mkdirSync(path.join(folder, "assets"), { recursive: true });
    fs.mkdirSync(path.join(folder, ".terraform"));
    fs.writeFileSync(path.join(folder, ".terraform/terraform.tfstate"), content);
    fs.writeFileSync(path.join(folder, file), content);
  };
  const workspaces = platform("eu");
  const { workspaces: changed } = changeSet(
    await snapshot(workspaces, write("a")),
    await snapshot(workspaces, write("b")),
  );
  expect(changed.flatMap(({ blocks }) => blocks)).toEqual([{ address, change: "changed" }]);
});

it("a new region is added, and its readers' own change is told from theirs", async () => {
  expect(statuses(await changes(platform("eu", "us", "ap")))).toEqual({
    "demo-network-ap": "added",
    "demo-node-ap": "added",
    "demo-lb": "changed",
  });
});

it("what is gone is removed after those that read it, in the reverse order", async () => {
  const set = await changes(platform("eu"));
  expect(statuses(set)).toEqual({
    "demo-network-us": "removed",
    "demo-node-us": "removed",
    "demo-lb": "changed",
  });
  expect(set.waves).toEqual([["demo-lb"], ["demo-node-us"], ["demo-network-us"]]);
});

it("what has another name and is the same otherwise is renamed, never removed", async () => {
  expect(await changes(platform("eu", "usa"))).toMatchObject({
    workspaces: expect.arrayContaining([
      expect.objectContaining({ workspace: "demo-network-usa", status: "renamed", was: "demo-network-us" }),
      expect.objectContaining({ workspace: "demo-node-usa", status: "renamed", was: "demo-node-us" }),
    ]),
  });
  expect(Object.values(statuses(await changes(platform("eu", "usa"))))).not.toContain("removed");
});

it("what has another name and differs is removed and added", async () => {
  const head = platform("eu", "usa");
  head["demo-network-usa"] = { resource: thing("something else") };
  expect(statuses(await changes(head))).toMatchObject({
    "demo-network-usa": "added",
    "demo-network-us": "removed",
  });
});

it("two regions of a kind are never in one wave, and producers come first", async () => {
  const set = changeSet(undefined, await snapshot(platform("eu", "us")));
  expect(set.waves).toEqual([
    ["demo-network-eu"],
    ["demo-node-eu", "demo-network-us"],
    ["demo-node-us", "demo-lb"],
  ]);
});

it("what an environment rests on comes before the whole of it, the account before the storage of states", async () => {
  const set = changeSet(undefined, await snapshot({ "demo-lb": {}, "state-demo": {}, "bootstrap-demo": {} }));
  expect(set.waves).toEqual([["bootstrap-demo"], ["state-demo"], ["demo-lb"]]);
});
