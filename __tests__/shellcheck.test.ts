import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "..");

const scripts = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
})
  .toString()
  .split("\0")
  .filter((file) => fs.statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile())
  .filter((file) => /^#!.*\b(ba|da)?sh\b/.test(firstLine(path.join(root, file))));

it.each(scripts)("%s passes shellcheck", (script) => {
  const { error, stdout } = spawnSync("shellcheck", [script], { cwd: root, encoding: "utf8" });
  if (error) {
    throw new Error(
      "the command 'shellcheck' is missing: install it with 'apt install shellcheck' or 'brew install shellcheck'",
    );
  }
  expect(stdout).toBe("");
});

function firstLine(file: string): string {
  const handle = fs.openSync(file, "r");
  const start = Buffer.alloc(80);
  const length = fs.readSync(handle, start);
  fs.closeSync(handle);
  return start.toString("utf8", 0, length).split("\n")[0] ?? "";
}
