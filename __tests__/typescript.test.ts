import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const root = path.join(__dirname, "..");

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-test-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

/** Runs a program as `npm run synth` runs its own, with a copy of the loader whose cache is empty. */
function run(program: string) {
  const modules = path.join(folder, "node_modules");
  if (!fs.existsSync(modules)) {
    fs.mkdirSync(modules);
    for (const name of ["esbuild", "@esbuild"]) {
      fs.symlinkSync(path.join(root, "node_modules", name), path.join(modules, name));
    }
    fs.copyFileSync(path.join(root, "typescript.cjs"), path.join(folder, "typescript.cjs"));
  }
  const file = path.join(folder, "program.ts");
  fs.writeFileSync(file, program);
  const { stdout, stderr } = spawnSync(process.execPath, ["--require", "./typescript.cjs", file], {
    cwd: folder,
    encoding: "utf8",
  });
  return { stdout: stdout.trim(), stderr };
}

const cached = () => fs.readdirSync(path.join(folder, "node_modules/.cache/typescript"));

it("a changed file is compiled again, an unchanged one is not", () => {
  expect(run(`const answer: number = 1; console.log(answer)`).stdout).toBe("1");
  expect(run(`const answer: number = 2; console.log(answer)`).stdout).toBe("2");
  expect(run(`const answer: number = 1; console.log(answer)`).stdout).toBe("1");
  expect(cached()).toHaveLength(2);
});

it("an error names the line of the TypeScript", () => {
  const { stderr } = run(
    `interface Gone {\n  readonly a: string;\n}\n\nthrow new Error("here" as string);\n`,
  );
  expect(stderr).toMatch(/Error: here\n {4}at .*program\.ts:5:7/);
});

it("a mistake in the syntax names file and line", () => {
  expect(run(`const = 1;`).stderr).toMatch(/program\.ts:1:6: ERROR: Expected identifier/);
});

it("works where its cache cannot be written", () => {
  run("");
  fs.rmSync(path.join(folder, "node_modules/.cache"), { recursive: true });
  fs.writeFileSync(path.join(folder, "node_modules/.cache"), "no folder");
  expect(run(`console.log("ran" as string)`)).toEqual({ stdout: "ran", stderr: "" });
});
