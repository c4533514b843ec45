import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Options, type Report, rehearse } from "../../../rehearsal/rehearse";
import { attributesIn, demoProject, writeSynthesized } from "../fixtures/demo";

jest.setTimeout(60_000); // Terraform runs, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "emulator-"));
const project = demoProject(temporary);
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

let count = 0;

/** Rehearses one workspace with these resources, and keeps its state. */
async function run(
  everything: object,
  more: object = {},
  options: Partial<Options> = {},
): Promise<{ report: Report; work: string; attributes: () => Record<string, unknown> }> {
  const root = path.join(temporary, String(count++));
  const configuration = {
    resource: { demo_everything: { it: { name: "it", listed: [{ asked: "a" }], ...everything } } },
    ...more,
  };
  const folder = writeSynthesized(path.join(root, "cdktf.out"), { "demo-one": configuration });
  const work = path.join(root, "work");
  const report = await rehearse({ folder, environments: [], project, work, destroy: false, ...options });
  return { report, work, attributes: () => attributesIn(work, "demo-one", "demo_everything", "it") };
}

const errorsOf = (report: Report) =>
  report.workspaces
    .flatMap(({ findings }) => findings.map(({ summary, detail }) => `${summary}: ${detail}`))
    .join("\n");

describe("a resource with everything set", () => {
  // biome-ignore lint/suspicious/noExplicitAny: looked into at any depth
  let attributes: Record<string, any>;
  let report: Report;

  beforeAll(async () => {
    const result = await run(
      {
        size: 12345678901234,
        enabled: true,
        password_wo: "${var.secret}",
        zones: ["b", "a"],
        tags: { team: "api" },
        anything: { ports: [1, "two", null], deep: { yes: true } },
        one: { asked: "1" },
        many: [{ asked: "2" }, {}],
        keyed: { first: { asked: "3" } },
        different: [{ asked: "4" }, { asked: "5" }],
        listed: [{ asked: "6" }, { asked: "7" }],
        unordered: [{ asked: "8" }, { asked: "9" }],
        labelled: { left: { asked: "10" } },
        timeouts: { create: "5m" },
      },
      { variable: { secret: { type: "string", sensitive: true } } },
    );
    report = result.report;
    expect(errorsOf(report)).toBe("");
    attributes = result.attributes();
  });

  it("is stable: the second plan is empty", () => expect(report.ok).toBe(true));

  it("keeps what was asked for", () => {
    expect(attributes).toMatchObject({
      size: 12345678901234,
      enabled: true,
      tags: { team: "api" },
      zones: ["a", "b"],
    });
    expect(attributes["many"]).toEqual([{ asked: "2" }, { asked: null }]);
    expect(attributes["different"]).toEqual([{ asked: "4" }, { asked: "5" }]);
    expect(attributes["labelled"]).toEqual({ left: { asked: "10" } });
    expect(attributes["timeouts"]).toEqual({ create: "5m" });
  });

  it("keeps values of any type", () => {
    expect(attributes["anything"].value).toEqual({ ports: [1, "two", null], deep: { yes: true } });
  });

  it("never stores a write-only argument", () => expect(attributes["password_wo"]).toBeNull());

  it.each([
    ["a nested attribute", () => attributes["one"]],
    ["a map of nested attributes", () => attributes["keyed"].first],
    ["a list of blocks", () => attributes["listed"][0]],
    ["a set of blocks", () => attributes["unordered"][0]],
  ])("answers inside %s", (_, at) =>
    expect(at()).toEqual({ asked: expect.any(String), answered: expect.any(String) }),
  );

  it("gives each block its own answer", () => {
    expect(attributes["listed"][0].answered).not.toBe(attributes["listed"][1].answered);
  });
});

