import fs from "node:fs";
import path from "node:path";

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
