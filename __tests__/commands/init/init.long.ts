import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import ts from "typescript";
import { questionsOf } from "../../../commands/init/questions";
import { readReference } from "../../../commands/reference/entries";
import { placeholdersIn } from "../../../config/documentation";
import { loadEnvironments } from "../../../config/load";

const root = path.join(__dirname, "../../..");
const environments = loadEnvironments([], { overlays: "none", notify: () => {} });

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-init-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function init(args: readonly string[], input = "") {
  const file = path.join(folder, "mine.overlay.ts");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["runner/run.cjs", "commands/init.ts", ...args, "--output", file],
    { cwd: root, input, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
  );
  return {
    status,
    stdout,
    stderr,
    file,
    text: fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined,
  };
}

/** What the compiler says of overlays that stand where overlays stand. */
function typeErrors(texts: readonly string[]): readonly (readonly string[])[] {
  const files = texts.map((_, index) => path.join(root, `config/environments/mine${index}.overlay.ts`));
  const textOf = (name: string) => texts[files.indexOf(name)];
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => files.includes(name) || fileExists.call(host, name);
  host.getSourceFile = (name, ...rest) => {
    const text = textOf(name);
    return text === undefined
      ? getSourceFile.call(host, name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram(files, { ...options, noEmit: true, incremental: false, types: [] }, host);
  return files.map((file) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  );
}

it("the questions are the documentation values of an environment, each with its meaning and an example", () => {
  const reference = readReference();
  for (const environment of environments) {
    const places = new Set(
      placeholdersIn(environment).map(({ path: place }) => place.replace(/\[\d+\]$/, "")),
    );
    const questions = questionsOf(environment, reference);
    expect(questions.map(({ path: place }) => place)).toEqual([...places]);
    expect(questions.filter(({ meaning, example }) => meaning === "" || example === "")).toEqual([]);
  }
});

it("an answer that will not do is asked again; what is written is an overlay to the compiler", () => {
  const answers = [
    "nope..",
    "api.example.org",
    "00000000-0000-0000-0000-00000000000a",
    "",
    "192.0.2.0/24, 198.51.100.0/24",
    "",
    "ghcr.io/ours/api:0.2.0",
  ];
  const { status, stderr, text = "" } = init(["azure"], `${answers.join("\n")}\n`);
  expect(stderr).toContain('expected a domain, such as "api.example.com", got "nope.."');
  expect(status).toBe(0);
  expect(text).toContain('operatorCidrs: ["192.0.2.0/24", "198.51.100.0/24"],');
  expect(text).toContain('      image: "ghcr.io/ours/api:0.2.0",');
  const [errors, ofWrongType] = typeErrors([text, text.replace(/image: ".*"/, "image: 5")]);
  expect(errors).toEqual([]);
  expect(ofWrongType).not.toEqual([]);
}, 120_000);

it("nothing is written where nothing was said", () => {
  const { status, stderr, text } = init(["azure"]);
  expect({ status, text }).toEqual({ status: 1, text: undefined });
  expect(stderr).toMatch(/nothing was said; nothing is written\n$/);
});

it("flags do without questions, and all that is wrong is said at once", () => {
  const wrong = init([
    "aws",
    "--no-input",
    "--set",
    "domain=A_b",
    "--set",
    "foo=1",
    "--set",
    "infrastructure.accountId=1",
  ]);
  expect(wrong).toMatchObject({ status: 1, text: undefined });
  for (const place of ["domain: expected", 'unknown key "foo"', "infrastructure.accountId: expected"]) {
    expect(wrong.stderr).toContain(place);
  }
  expect(wrong.stderr).not.toMatch(/\n {4}at /);
  const right = init(["aws", "--no-input", "--set", "infrastructure.accountId=123456789012"]);
  expect(right.text).toContain('accountId: "123456789012"');
});

it("a file that is there is never replaced", () => {
  const { file } = init(["aws", "--no-input", "--set", "infrastructure.accountId=123456789012"]);
  fs.writeFileSync(file, "mine");
  expect(init(["aws", "--no-input", "--set", "infrastructure.accountId=123456789012"])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("is there already; change it by hand"),
    text: "mine",
  });
});

it.each([
  [["nowhere"], "no environment"],
  [["azure,aws"], "expected one environment"],
  [["azure", "--set", "domain"], "expected <key>=<value>"],
  [["azure", "--set", "name=other"], "is the key that it has"],
])("%j is refused without a trace", (args, message) => {
  const { status, stderr, text } = init([...args, "--no-input"]);
  expect({ status, text }).toEqual({ status: 1, text: undefined });
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/\n {4}at /);
});
