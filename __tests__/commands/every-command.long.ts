import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { scripts, version } from "../../package.json";

const root = path.join(__dirname, "../..");

/** The programs of others answer for themselves. */
const OTHERS = /^(biome|jest|tsc)\b/;

const ours = Object.entries(scripts).filter(([, command]) => !OTHERS.test(command));

const run = (command: string, ...args: readonly string[]) =>
  spawnSync("bash", ["-c", `${command} "$@"`, "-", ...args], { cwd: root, encoding: "utf8" });

describe.each(ours)("npm run %s", (_, command) => {
  it("says how it is used with --help, and does nothing", () => {
    const before = fs.readdirSync(root);
    const { stdout, stderr, status } = run(command, "--help");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: npm run /);
    expect(fs.readdirSync(root)).toEqual(before);
  });

  it("says its version", () => {
    const isSubcommand = command.endsWith(" test");
    if (!isSubcommand) expect(run(command, "--version").stdout).toBe(`${version}\n`);
  });

  it("answers an option that it does not have in a line, without a stack trace", () => {
    if (command.endsWith(" test")) return; // jest's
    const { stderr, status } = run(command, "--no-such-option");
    expect(stderr).toContain("--no-such-option");
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(status).not.toBe(0);
  });
});

describe("a number that is none", () => {
  it.each([
    ["dashboards draw api --minutes abc"],
    ["dashboards draw api --minutes -1"],
    ["bench --runs abc"],
    ["bench --runs 1.5"],
    ["bench:rehearsal --runs 0"],
    ["bench:api --rounds abc"],
    ["mutate --count ten"],
    ["rehearse --parallel 1e999"],
  ])("is refused: %s", (line) => {
    const [name, ...args] = line.split(" ") as [keyof typeof scripts, ...string[]];
    const { stderr, status } = run(scripts[name], ...args);
    expect(stderr).toMatch(/^error: .+ is invalid.* expected a (whole )?number/);
    expect(status).not.toBe(0);
  });
});

describe("an environment that there is not", () => {
  it.each(["synth", "graph", "gitops", "versions", "rehearse", "mutate"] as const)(
    "is refused as the argument that it is: npm run %s -- mars",
    (name) => {
      const { stderr, status } = run(scripts[name], "mars");
      expect(stderr).toMatch(
        /arguments: 1 problem\n {2}no environment "mars"; expected one or more of local, /,
      );
      expect(stderr).not.toMatch(/^ {4}at |ENVIRONMENT/m);
      expect(status).not.toBe(0);
    },
  );
});
