/** `bundle.ts FILE [COMMIT] [PROGRAM]`: bundles a program, by default the API, into one file without dependencies. */
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { isProgram, PROGRAMS, type Program } from "./programs";

/** What is imported by `import()` becomes a file of its own, beside the program: it is read only where it is needed. */
const apart = (parts: Set<string>): Plugin => ({
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ kind, path: wanted, resolveDir }) => {
      if (kind !== "dynamic-import" || resolveDir.includes("node_modules")) {
        return undefined;
      }
      parts.add(path.resolve(resolveDir, `${wanted}.ts`));
      return { path: `./${path.basename(wanted)}.cjs`, external: true };
    });
  },
});

/**
 * @param commit shown by /version and in the metrics
 * @returns the files: the program, and what it loads only where it is needed
 */
export async function bundle(
  outfile: string,
  commit: string,
  { entry, version }: Program = PROGRAMS.api,
): Promise<readonly string[]> {
  const parts = new Set<string>();
  const write = (from: string, to: string) =>
    build({
      entryPoints: [from],
      outfile: to,
      bundle: true,
      platform: "node",
      target: "node20",
      format: "cjs",
      minifySyntax: true,
      minifyWhitespace: true,
      legalComments: "eof",
      logLevel: "warning",
      define: { __VERSION__: JSON.stringify(version), __COMMIT__: JSON.stringify(commit) },
      loader: { ".html": "text", ".css": "text", ".client.js": "text" }, // what a page is made of
      // Native parts that are not installed: ws and pg fall back to JavaScript.
      external: ["bufferutil", "utf-8-validate", "pg-native"],
      plugins: [apart(parts)],
    });
  await write(entry, outfile);
  const files = [outfile];
  for (const part of parts) {
    const file = path.join(path.dirname(outfile), `${path.basename(part, ".ts")}.cjs`);
    await write(part, file);
    files.push(file);
  }
  return files;
}

if (require.main === module) {
  const [outfile, commit = "unknown", program = "api"] = process.argv.slice(2);
  if (outfile === undefined || !isProgram(program)) {
    throw new Error(`expected the file to write, the commit and one of ${Object.keys(PROGRAMS).join(", ")}`);
  }
  void bundle(outfile, commit, PROGRAMS[program]);
}
