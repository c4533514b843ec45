import { referenceFindings } from "../../../rehearsal/world/references";
import { uniqueFindings } from "../../../rehearsal/world/unique";
import { estate, resource } from "../fixtures/estate";

const network = (more: object = {}, at: object = {}) =>
  resource("demo_network", "Net", { name: "net", group: "g", location: "north", ...more }, at);
const subnet = (more: object = {}, at: object = {}) =>
  resource(
    "demo_subnet",
    "Sub",
    { network: "net", group: "g", location: "north", ...more },
    { dependencies: ["demo_network.Net"], ...at },
  );

const REFERENCE = {
  types: /^demo_subnet$/,
  attribute: "network",
  to: /^demo_network$/,
  by: "name",
  within: { group: "group" },
  near: true,
  says: "a network",
  source: "https://example.com",
};

const refers = (...objects: ReturnType<typeof resource>[]) =>
  referenceFindings(REFERENCE, estate(objects)).map(({ says }) => says);

describe("a name that stands for another resource", () => {
  it("is good where somebody makes it before", () => expect(refers(network(), subnet())).toEqual([]));

  it("is good where a workspace makes it that this one depends on", () => {
    expect(refers(network({}, { workspace: "demo-zero" }), subnet({}, { dependencies: [] }))).toEqual([]);
  });

  it("is nobody's where it is misspelt", () => {
    expect(refers(network(), subnet({ network: "nte" }))).toEqual([
      "network: 'nte' is not a network: nobody makes it; there are net",
    ]);
  });

  it("is nobody's outside of its scope", () => {
    expect(refers(network({ group: "h" }), subnet()).join()).toMatch(
      /demo_network.Net of that name is elsewhere/,
    );
  });

  it("may come too late in the same workspace, and in another", () => {
    expect(refers(network(), subnet({}, { dependencies: [] })).join()).toMatch(/need not be there yet/);
    expect(refers(subnet(), network({}, { workspace: "demo-two" })).join()).toMatch(/need not be there yet/);
  });

  it("may be in another location", () => {
    expect(refers(network({ location: "south" }), subnet())).toEqual([
      "network: 'net' is in south, but this is in north",
    ]);
  });
});

it("two resources of a scope do not share what is unique, others may", () => {
  const rule = {
    types: /^demo_rule$/,
    within: ["group"],
    attributes: ["priority"],
    says: "one priority each",
    source: "https://example.com",
  };
  const made = (name: string, group: string, priority: number) =>
    resource("demo_rule", name, { group, priority });
  const found = uniqueFindings(
    rule,
    estate([made("a", "g", 1), made("b", "h", 1), made("c", "g", 2), made("d", "g", 1)]),
  );
  expect(found.map(({ address, says }) => `${address} ${says}`)).toEqual([
    "demo_rule.d priority 1: demo_rule.a of demo-one has it already: one priority each",
  ]);
});
