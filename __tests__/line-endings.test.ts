import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.join(__dirname, "..");

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync("git", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

it("a checkout has the same line ends whatever git is set to, as on Windows", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-line-ends-"));
  try {
    git(folder, "init", "--quiet");
    fs.copyFileSync(path.join(root, ".gitattributes"), path.join(folder, ".gitattributes"));
    for (const name of ["bootstrap.sh", "values.json", "page.md"]) {
      fs.writeFileSync(path.join(folder, name), "one\ntwo\n");
    }
    git(folder, "add", "--all");
    for (const name of ["bootstrap.sh", "values.json", "page.md"]) fs.rmSync(path.join(folder, name));
    git(folder, "-c", "core.autocrlf=true", "-c", "core.eol=crlf", "checkout", "--", ".");
    for (const name of ["bootstrap.sh", "values.json", "page.md"]) {
      expect(fs.readFileSync(path.join(folder, name), "utf8")).toBe("one\ntwo\n");
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

it("no file of the repository has others", () => {
  const others = git(root, "ls-files", "--eol")
    .split("\n")
    .filter((line) => /^i\/(crlf|mixed)/.test(line));
  expect(others).toEqual([]);
});
