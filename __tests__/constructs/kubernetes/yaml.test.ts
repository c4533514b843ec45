import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { TerraformOutput, TerraformVariable, Testing, Token } from "cdktf";
import { parse, parseAllDocuments } from "yaml";
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

it("keeps the text around an expression as it is, which the real Terraform reads", () => {
  const around = "say \"yes\"\\ ${HOME} %{if} $${x} $(Y) \b\f\n\t'é' $";
  const rendered = Testing.synthScope((scope) => {
    const { stringValue: host } = new TerraformVariable(scope, "host", { default: "late" });
    new TerraformOutput(scope, "value", {
      value: terraformYaml({ text: `${around}${host}%` }),
      staticId: true,
    });
  });
  const { output, variable } = JSON.parse(rendered) as { output: object; variable: object };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-yaml-"));
  try {
    fs.writeFileSync(path.join(folder, "main.tf.json"), JSON.stringify({ variable, output }));
    const terraform = (...args: string[]) =>
      execFileSync("terraform", [`-chdir=${folder}`, ...args], {
        encoding: "utf8",
        env: { ...process.env, CHECKPOINT_DISABLE: "1" },
      });
    terraform("apply", "-auto-approve", "-input=false");
    expect(parse(terraform("output", "-raw", "value"))).toEqual({ text: `${around}late%` });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
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

it.each([
  ["yes", '"yes"'],
  ["no", '"no"'],
  ["y", '"y"'],
  ["1_000", '"1_000"'],
  ["0B101", '"0B101"'],
  ["12:30", '"12:30"'],
  ["2024-01-01", '"2024-01-01"'],
  ["=", '"="'],
  ["a\u2028b", String.raw`"a\u2028b"`],
  ["\ufeffa", String.raw`"\ufeffa"`],
  ["e\u0301😀", String.raw`"e\u0301\U0001f600"`], // Terraform would make é of it
  ["a\n\n", String.raw`"a\n\n"`], // Helm would drop the last line
  // As readable as before:
  ["a\nb\n", "|\n  a\n  b"],
  ["ghcr.io/meridian-platform/api:0.1.0", "ghcr.io/meridian-platform/api:0.1.0"],
  ["10.10.0.0/16", "10.10.0.0/16"],
  ["192.168.56.10", "192.168.56.10"],
  ["256Mi", "256Mi"],
  ["Zürich 😀", "Zürich 😀"],
])("writes %j as %s", (text, written) => {
  expect(terraformYaml({ text })).toBe(`text: ${written}\n`);
});

it("takes nothing of a person's for its own", () => {
  const value = { __EXPRESSION_0__: "__EXPRESSION_1__", other: "${x}" };
  expect(parse(terraformYaml(value))).toEqual({ ...value, other: "$${x}" });
});
