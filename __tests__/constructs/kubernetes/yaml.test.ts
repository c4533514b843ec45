import { TerraformOutput, TerraformVariable, Testing, Token } from "cdktf";
import * as fc from "fast-check";
import { parse, parseAllDocuments, stringify } from "yaml";
import { terraformYaml, terraformYamlDocuments } from "../../../constructs/kubernetes/yaml";

it.each([
  ["quotes", `say "yes" and 'no'`],
  ["backslashes", String.raw`C:\new\table \" \\`],
  ["several lines", "first\n  second\n\nthird\n"],
  ["what looks like another type", "8443"],
  ["a long line", "word ".repeat(60).trim()],
])("keeps text with %s", (_, text) => {
  expect(parse(terraformYaml({ text }))).toEqual({ text });
});

it.each([
  ["${DS_PROMETHEUS}", "$${DS_PROMETHEUS}"],
  ["%{http_code}", "%%{http_code}"],
])("keeps %s from Terraform's interpolation", (text, escaped) => {
  expect(parse(terraformYaml({ text }))).toEqual({ text: escaped });
});

it("writes a Terraform expression as JSON, so that any value stays one scalar", () => {
  const rendered = Testing.synthScope((scope) => {
    const { stringValue: address } = new TerraformVariable(scope, "address", {});
    const objects = [{ address, url: `https://${address}:443` }];
    new TerraformOutput(scope, "value", { value: terraformYaml(objects[0]) });
    new TerraformOutput(scope, "documents", { value: terraformYamlDocuments("manifests", objects) });
  });
  const { output } = JSON.parse(rendered) as { output: Record<string, { value: string }> };
  const lines = ["address: ${jsonencode(var.address)}", 'url: ${jsonencode("https://${var.address}:443")}'];
  expect(output["value"]?.value).toBe(`${lines.join("\n")}\n`);
  expect(output["documents"]?.value).toBe(`manifests: |\n${lines.map((line) => `  ${line}\n`).join("")}`);
});

it("writes objects as documents in one value", () => {
  const { manifests } = parse(terraformYamlDocuments("manifests", [{ kind: "A" }, { kind: "B" }])) as {
    manifests: string;
  };
  expect(parseAllDocuments(manifests).map((document) => document.toJSON())).toEqual([
    { kind: "A" },
    { kind: "B" },
  ]);
});

it("fails on a number that only Terraform knows, naming the way out", () => {
  expect(() => terraformYaml({ port: Token.asNumber({ port: 1 }) })).toThrow(
    "a Terraform number cannot be written into YAML; expected Token.asString of it",
  );
});

it("fails on a list that only Terraform knows", () => {
  expect(() => terraformYaml({ hosts: Token.asList({ hosts: 1 }) })).toThrow(/a Terraform list cannot be/);
});

it("writes any value as the library does", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom("a", " ", "\n", "#", ":", "-", '"', "1", "\t", "é"), maxLength: 12 }),
  );
  const key = text.filter((text) => !/^(---|\.\.\.)/.test(text)); // the library quotes such a key only at the margin
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "medium" },
      text,
      fc.constantFrom(
        undefined,
        null,
        true,
        false,
        0,
        -1.5,
        8443,
        "8443",
        "true",
        "null",
        "~",
        "---",
        "[]",
        "{}",
      ),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(key, tie("value"), { noNullPrototype: true, maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, value, { noNullPrototype: true }), (value) => {
      const written = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, blockQuote: "literal" });
      expect(terraformYaml(value)).toBe(written.replace(/[$%]\{/g, (sigil) => sigil[0] + sigil));
    }),
    { numRuns: 500 },
  );
});
