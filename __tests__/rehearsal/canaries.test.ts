import { gzipSync } from "node:zlib";
import { surfacing } from "../../rehearsal/canaries";
import { World } from "../../rehearsal/emulator/world";

const world = new World([], true);
const marker = world.canary("demo: variable token");

const found = (text: string) => surfacing([{ name: "output token", text }], world.canaries);

it.each([
  ["as it is", `token=${marker}`],
  ["in base64", Buffer.from(`#cloud-config\ntoken: ${marker}\n`).toString("base64")],
  [
    "in base64 of base64",
    Buffer.from(JSON.stringify({ a: Buffer.from(`....${marker}`).toString("base64") })).toString("base64"),
  ],
  ["zipped", gzipSync(`token: ${marker}`).toString("base64")],
])("finds a secret %s", (_, text) => {
  expect(found(text)).toEqual([{ place: "output token", origin: "demo: variable token" }]);
});

it("finds none where there is none", () =>
  expect(found(Buffer.from("nothing to see here, move on").toString("base64"))).toEqual([]));

it("makes every marker once", () => {
  const markers = ["a", "a", "b"].map((origin) => world.canary(origin));
  expect(new Set(markers).size).toBe(3);
});
