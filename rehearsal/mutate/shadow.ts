import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { SourceMutant } from "./sources";

/** What a copy of the project leaves out; the installed packages are shared. */
const LEFT_OUT = new Set(["node_modules", "cdktf.out", "state", ".git", "coverage", "dist"]);

/** A copy of the project, whose sources can be changed while the project's own stay as they are. */
export class Shadow {
  constructor(
    private readonly project: string,
    readonly folder: string,
  ) {
    fs.mkdirSync(folder, { recursive: true });
    for (const entry of fs.readdirSync(project)) {
      if (LEFT_OUT.has(entry)) continue;
      fs.cpSync(path.join(project, entry), path.join(folder, entry), { recursive: true });
    }
    fs.symlinkSync(path.join(project, "node_modules"), path.join(folder, "node_modules"));
  }

  /** Puts a mistake in, lets something happen, and takes it out. */
  async with<T>({ file, from, to, is }: SourceMutant, run: () => Promise<T>): Promise<T> {
    const original = fs.readFileSync(path.join(this.project, file), "utf8");
    fs.writeFileSync(path.join(this.folder, file), original.slice(0, from) + is + original.slice(to));
    try {
      return await run();
    } finally {
      fs.writeFileSync(path.join(this.folder, file), original);
    }
  }

  /** Whether the unit tests that have to do with a file notice the mistake; rehearsals in tests do not count. */
  notices(file: string): Promise<boolean> {
    const args = [
      "jest",
      "--findRelatedTests",
      file,
      "--bail",
      "-w",
      "1",
      "--silent",
      "--testPathIgnorePatterns",
      "/node_modules/",
      "__tests__/lab/",
      "__tests__/rehearsal/",
    ];
    const child = spawn("npx", args, { cwd: this.folder, stdio: "ignore" });
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve(code !== 0));
    });
  }
}
