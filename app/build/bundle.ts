/** `bundle.ts FILE [COMMIT] [PROGRAM]`: bundles a program, by default the API, into one file without dependencies. */
import { build } from "esbuild";
import { isProgram, PROGRAMS, type Program } from "./programs";

/** @param commit shown by /version and in the metrics */
export async function bundle(
  outfile: string,
  commit: string,
  { entry, version }: Program = PROGRAMS.api,
): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
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
  });
}

if (require.main === module) {
  const [outfile, commit = "unknown", program = "api"] = process.argv.slice(2);
  if (outfile === undefined || !isProgram(program)) {
    throw new Error(`expected the file to write, the commit and one of ${Object.keys(PROGRAMS).join(", ")}`);
  }
  void bundle(outfile, commit, PROGRAMS[program]);
}
