import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = path.join(__dirname, "../..");

let folder: string;
beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "meridian-test-")));
  fs.mkdirSync(path.join(folder, "node_modules"));
  for (const name of ["esbuild", "@esbuild", "tsx"]) {
    fs.symlinkSync(path.join(root, "node_modules", name), path.join(folder, "node_modules", name));
  }
  fs.cpSync(path.join(root, "runner"), path.join(folder, "runner"), { recursive: true });
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), text);
}

/** Runs a program as `npm run synth` runs its own, with a copy of the bundler whose cache is its own. */
function run(program = "src/program.ts", environment: NodeJS.ProcessEnv = {}) {
  const { stdout, stderr } = spawnSync(process.execPath, ["runner/run.cjs", program, "--flag"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, MERIDIAN_BUNDLE: "", ...environment },
  });
  return { stdout: stdout.trim(), stderr };
}

/** What was bundled just now may have changed meanwhile, so that it is not kept. */
const settle = () => sleep(150);

const kept = () =>
  (fs.readdirSync(path.join(folder, "node_modules/.cache/bundles"), { recursive: true }) as string[]).filter(
    (file) => file.endsWith(".js"),
  );

it("what did not change is not bundled again, and V8 compiles it once", async () => {
  write("src/program.ts", `console.log("ran" as string)`);
  await settle();
  expect(run()).toEqual({ stdout: "ran", stderr: "" });
  const first = kept();
  expect(first).toHaveLength(2); // the program, and its packages
  for (const file of first) {
    expect(fs.existsSync(path.join(folder, "node_modules/.cache/bundles", `${file}.v8`))).toBe(true);
  }
  expect(run()).toEqual({ stdout: "ran", stderr: "" });
  expect(kept()).toEqual(first);
});

it("a checkout that borrows the packages shares what is bundled of them, and leaves nothing once it is gone", async () => {
  const other = path.join(folder, "other");
  const text = `import one = require("one");\nconsole.log(one);`;
  write("node_modules/one/index.js", `module.exports = 1;`);
  for (const place of ["", "other/"]) write(`${place}src/program.ts`, text);
  fs.symlinkSync(path.join(folder, "node_modules"), path.join(other, "node_modules"));
  fs.cpSync(path.join(folder, "runner"), path.join(other, "runner"), { recursive: true });
  await settle();
  expect(run().stdout).toBe("1");
  expect(kept()).toHaveLength(2);
  const { stdout } = spawnSync(process.execPath, ["runner/run.cjs", "src/program.ts"], {
    cwd: other,
    encoding: "utf8",
    env: { ...process.env, MERIDIAN_BUNDLE: "" },
  });
  expect(stdout.trim()).toBe("1");
  expect(kept()).toHaveLength(3); // its program alone
  fs.rmSync(other, { recursive: true });
  write("src/program.ts", `${text}\nconsole.log(2);`);
  await settle();
  expect(run().stdout).toBe("1\n2");
  expect(kept()).toHaveLength(2);
});

it("a change is seen, though size and time of the file stay", async () => {
  write("src/answer.ts", `export const answer = () => 1;`);
  write("src/program.ts", `import { answer } from "./answer";\nconsole.log(answer());`);
  const { atime, mtime } = fs.statSync(path.join(folder, "src/answer.ts"));
  await settle();
  expect(run().stdout).toBe("1");
  write("src/answer.ts", `export const answer = () => 2;`);
  fs.utimesSync(path.join(folder, "src/answer.ts"), atime, mtime);
  expect(run().stdout).toBe("2");
  await settle();
  expect(run().stdout).toBe("2");
});

it("a change while it is bundled is not lost", async () => {
  write("src/program.ts", `console.log(1)`);
  fs.rmSync(path.join(folder, "node_modules/esbuild"));
  write("node_modules/esbuild/package.json", `{ "version": "0" }`);
  write(
    "node_modules/esbuild/index.js",
    `const esbuild = require(${JSON.stringify(path.join(root, "node_modules/esbuild"))});
exports.build = async (options) => {
  const bundled = await esbuild.build(options);
  if (options.entryPoints) require("node:fs").writeFileSync("src/program.ts", "console.log(2)");
  return bundled;
};`,
  );
  await settle();
  expect(run().stdout).toBe("1");
  expect(run().stdout).toBe("2");
});

it("a new file that takes another's place is seen", async () => {
  write("src/answer.json", `{ "answer": 1 }`);
  write("src/program.ts", `import { answer } from "./answer";\nconsole.log(answer);`);
  await settle();
  expect(run().stdout).toBe("1");
  write("src/answer.ts", `export const answer = 2;`);
  expect(run().stdout).toBe("2");
});

it("a changed package is seen, and a new one", async () => {
  write("node_modules/one/index.js", `module.exports = 1;`);
  write("node_modules/two/index.js", `module.exports = 2;`);
  write("src/program.ts", `import one = require("one");\nconsole.log(one);`);
  await settle();
  expect(run().stdout).toBe("1");
  write("node_modules/one/index.js", `module.exports = 7;`);
  expect(run().stdout).toBe("7");
  write(
    "src/program.ts",
    `import one = require("one");\nimport two = require("two");\nconsole.log(one, two);`,
  );
  expect(run().stdout).toBe("7 2");
});

