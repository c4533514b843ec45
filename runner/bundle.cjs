// Makes two bundles of a program, of its own files and of the packages that they import, and runs them.
const fs = require("node:fs");
const { createRequire, isBuiltin } = require("node:module");
const path = require("node:path");
const cache = require("./cache.cjs");
const { evaluate } = require("./evaluate.cjs");

const ROOT = path.dirname(__dirname);

async function runBundled(program) {
  const own = await bundle(program, "program", { entryPoints: [program], packages: "external" });
  const packages = await bundle(program, "packages", {
    stdin: {
      contents: own.imports.map((name) => `exports["${name}"] = () => require("${name}");`).join("\n"),
      resolveDir: path.dirname(program),
      sourcefile: __filename,
    },
  });
  const fromNode = createRequire(program);
  const bundled = evaluate(packages, fromNode);
  evaluate(own, (name) => (Object.hasOwn(bundled, name) ? bundled[name]() : fromNode(name)));
}

/** The bundle that was kept, or a new one. */
async function bundle(program, part, input) {
  const folder = cache.folderOf(program, part);
  const options = { ...OPTIONS, ...input, outfile: path.join(folder, "bundle.js") };
  const recipe = JSON.stringify([require("esbuild/package.json").version, options]);
  const kept = cache.find(folder);
  return kept?.recipe === recipe ? kept : make(program, folder, recipe, options);
}

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: "node",
  target: "node20",
  supported: { "dynamic-import": false }, // what is imported later is in the bundle as well
  sourcemap: "external",
  sourcesContent: false,
  metafile: true,
  write: false,
  minifyWhitespace: true, // a third less to read
  logLevel: "silent",
};

async function make(program, folder, recipe, options) {
  const start = Date.now();
  const { outputFiles, metafile } = await require("esbuild").build({ ...options, plugins: [OWN_PATHS] });
  const written = Object.fromEntries(outputFiles.map((output) => [output.path, output.text]));
  const { imports } = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint);
  const bundled = {
    program,
    recipe,
    code: written[options.outfile],
    map: written[`${options.outfile}.map`],
    imports: [...new Set(imports.map((imported) => imported.path))].filter((name) => !isBuiltin(name)),
  };
  const inputs = Object.keys(metafile.inputs).map((file) => path.join(ROOT, file));
  return cache.keep(folder, bundled, inputs, start);
}

/** Bundled code knows its own file and folder. */
const OWN_PATHS = {
  name: "own-paths",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path: file }) => {
      const text = fs.readFileSync(file, "utf8");
      if (!/__(dirname|filename)/.test(text)) return undefined;
      const contents = text
        .replaceAll("__dirname", () => JSON.stringify(path.dirname(file))) // which may hold "$$"
        .replaceAll("__filename", () => JSON.stringify(file));
      return { contents, loader: file.endsWith("ts") ? "ts" : "js" };
    }),
};

/** A TypeScript file that the program looks for while it runs, an overlay, is in no bundle: tsx loads it. */
require.extensions[".ts"] = (module, file) => {
  require("tsx/cjs"); // takes the place of this function
  require.extensions[".ts"](module, file);
};

module.exports = { runBundled };
