// Runs a TypeScript program: `node runner/run.cjs main.ts`. README.md, beside this file, says how.
const Module = require("node:module");
const path = require("node:path");
const { inspect } = require("node:util");

/** As a kept bundle, or file by file through tsx, as `node --import tsx main.ts` does. */
async function run(program, isBundled) {
  process.argv.splice(1, 2, program);
  if (isBundled) return require("./bundle.cjs").runBundled(program);
  await import("tsx");
  Module.runMain();
}

/** What esbuild found in a source file; a stack trace would lead into esbuild. */
const syntaxErrorsIn = (thrown) =>
  thrown?.errors
    ?.map(({ location, text }) =>
      location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text,
    )
    .join("\n");

/** Where an environment's own file threw; a stack trace would lead into the runner. */
const placeIn = ({ stack }) =>
  /^ +at (?:.*\()?(.*?[\\/]config[\\/]environments[\\/][^:]+:\d+:\d+)/.exec(
    stack.split("\n").find((line) => /^ +at /.test(line)) ?? "",
  )?.[1];

function toldOf(thrown) {
  if (!(thrown instanceof Error)) return `what was loaded threw ${inspect(thrown)}, and no error`;
  const place = placeIn(thrown);
  return place ? `${path.relative(process.cwd(), place)}: ${thrown.message}` : thrown.stack;
}

const setting = process.env.MERIDIAN_BUNDLE ?? "";
if (["", "off"].includes(setting)) {
  run(path.resolve(process.argv[2]), setting === "").catch((error) => {
    console.error(syntaxErrorsIn(error) ?? toldOf(error));
    process.exitCode = 1;
  });
} else {
  console.error(`MERIDIAN_BUNDLE: expected off, or nothing, got ${JSON.stringify(setting)}`);
  process.exitCode = 1;
}