it("a package has one instance, whoever imports it, and since when", async () => {
  write("node_modules/state/index.js", `module.exports = { seen: [] };`);
  write("node_modules/user/index.js", `require("state").seen.push("package");`);
  write("src/program.ts", `import "user";\nconsole.log("ran");`);
  await settle();
  expect(run().stdout).toBe("ran");
  write("src/program.ts", `import "user";\nimport { seen } from "state";\nconsole.log(seen.join());`);
  expect(run().stdout).toBe("package");
});

it("a file knows its own place, and the program its arguments", () => {
  write("node_modules/place/lib/index.js", `module.exports = __dirname;`);
  write(
    "src/program.ts",
    `import place = require("place/lib");\nconsole.log([__filename, place, ...process.argv.slice(1)].join());`,
  );
  const program = path.join(folder, "src/program.ts");
  const place = path.join(folder, "node_modules/place/lib");
  expect(run().stdout).toBe([program, place, program, "--flag"].join());
});

it("a file that the program looks for is loaded, and an error in it names its line", () => {
  write("src/program.ts", `console.log(require(process.cwd() + "/src/found.ts").found);`);
  write("src/found.ts", `export const found: string = "found";`);
  expect(run().stdout).toBe("found");
  write("src/found.ts", `interface Gone {\n  readonly a: string;\n}\nthrow new Error("there" as string);`);
  expect(run().stderr).toMatch(/Error: there\n {4}at .*src\/found\.ts:4:7/);
});

it("an error names the line of the TypeScript, and of a package", async () => {
  write("node_modules/thrower/index.js", `\n\nmodule.exports = (text) => { throw new TypeError(text); };`);
  write(
    "src/program.ts",
    `import thrower = require("thrower");\n\ninterface Gone {\n  readonly a: string;\n}\n\nthrower("here" as string);\n`,
  );
  const trace =
    /^TypeError: here\n {4}at .*node_modules\/thrower\/index\.js:3:36.*\n {4}at .*src\/program\.ts:7:1/;
  expect(run().stderr).toMatch(trace);
  await settle();
  run(); // keeps
  expect(run().stderr).toMatch(trace);
});

it("a mistake in the syntax names file and line", () => {
  write("src/program.ts", `const = 1;`);
  expect(run().stderr).toMatch(/^src\/program\.ts:1:7: Expected identifier but found "="\s*$/);
});

it.each(["", "off"])(
  "what an environment's file throws is told with its place, and no way there (%s)",
  (bundled) => {
    const wrong = (thrown: string) => {
      write("config/environments/mine.ts", `export const mine = () => 1;\nthrow ${thrown};`);
      write("src/program.ts", `import { mine } from '../config/environments/mine';\nmine();`);
      return run("src/program.ts", { MERIDIAN_BUNDLE: bundled }).stderr.trim();
    };
    expect(wrong('new Error("no such zone")')).toMatch(
      /^config\/environments\/mine\.ts:2:\d+: no such zone$/,
    );
    expect(wrong('"no such zone"')).toBe("what was loaded threw 'no such zone', and no error");
    expect(wrong("undefined")).toBe("what was loaded threw undefined, and no error");
  },
);

it("works where its cache cannot be written", async () => {
  write("node_modules/.cache", "no folder");
  write("src/program.ts", `console.log("ran" as string)`);
  await settle();
  expect(run()).toEqual({ stdout: "ran", stderr: "" });
});

it("what is imported later is in the bundle as well", async () => {
  write("node_modules/later/index.mjs", `export const later = "later";`);
  write("node_modules/later/package.json", `{ "exports": "./index.mjs" }`);
  write("src/program.ts", `import("later").then(({ later }) => console.log(later));`);
  await settle();
  expect(run()).toEqual({ stdout: "later", stderr: "" });
});

describe("MERIDIAN_BUNDLE=off", () => {
  it("runs the program file by file, and keeps nothing", async () => {
    write("src/answer.ts", `export const answer: number = 1;`);
    write(
      "src/program.ts",
      `import { answer } from "./answer";\nconsole.log([answer, ...process.argv.slice(1)].join());`,
    );
    await settle();
    expect(run("src/program.ts", { MERIDIAN_BUNDLE: "off" })).toEqual({
      stdout: ["1", path.join(folder, "src/program.ts"), "--flag"].join(),
      stderr: "",
    });
    expect(fs.existsSync(path.join(folder, "node_modules/.cache"))).toBe(false);
  });

  it("is the only value", () => {
    write("src/program.ts", `console.log("ran")`);
    expect(run("src/program.ts", { MERIDIAN_BUNDLE: "no" })).toEqual({
      stdout: "",
      stderr: 'MERIDIAN_BUNDLE: expected off, or nothing, got "no"\n',
    });
  });
});
