/** Programs from the Python Package Index, each in an environment of its own, kept like those that Go builds. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { cacheDir } from "./programs";

export interface PythonProgram {
  readonly command: string;
  /** Comes before the program's own. */
  readonly args: readonly string[];
}

/**
 * The module that `lab/programs/<name>/requirements.txt` pins, installed if it is not.
 *
 * @param main - the module whose `main` starts it @default - `<name>._cli`
 */
export function pythonProgram(name: string, main = `${name}._cli`): PythonProgram {
  const requirements = path.join(__dirname, "programs", name, "requirements.txt");
  const digest = createHash("sha256").update(fs.readFileSync(requirements)).digest("hex").slice(0, 8);
  const folder = path.join(cacheDir, `${name}-${digest}`);
  if (!fs.existsSync(folder)) {
    const partial = `${folder}.partial-${process.pid}`;
    try {
      const pip = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
        "--no-deps",
      ];
      execFileSync("python3", [...pip, "--target", partial, "--requirement", requirements], {
        stdio: "pipe",
      });
      fs.renameSync(partial, folder);
    } finally {
      fs.rmSync(partial, { recursive: true, force: true });
    }
  }
  const start = `import sys; sys.path.insert(0, ${JSON.stringify(folder)}); from ${main} import main; sys.exit(main())`;
  return { command: "python3", args: ["-c", start] };
}
