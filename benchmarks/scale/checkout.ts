import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");

/** A copy of the project as it lies here, for those who must change or break files; the packages are this checkout's. */
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
