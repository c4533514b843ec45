import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { synthesizeRevision } from "../../../rehearsal/synthesis/revision";
import { PROJECT } from "../fixtures/command";

jest.setTimeout(60_000); // programs are started, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "revision-"));
const project = path.join(temporary, "project");

const git = (...args: string[]): string =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
    cwd: project,
    encoding: "utf8",
  }).trim();

const write = (file: string, text: string): void => {
  fs.mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  fs.writeFileSync(path.join(project, file), text);
};

/** Writes what synthesis depends on, and commits it. */
function commit(value: string, packages: object): string {
  write(
    "main.ts",
    `
    import fs from "node:fs";
    const own = fs.existsSync(__dirname + "/config/demo.user.ts") ? "own" : "shipped";
    const folder = process.env["CDKTF_OUTDIR"] + "/stacks/demo-one";
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(folder + "/value", [${value}, own, process.argv.slice(2)].join());
  `,
  );
  write("package.json", JSON.stringify({ name: "demo", version: "1.0.0" }));
  write(
    "package-lock.json",
    JSON.stringify({ lockfileVersion: 3, packages: { "": { name: "demo" }, ...packages } }),
  );
  git("add", ".");
  git("commit", "--quiet", "--message", value);
  return git("rev-parse", "HEAD");
}

const BOTH = {
  "node_modules/first": { version: "1.0.0", integrity: "sha512-a" },
  "node_modules/second": { version: "2.0.0" },
};
const FIRST = { "node_modules/first": { version: "1.0.0", integrity: "sha512-a" } };

let earlier: string;
beforeAll(() => {
  fs.mkdirSync(project);
  fs.symlinkSync(path.join(PROJECT, "node_modules"), path.join(project, "node_modules"));
  git("init", "--quiet", "--initial-branch=main");
  write(".gitignore", "node_modules\n*.user.ts\n");
  earlier = commit('"earlier"', FIRST);
  commit('"later"', BOTH);
});
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

let count = 0;
const synthesized = async (revision: string, from = project) => {
  const root = path.join(temporary, `root-${count++}`);
  fs.mkdirSync(root);
  const made = await synthesizeRevision(
    revision,
    { project: from, environments: ["demo"], hcl: false },
    root,
  );
  return { ...made, value: fs.readFileSync(path.join(made.folder, "stacks/demo-one/value"), "utf8") };
};

it.each(["HEAD~1", () => earlier, () => earlier.slice(0, 8)])(
  "a revision is synthesized by its own code",
  async (revision) => {
    const made = await synthesized(typeof revision === "string" ? revision : revision());
    expect(made).toMatchObject({ value: "earlier,shipped,demo", commit: earlier, own: [] });
  },
);

it("shares the packages that are installed where they are what its lock file names", async () => {
  const { project: checkout } = await synthesized("HEAD~1");
  expect(fs.realpathSync(path.join(checkout, "node_modules"))).toBe(
    fs.realpathSync(path.join(PROJECT, "node_modules")),
  );
});

it("leaves the repository, its index and its work tree as they are", async () => {
  write("main.ts", "changed and not committed");
  git("add", "main.ts");
  const state = () => [git("status", "--porcelain"), git("worktree", "list"), git("stash", "list")];
  const was = state();
  expect((await synthesized("HEAD")).value).toBe("later,shipped,demo");
  expect(state()).toEqual(was);
  git("reset", "--quiet", "--hard");
});

it("uses people's own overlays, which Git ignores", async () => {
  write("config/demo.user.ts", "");
  const made = await synthesized("HEAD~1");
  expect(made).toMatchObject({ value: "earlier,own,demo", own: ["config/demo.user.ts"] });
  fs.rmSync(path.join(project, "config"), { recursive: true });
});

it.each([
  ["no-such-branch", /^revision no-such-branch: no such commit, branch or tag; expected one such as HEAD~1/],
  ["--all", /^revision --all: no such commit/],
  ["HEAD:main.ts", /^revision HEAD:main\.ts: no such commit/],
])("refuses %s", async (revision, says) => {
  await expect(synthesized(revision)).rejects.toThrow(says);
});

it("says so where the clone is shallow", async () => {
  const shallow = path.join(temporary, "shallow");
  execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${project}`, shallow]);
  await expect(synthesized(earlier, shallow)).rejects.toThrow(
    /not in this clone, which is shallow; fetch the rest with 'git fetch --unshallow'/,
  );
});

it("says so where there is no repository", async () => {
  const nowhere = fs.mkdtempSync(path.join(temporary, "nowhere-"));
  await expect(synthesized("HEAD", nowhere)).rejects.toThrow(
    /^revision HEAD: .* is not in a Git repository$/,
  );
});

it("tells a revision that does not synthesize from the work tree", async () => {
  commit("(() => { throw new Error('too old') })()", BOTH);
  await expect(synthesized("HEAD")).rejects.toThrow(/^revision HEAD: [\s\S]*too old/);
});
