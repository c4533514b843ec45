import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as fc from "fast-check";
import { formatHcl } from "../../../stacks/workspace/hcl-format";
import { environment, synthesizeToMemory } from "../../support/synth";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-hcl-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

/** What `terraform fmt` makes of texts. */
function terraformFmt(texts: readonly string[]): readonly string[] {
  const file = (index: number) => path.join(folder, `${String(index).padStart(4, "0")}.tf`);
  texts.forEach((text, index) => void fs.writeFileSync(file(index), text));
  const env = { ...process.env, TF_CLI_CONFIG_FILE: os.devNull };
  execFileSync("terraform", ["fmt", "-list=false", folder], { env, stdio: "pipe" });
  return texts.map((_, index) => fs.readFileSync(file(index), "utf8"));
}

it("what is synthesized is as terraform fmt would have it", () => {
  const { files } = synthesizeToMemory(
    (["local", "azure", "aws"] as const).map((name) => environment(name)),
    { hcl: true },
  );
  const texts = Object.entries(files).flatMap(([file, text]) => (file.endsWith("/cdk.tf") ? [text] : []));
  expect(texts.length).toBeGreaterThan(30);
  expect(terraformFmt(texts)).toEqual(texts);
});

it.each([
  ["attributes in a column", 'a = 1\nlonger_name = "x"\n'],
  ["columns that end with a block", "a = 1\nb {\nlonger = 1\nc = 2\n}\nlongest = 3\n"],
  ["a value that is an expression", 'a = "${var.b}"\n'],
  ["an expression in a string", 'a = "${var.b}/c"\nd = "${var.b}${var.c}"\n'],
  ["a string in an expression", 'a = "${join("}", ["${var.b}", "{"])}"\n'],
  ["what is no expression", 'a = "$${var.b}"\nb = "%%{if}"\n'],
  ["an expression in an object", 'a = {\n"b c" = "${var.b}"\nd = 1\n}\n'],
  ["objects in an expression", 'a = "${jsonencode({"b" = {}, "c" = [{"d" = "{"}]})}"\n'],
  ["a list of objects", 'a = [\n{\nb = 1\nlonger = 2\n},\n{\nb = "${var.b}"\n}\n]\n'],
  ["comparisons", 'condition = "${var.a == "=" && var.b >= 1}"\nb = "${var.c ? 1 : 2}"\n'],
  ["a text of several lines", 'a = <<EOF\n  {"b" =\n}  ${var.b}\nEOF\nlonger = 1\n'],
  ["quotes and backslashes", 'a = "\\"${var.b}\\""\nlonger = "\\\\"\nb = "{"\n'],
])("%s", (_, body) => {
  const text = `resource "b" "c" {\n${body}}\n`;
  expect(formatHcl(text)).toBe(terraformFmt([text])[0]);
});

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,11}$/).filter((word) => word !== "for" && word !== "in");
const literal = fc.stringMatching(/^[a-z {}[\]()=,:/]{0,12}$/).map((text) => `"${text}"`);
const simple = fc.oneof(
  literal,
  fc.constantFrom(
    '"${var.a}"',
    '"x${var.a}"',
    '"${var.a}${var.b}"',
    '"${f("${var.a}", {"b" = "}"})}"',
    "1",
    "true",
  ),
);
const value = fc.oneof(
  { depthSize: "small", withCrossShrink: true },
  simple,
  fc.array(simple, { minLength: 1, maxLength: 3 }).map((items) => `[\n${items.join(",\n")}\n]`),
  fc
    .uniqueArray(fc.tuple(name, simple), { minLength: 1, maxLength: 3, selector: ([key]) => key })
    .map((entries) => `{\n${entries.map(([key, item]) => `${key} = ${item}`).join("\n")}\n}`),
  fc
    .array(fc.stringMatching(/^[ a-z{}"=]{0,9}$/), { maxLength: 3 })
    .map((lines) => `<<EOF\n${lines.join("\n")}\nEOF`),
);
const attribute = fc.tuple(name, value).map(([key, item]) => `${key} = ${item}`);
const { body } = fc.letrec<{ body: string; line: string }>((tie) => ({
  line: fc.oneof(
    { maxDepth: 3 },
    attribute,
    attribute,
    fc.tuple(name, tie("body")).map(([key, inner]) => `${key} {\n${inner}\n}`),
  ),
  body: fc.array(tie("line"), { minLength: 1, maxLength: 5 }).map(distinct),
}));

/** An argument may be set once. */
function distinct(lines: readonly string[]): string {
  return lines
    .map((line, index) => line.replace(/^(\w+) =/, (_, key) => `${key}${"x".repeat(index)}_${index} =`))
    .join("\n");
}

it("whatever is in it", () => {
  const texts = fc.sample(body, { numRuns: 300, seed: 22 }).map((text) => `resource "a" "b" {\n${text}\n}\n`);
  expect(texts.map(formatHcl)).toEqual(terraformFmt(texts));
});

it("is not changed by being laid out again", () => {
  for (const text of fc.sample(body, { numRuns: 50, seed: 7 })) {
    expect(formatHcl(formatHcl(text))).toBe(formatHcl(text));
  }
});
