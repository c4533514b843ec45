import type { RemoteState } from "../../rehearsal/configuration";
import { type Keeper, nearest, producerOf, sharing } from "../../rehearsal/remote-state";

const local = (id: string): Keeper => ({
  id,
  backend: { kind: "local", config: { path: `../../../state/${id}.tfstate` } },
});
const s3 = (id: string, more: object = {}): Keeper => ({
  id,
  backend: {
    kind: "s3",
    config: {
      bucket: "states",
      region: "eu-central-1",
      key: `${id}.tfstate`,
      encrypt: true,
      use_lockfile: true,
      ...more,
    },
  },
});
const azurerm = (id: string): Keeper => ({
  id,
  backend: {
    kind: "azurerm",
    config: {
      resource_group_name: "g",
      storage_account_name: "s",
      container_name: "c",
      key: `${id}.tfstate`,
    },
  },
});

const reading = ({ backend }: Keeper, change: object = {}): RemoteState => ({
  name: "it",
  backend: backend.kind,
  config: { ...backend.config, ...change },
  outputs: [],
});

const keepers = [
  local("demo-pki"),
  s3("demo-network-eu"),
  s3("demo-network-us", { region: "us-west-2", bucket: "states-us" }),
  azurerm("demo-dns"),
];

it.each(keepers)("finds the workspace that keeps a state: $id", (keeper) => {
  expect(producerOf("demo-node", reading(keeper), keepers)).toBe(keeper.id);
});

it("lets a reader lock, encrypt and log in otherwise than the producer", () => {
  const read = reading(s3("demo-network-eu"), { use_lockfile: undefined, encrypt: false, profile: "reader" });
  expect(producerOf("demo-node", { ...read, config: JSON.parse(JSON.stringify(read.config)) }, keepers)).toBe(
    "demo-network-eu",
  );
});

it.each([
  [
    "another bucket",
    { bucket: "statse" },
    /^demo-network-eu comes closest; there it is bucket "states", here "statse"$/,
  ],
  ["another region", { region: "eu-west-1" }, /^demo-network-eu .* region "eu-central-1", here "eu-west-1"$/],
  [
    "a key that is not quite right",
    { key: "live/demo-network-eu.tfstate" },
    /^demo-network-eu .* key "demo-network-eu.tfstate", here "live\/demo-network-eu.tfstate"$/,
  ],
  [
    "an argument too many",
    { workspace_key_prefix: "live" },
    /^demo-network-eu .* workspace_key_prefix not set, here "live"$/,
  ],
])("finds nobody for %s, and says who comes closest", (_, change, says) => {
  const read = reading(s3("demo-network-eu"), change);
  expect(producerOf("demo-node", read, keepers)).toBeUndefined();
  expect(nearest("demo-node", read, keepers)).toMatch(says);
});

it("finds nobody for the right place in a backend of another kind", () => {
  const read = { ...reading(s3("demo-network-eu")), backend: "gcs" };
  expect(producerOf("demo-node", read, keepers)).toBeUndefined();
});

it("takes a local path from the reader's own folder", () => {
  const there = { ...reading(local("demo-pki")), config: { path: "../demo-pki/terraform.tfstate" } };
  const inOwnFolder: Keeper = { id: "demo-pki", backend: { kind: "local", config: {} } };
  expect(producerOf("demo-node", there, [inOwnFolder])).toBe("demo-pki");
  expect(producerOf("demo-node", reading(local("demo-pki")), [inOwnFolder])).toBeUndefined();
});

it("finds workspaces that would share a state, also if they lock it differently", () => {
  const twin: Keeper = { ...s3("demo-network-eu", { use_lockfile: false }), id: "demo-copy" };
  expect(sharing(s3("demo-network-eu"), [...keepers, twin])).toEqual(["demo-copy"]);
  expect(sharing(s3("demo-network-us"), keepers)).toEqual([]);
});
