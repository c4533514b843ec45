import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

const root = path.join(__dirname, "../..");

/** A copy of the project as it lies here, whose files a test may break; the packages are this checkout's. */
export function checkOut(folder: string): void {
  const { stdout } = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of stdout.split("\0").filter((name) => name !== "" && !name.startsWith("__tests__/"))) {
    if (!fs.existsSync(path.join(root, file))) continue;
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.copyFileSync(path.join(root, file), path.join(folder, file));
  }
  const packages = path.join(folder, "node_modules"); // with a cache of its own
  fs.mkdirSync(packages);
  for (const name of fs.readdirSync(path.join(root, "node_modules"))) {
    if (name !== ".cache") fs.symlinkSync(path.join(root, "node_modules", name), path.join(packages, name));
  }
}

/** Every file below a folder with its text, but for packages, and without following links. */
export const filesBelow = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    walk(folder).map((file) => [path.relative(folder, file), fs.readFileSync(file, "utf8")]),
  );

const walk = (folder: string): readonly string[] =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === "node_modules" ? [] : walk(file);
      return entry.isFile() ? [file] : [];
    });
