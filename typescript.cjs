// Runs TypeScript: `node --require ./typescript.cjs main.ts`.
//
// esbuild compiles a file when its text is new; what it wrote is kept in node_modules/.cache. Types are not checked here:
// `npm run check` does. A general loader also examines every file of the dependencies and starts a thread for ES modules,
// which took as long as synthesis itself (docs/performance.md).
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const CACHE = path.join(__dirname, "node_modules/.cache/typescript");
const OPTIONS = { loader: "ts", format: "cjs", platform: "node", target: "node20", sourcemap: "inline" };
const COMPILER = require("esbuild/package.json").version + JSON.stringify(OPTIONS);

require.extensions[".ts"] = (module, file) => module._compile(compile(file), file);

// Stack traces name lines of the TypeScript. Dependencies have source maps too, and reading those takes a tenth of the
// time of synthesis, so they are off while a file of JavaScript is loaded.
process.setSourceMapsEnabled(true);
const loadJavaScript = require.extensions[".js"];
require.extensions[".js"] = (module, file) => {
  process.setSourceMapsEnabled(false);
  try {
    loadJavaScript(module, file);
  } finally {
    process.setSourceMapsEnabled(true);
  }
};

function compile(file) {
  const source = fs.readFileSync(file, "utf8");
  const key = createHash("sha256").update([COMPILER, file, source].join("\n")).digest("hex");
  const kept = path.join(CACHE, `${key}.js`);
  if (fs.existsSync(kept)) return fs.readFileSync(kept, "utf8");
  const { code } = require("esbuild").transformSync(source, { ...OPTIONS, sourcefile: file });
  keep(kept, code);
  return code;
}

/** Where it cannot be written, for a read-only folder or a full disk, the next run compiles again. */
function keep(file, code) {
  try {
    fs.mkdirSync(CACHE, { recursive: true });
    write(file, code);
  } catch {}
}

/** Whole or not at all, since another process may read it now. */
function write(file, content) {
  const partial = `${file}.${process.pid}`;
  fs.writeFileSync(partial, content);
  fs.renameSync(partial, file);
}

module.exports = { write };
