// Runs a TypeScript program: `node runner/run.cjs main.ts`. README.md, beside this file, says how.
const Module = require("node:module");
const path = require("node:path");

/** As a kept bundle, or file by file through tsx, as `node --import tsx main.ts` does. */
async function run(program, isBundled) {
  process.argv.splice(1, 2, program);
  if (isBundled) return require("./bundle.cjs").runBundled(program);
  await import("tsx");
  Module.runMain();
}

/** What esbuild found in a source file; a stack trace would lead into esbuild. */
const syntaxErrorsIn = ({ errors }) =>
  errors
    ?.map(({ location, text }) =>
      location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text,
    )
    .join("\n");

const setting = process.env.MERIDIAN_BUNDLE ?? "";
if (["", "off"].includes(setting)) {
  run(path.resolve(process.argv[2]), setting === "").catch((error) => {
    console.error(syntaxErrorsIn(error) ?? error.stack);
    process.exitCode = 1;
  });
} else {
  console.error(`MERIDIAN_BUNDLE: expected off, or nothing, got ${JSON.stringify(setting)}`);
  process.exitCode = 1;
}
