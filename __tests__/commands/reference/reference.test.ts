import fs from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { type Entry, readReference } from "../../../commands/reference/entries";
import { find } from "../../../commands/reference/find";
import { PAGE, pageOf } from "../../../commands/reference/page";
import { textOf } from "../../../commands/reference/text";
import { environmentSchema } from "../../../config/schema/environment";

const root = path.join(__dirname, "../../..");
let reference: Entry;
beforeAll(() => {
  reference = readReference();
}, 60_000);

const everyEntry = (entry: Entry): readonly Entry[] => [entry, ...entry.below.flatMap(everyEntry)];
const at = (asked: string): Entry => find(reference, asked)[0] as Entry;

it("has a page that is current: run 'npm run explain -- --write' if this fails", () => {
  expect(fs.readFileSync(path.join(root, PAGE), "utf8")).toBe(pageOf(reference));
});

it("has every key of an environment, in the schema's order", () => {
  expect(reference.below.map(({ part }) => part)).toEqual(Object.keys(environmentSchema.shape));
  expect(everyEntry(reference).length).toBeGreaterThan(300);
});

/** A scalar's type may be all that there is to say; that something is an object, a list or a choice is not. */
it("says in words what every key means, where its type does not: write a comment above the key", () => {
  const onlyItsShape = /^(?:an object|by name: an object|a list: (?:an object|a string|a port)|")/i;
  const mute = everyEntry(reference).filter(
    ({ part, type, meaning }) =>
      type !== undefined && onlyItsShape.test(meaning) && !/^(kind|access)$/.test(part),
  );
  expect(mute.map(({ path: place }) => place)).toEqual([]);
});

it("says of every key what it may be, and whether it must be there or what it is by default", () => {
  const keys = everyEntry(reference).filter(({ type }) => type !== undefined);
  expect(
    keys.filter(({ type }) => type === "" || type === "a value").map(({ path: place }) => place),
  ).toEqual([]);
  expect(at("protect")).toMatchObject({ type: "true or false", required: false, default: "false" });
  expect(at("name")).toMatchObject({ required: true, example: "azure" });
  expect(at("gitops").default).toBe("Terraform delivers everything");
});

it.each([
  ["regions.eu.clusters", ["regions.*.clusters"]],
  ["workloads[0].services[1].image", ["workloads.*.services.*.image"]],
  ["workloads.services.image", ["workloads.*.services.*.image"]],
  ["balancer[traefik].routing[geo].failover", ["balancer[traefik].routing[geo].failover"]],
  ["balancer.routing.failover", ["balancer[traefik].routing[geo].failover"]],
  ["state.resourceGroup", ["state[azurerm].resourceGroup"]],
  ["", [""]],
])("%p leads to %p", (asked, places) => {
  expect(find(reference, asked).map((entry) => entry.path)).toEqual(places);
});

it("leads to every kind that has a key", () => {
  const kinds = find(reference, "infrastructure.operatorCidrs").map((entry) => entry.path);
  expect(kinds).toEqual(
    expect.arrayContaining(["infrastructure[azure].operatorCidrs", "infrastructure[aws].operatorCidrs"]),
  );
});

it.each([["nothing"], ["regions.eu.nothing"], ["constructor"], ["protect.more"], ["__proto__"]])(
  "%p is answered with the keys that there are",
  (asked) => {
    const last = asked.split(".").at(-1);
    expect(() => find(reference, asked)).toThrow(
      new RegExp(`no key "${last}".*(?:the keys there are|it has none)`),
    );
  },
);

it("prints what a key means, within 100 columns", () => {
  const text = stripVTControlCharacters(textOf(at("balancer")));
  expect(text).toContain("The entry point of all regions");
  expect(text).toMatch(/\n {2}kind traefik\n {4}routing +Which region answers a request\./);
  const lines = everyEntry(reference).flatMap((entry) => stripVTControlCharacters(textOf(entry)).split("\n"));
  expect(lines.filter((line) => line.length > 100 && line.trim().includes(" "))).toEqual([]);
});
