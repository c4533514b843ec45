import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const script = path.join(__dirname, "../../.github/scripts/deliver-image");
const FOLDER = "deploy/aws/versions";
const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;

let folder: string;
const git = (...args: string[]): string =>
  execFileSync("git", args, { cwd: path.join(folder, "work"), encoding: "utf8" });

/** `kustomize edit set image <name>=<name>@<digest>`, where kustomize is not installed. */
const KUSTOMIZE = `#!/bin/sh
[ "$1 $2 $3" = "edit set image" ] || exit 1
sed -i "s|digest: .*|digest: \${4#*@}|" kustomization.yaml
`;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-deliver-"));
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", "remote.git"], { cwd: folder });
  execFileSync("git", ["clone", "--quiet", "remote.git", "work"], { cwd: folder, stdio: "ignore" });
  fs.mkdirSync(path.join(folder, "work", FOLDER), { recursive: true });
  fs.writeFileSync(
    path.join(folder, "work", FOLDER, "kustomization.yaml"),
    `images:\n  - name: meridian/api\n    digest: ${digest("0")}\n`,
  );
  commit("first");
  fs.mkdirSync(path.join(folder, "bin"));
  fs.writeFileSync(path.join(folder, "bin/kustomize"), KUSTOMIZE, { mode: 0o755 });
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function commit(message: string): void {
  git("add", ".");
  git(
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@example.com",
    "commit",
    "--quiet",
    "--allow-empty",
    "-m",
    message,
  );
  git("push", "--quiet", "origin", "HEAD:main");
}

const deliver = (image: string) =>
  spawnSync(script, ["meridian/api", image, FOLDER], {
    cwd: path.join(folder, "work"),
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: `${path.join(folder, "bin")}:${process.env["PATH"]}`,
      GITHUB_REF: "refs/heads/main",
      REMOTE: path.join(folder, "remote.git"),
    },
  });

const delivered = (): string => git("--git-dir=../remote.git", "show", `main:${FOLDER}/kustomization.yaml`);
const subjects = (): readonly string[] =>
  git("--git-dir=../remote.git", "log", "--format=%s", "main").trim().split("\n");

it("commits the digest, and nothing else", () => {
  fs.writeFileSync(path.join(folder, "work/leftover"), "");
  expect(deliver(digest("a")).status).toBe(0);
  expect(delivered()).toContain(digest("a"));
  expect(git("--git-dir=../remote.git", "show", "--name-only", "--format=", "main").trim()).toBe(
    `${FOLDER}/kustomization.yaml`,
  );
  expect(subjects()[0]).toBe("deploy: meridian/api@sha256:aaaaaaaaaaaa");
});

it("commits nothing when the digest is there already", () => {
  deliver(digest("a"));
  expect(deliver(digest("a"))).toMatchObject({ status: 0, stdout: expect.stringContaining("already") });
  expect(subjects()).toHaveLength(2);
});

it("puts its change on top of what others pushed in between", () => {
  deliver(digest("a"));
  git("checkout", "--quiet", "-B", "other", "HEAD");
  commit("somebody else's");
  git("checkout", "--quiet", "HEAD~1"); // the job's checkout is older than the branch
  expect(deliver(digest("b")).status).toBe(0);
  expect(subjects()).toEqual([
    "deploy: meridian/api@sha256:bbbbbbbbbbbb",
    "somebody else's",
    "deploy: meridian/api@sha256:aaaaaaaaaaaa",
    "first",
  ]);
});

it.each(["latest", "", "sha256:abc"])("fails on %j, which is no digest", (image) => {
  const { status, stderr } = deliver(image);
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/expected (a digest|one such as sha256)/);
  expect(subjects()).toEqual(["first"]);
});
