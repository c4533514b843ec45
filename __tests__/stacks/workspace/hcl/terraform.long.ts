import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { literal } from "../../../../constructs/literal";
import { hclOf } from "../../../../stacks/workspace/hcl/configuration";
import { CORPUS, stringsOf } from "../../../support/yaml-readers";

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-hcl-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const env = { ...process.env, CHECKPOINT_DISABLE: "1" };

/** The outputs of a configuration, by the real Terraform. */
function outputsOf(file: string, text: string): Readonly<Record<string, unknown>> {
  const cwd = fs.mkdtempSync(path.join(folder, "workspace-"));
  fs.writeFileSync(path.join(cwd, file), text);
  const terraform = (...args: string[]) =>
    execFileSync("terraform", args, { cwd, env, encoding: "utf8", maxBuffer: 1 << 28, stdio: "pipe" });
  terraform("init");
  terraform("apply", "-auto-approve");
  const outputs = JSON.parse(terraform("output", "-json")) as Record<string, { value: unknown }>;
  return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
}

/** What the same configuration says in both formats. */
function bothOf(output: Readonly<Record<string, { readonly value: unknown }>>, others: object = {}) {
  const configuration = { ...others, output };
  return {
    json: outputsOf("main.tf.json", JSON.stringify(configuration)),
    hcl: outputsOf("main.tf", hclOf(configuration, {})),
  };
}

it("a text is the same in both formats, and what it was, whatever is in it", () => {
  const texts = [...CORPUS, ...stringsOf([...'$%{}"\\nbf\n\t']), "\b\f\r\u0001\u007f"]
    .map((text) => text.normalize("NFC")) // as Terraform does
    .filter((text) => !text.startsWith("\ufeff")); // which Terraform drops where a text in JSON begins with it
  const { json, hcl } = bothOf({
    texts: { value: texts.map(literal) },
    keys: { value: Object.fromEntries(texts.map((text, index) => [literal(text), index])) },
    lines: { value: literal(`${texts.join("")}\nEOT\n`) },
  });
  expect(hcl).toEqual(json);
  expect(hcl["texts"]).toEqual(texts);
});

it("an expression is the same in both formats", () => {
  const expressions = [
    "${1 + 1}",
    "${var.name}",
    "${ var.name }",
    "a ${var.name} b ${upper(var.name)}",
    '${jsonencode({"quoted" = "\\"}{", "nested" = "a ${var.name} b"})}',
    'before ${jsonencode({"quoted" = "\\\\"})} after \\ "quotes"',
    "${jsonencode({})}${jsonencode([])}",
    '%{ if var.name == "eu" }yes%{ else }no%{ endif }',
    '${join("\\n", [for each in ["a", "b"] : "- ${each}"])}\n',
    "first\n${var.name}\n$${kept}\n",
    '${join(",",\n["a", "b"])}',
    "$${escaped} %%{escaped} $$${escaped}",
  ];
  const output = Object.fromEntries(expressions.map((value, index) => [`output_${index}`, { value }]));
  const { json, hcl } = bothOf(
    {
      ...output,
      nested: {
        value: { list: [1, true, null, { "a.b": ["${var.name}", "x\ny\n", []] }], empty: {}, for: 1 },
      },
    },
    { variable: { name: { type: "string", default: "eu", description: "Not a ${template}" } } },
  );
  expect(hcl).toEqual(json);
  expect(hcl["output_1"]).toBe("eu");
});

it("no text of a default is a template", () => {
  const { json, hcl } = bothOf(
    { value: { value: "${var.map}" } },
    { variable: { map: { type: "map(string)", default: { "${key}": "${value} %{x}" } } } },
  );
  expect(hcl).toEqual(json);
  expect(hcl["value"]).toEqual({ "${key}": "${value} %{x}" });
});
