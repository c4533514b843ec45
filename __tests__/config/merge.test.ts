import { DISCRIMINANTS, merge } from "../../config/merge";
import { environmentSchema } from "../../config/schema/environment";

it("merges objects key by key and replaces every other value, lists too", () => {
  const base = { a: { b: 1, c: [1, 2], d: "kept" }, e: 1 };
  expect(merge(base, { a: { b: 2, c: [3] }, f: { g: 2 } })).toEqual({
    value: { a: { b: 2, c: [3], d: "kept" }, e: 1, f: { g: 2 } },
    problems: [],
  });
  expect(base).toEqual({ a: { b: 1, c: [1, 2], d: "kept" }, e: 1 });
});

it("replaces an object by one of another kind, and merges it with one of the same or of none", () => {
  const dns = { kind: "cloudflare", zoneId: "0", manageZone: true };
  const over = (changes: object) => merge({ dns }, { dns: changes }).value;
  expect(over({ kind: "hosts-file" })).toEqual({ dns: { kind: "hosts-file" } });
  expect(over({ kind: "cloudflare", zoneId: "1" })).toEqual({ dns: { ...dns, zoneId: "1" } });
  expect(over({ zoneId: "1" })).toEqual({ dns: { ...dns, zoneId: "1" } });
});

it("removes what is null, and refuses to remove what is not there", () => {
  const base = { regions: { eu: { a: 1 }, us: { b: 1 } } };
  expect(merge(base, { regions: { us: null } })).toEqual({
    value: { regions: { eu: { a: 1 } } },
    problems: [],
  });
  expect(merge(base, { regions: { uss: null } }).problems).toEqual([
    { path: ["regions", "uss"], message: "there is nothing to remove; expected null for one of eu, us" },
  ]);
});

it("takes what is undefined as not said", () => {
  expect(merge({ a: 1 }, { a: undefined, b: undefined }).value).toEqual({ a: 1 });
});

it("leaves the prototype of objects alone", () => {
  const changes = JSON.parse('{ "__proto__": { "polluted": 1 }, "constructor": { "a": 1 } }');
  const { value } = merge({ a: 1 }, changes);
  expect(Object.keys(value as object)).toEqual(["a", "__proto__", "constructor"]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

it("knows every key that tells the members of a union apart", () => {
  const discriminants = new Set<string>();
  const visited = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || visited.has(value)) return;
    visited.add(value);
    const { discriminator } = value as { discriminator?: unknown };
    if (typeof discriminator === "string") discriminants.add(discriminator);
    for (const child of value instanceof Map ? value.values() : Object.values(value)) visit(child);
  };
  visit(environmentSchema._zod.def);
  visit(environmentSchema.shape);
  expect([...discriminants].sort()).toEqual([...DISCRIMINANTS].sort());
});