describe("computed values", () => {
  it("are plausible by name and type", async () => {
    const { attributes } = await run({});
    expect(attributes()).toMatchObject({
      ip_address: expect.stringMatching(/^198\.1[89]\.\d+\.\d+$/),
      certificate_pem: expect.stringMatching(
        /^-----BEGIN CERTIFICATE-----\n[\s\S]+-----END CERTIFICATE-----\n$/,
      ),
      facts: [{ port: 443, host: expect.stringMatching(/\.example\.com$/) }],
      found: { url: expect.stringMatching(/^https:\/\//) },
      addresses: [expect.any(String)],
      size: expect.any(Number),
    });
  });

  it("are the same in every rehearsal", async () => {
    const [first, second] = [await run({}), await run({})];
    expect(first.attributes()).toEqual(second.attributes());
  });

  it("differ between resources, also between two with the same arguments", async () => {
    const twin = { name: "it", listed: [{ asked: "a" }] };
    const folder = writeSynthesized(path.join(temporary, "twins/cdktf.out"), {
      "demo-one": { resource: { demo_everything: { it: twin, other: twin } } },
    });
    const work = path.join(temporary, "twins/work");
    await rehearse({ folder, environments: [], project, work, destroy: false });
    const [it, other] = ["it", "other"].map((name) =>
      attributesIn(work, "demo-one", "demo_everything", name),
    );
    expect(it?.["ip_address"]).not.toBe(other?.["ip_address"]);
  });

  it("flow to what needs them", async () => {
    const output = { copy: { value: "${demo_everything.it.listed[0].answered}" } };
    const { work, attributes } = await run({}, { output });
    const state = JSON.parse(fs.readFileSync(path.join(work, "state/demo-one.tfstate"), "utf8"));
    expect(attributes()).toMatchObject({ listed: [{ answered: state.outputs.copy.value }] });
  });
});

describe("what a schema forbids", () => {
  it.each([
    ["too few blocks", { listed: [] }, /listed/],
    ["too many blocks", { listed: [{ asked: "1" }, { asked: "2" }, { asked: "3" }] }, /listed/],
    [
      "a computed argument that is set",
      { ip_address: "198.51.100.1" },
      /ip_address: only the provider sets it/,
    ],
    [
      "a computed argument that is set in a block",
      { listed: [{ asked: "a", answered: "b" }] },
      /listed.answered: only the provider/,
    ],
    ["a nested attribute without its required part", { one: {} }, /asked/],
    ["a set of the wrong type", { zones: { a: 1 } }, /zones/],
  ])("refuses %s", async (_, everything, says) => {
    const { report } = await run(everything);
    expect(report.workspaces[0]).toMatchObject({ outcome: "failed", step: "validate" });
    expect(errorsOf(report)).toMatch(says);
  });

  it("hides sensitive values and the outputs made of them", async () => {
    const { report } = await run({}, { output: { password: { value: "${demo_everything.it.password}" } } });
    expect(errorsOf(report)).toMatch(/Output refers to sensitive values/);
  });

  it("refuses imports with a message", async () => {
    const { report } = await run({}, { import: [{ to: "demo_everything.it", id: "existing" }] });
    expect(errorsOf(report)).toMatch(/imports are refused: demo_everything 'existing'/);
  });
});

it("reads data sources, also of unknown names", async () => {
  const data = { demo_lookup: { known: { name: "www" }, later: { name: "${demo_everything.it.id}" } } };
  const { report, work } = await run({}, { data });
  expect(errorsOf(report)).toBe("");
  for (const name of ["known", "later"]) {
    expect(attributesIn(work, "demo-one", "demo_lookup", name)["fqdn"]).toMatch(/\.example\.com$/);
  }
});

describe("the provider's own configuration", () => {
  it("is accepted where its schema has it", async () => {
    const { report } = await run({}, { provider: { demo: [{ region: "north-1", features: [{}] }] } });
    expect(report.ok).toBe(true);
  });

  it("is refused where its schema has not", async () => {
    const { report } = await run({}, { provider: { demo: [{ regoin: "north-1" }] } });
    expect(errorsOf(report)).toMatch(/regoin/);
  });
});
