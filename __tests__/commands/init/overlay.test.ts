import { keysOf, parseAnswer, problemsAfter, withChange } from "../../../commands/init/answer";
import { overlayText } from "../../../commands/init/overlay-text";

const shipped = {
  domain: "example.com",
  infrastructure: { kind: "azure", accountId: "000000000000", operatorCidrs: ["203.0.113.7/32"] },
  workloads: [
    {
      name: "api",
      services: [
        { name: "api", image: "ghcr.io/example/api:0.1.0" },
        { name: "ui", image: "ghcr.io/example/ui:1" },
      ],
    },
  ],
};

const change = (key: string, text: string, before = {}) =>
  withChange(before, keysOf(key), parseAnswer(text, undefined), shipped);

describe("an answer", () => {
  it.each([
    [
      "text where there is text, even if it looks like a number",
      "123456789012",
      "000000000000",
      "123456789012",
    ],
    [
      "a list where there is one",
      "192.0.2.0/24, 198.51.100.0/24",
      ["203.0.113.7/32"],
      ["192.0.2.0/24", "198.51.100.0/24"],
    ],
    ["a list of JSON", '["192.0.2.0/24"]', ["203.0.113.7/32"], ["192.0.2.0/24"]],
    ["a number", "5", 3, 5],
    ["a switch where nothing stands yet", "true", undefined, true],
    ["text where nothing stands yet", "eu", undefined, "eu"],
  ])("is %s", (_, text, present, value) => expect(parseAnswer(text, present)).toEqual(value));
});

describe("the overlay of answers", () => {
  it("has what was said, and kinds", () => {
    const changes = change(
      "infrastructure.operatorCidrs",
      '["192.0.2.0/24"]',
      change("domain", "api.example.org"),
    );
    expect(overlayText("azure", changes, shipped)).toBe(`import { defineOverlay } from "../define";

/** What is ours in \`azure\`. Commit it: pipelines and colleagues read it too. */
export default defineOverlay({
  domain: "api.example.org",
  infrastructure: {
    kind: "azure",
    operatorCidrs: ["192.0.2.0/24"],
  },
});
`);
  });

  it("takes entries of lists from those that are there", () => {
    const changes = change("workloads[0].services[1].image", "ghcr.io/ours/ui:2");
    const text = overlayText("azure", changes, shipped);
    expect(text).toContain("export default defineOverlay(({ workloads }) => ({\n");
    const [, body = ""] = text.match(/defineOverlay\((.*)\);\n$/s) ?? [];
    const overlay = new Function(`return ${body}`)() as (of: typeof shipped) => unknown;
    const [workload] = shipped.workloads;
    expect(overlay(shipped)).toEqual({
      workloads: [
        { ...workload, services: [workload?.services[0], { name: "ui", image: "ghcr.io/ours/ui:2" }] },
      ],
    });
  });

  it("writes a text as text, whatever is in it", () => {
    const text = 'quote " and ${x} and `\n*/ </script>';
    const [, body = ""] =
      overlayText("azure", { "not-a-name": text }, shipped).match(/defineOverlay\((.*)\);\n$/s) ?? [];
    expect(new Function(`return ${body}`)()).toEqual({ "not-a-name": text });
  });
});

it("problems name the place of an answer, in lists as well", () => {
  const changes = change("workloads[0].services[1].image", "Latest");
  const paths = problemsAfter(shipped, changes, "overlay").map(({ path }) => path.join("."));
  expect(paths).toContain("workloads.0.services.1.image");
});
