/** `bundle.ts FILE [COMMIT]`: bundles the API into one file without dependencies. */
import path from "node:path";
import { build } from "esbuild";
import manifest from "../package.json";

/** @param commit shown by /version and in the metrics */
export async function bundle(outfile: string, commit: string): Promise<void> {
  await build({
    entryPoints: [path.join(__dirname, "../src/main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "eof",
    logLevel: "warning",
    define: { __VERSION__: JSON.stringify(manifest.version), __COMMIT__: JSON.stringify(commit) },
    // Native speed-ups of ws that are not installed; it falls back to JavaScript.
    external: ["bufferutil", "utf-8-validate"],
  });
}

if (require.main === module) {
  const [outfile, commit = "unknown"] = process.argv.slice(2);
  if (outfile === undefined) {
    throw new Error("expected the file to write: bundle.ts dist/api.cjs");
  }
  void bundle(outfile, commit);
}
