// Makes two bundles of a program, of its own files and of the packages that they import, and runs them.
const fs = require("node:fs");
const { createRequire, isBuiltin } = require("node:module");
const path = require("node:path");
const cache = require("./cache.cjs");
const { evaluate } = require("./evaluate.cjs");

async function runBundled(program) {
  const own = await bundle(program, cache.ROOT, program, { entryPoints: [program], packages: "external" });
  const contents = own.imports.map((name) => `exports["${name}"] = () => require("${name}");`).join("\n");
  const packages = await bundle(cache.OWNER, cache.OWNER, contents, {
    stdin: { contents, resolveDir: cache.OWNER, sourcefile: "packages.js" },
  });
  const fromNode = createRequire(program);
  const bundled = evaluate(packages, fromNode);
  evaluate(own, (name) => (Object.hasOwn(bundled, name) ? bundled[name]() : fromNode(name)));
}

/** The bundle that was kept, or a new one. Checkouts that share packages share what is bundled of them. */
async function bundle(of, root, key, input) {
  const folder = cache.folderOf(key);
  const options = { ...OPTIONS, ...input, absWorkingDir: root, outfile: path.join(folder, "bundle.js") };
  const recipe = JSON.stringify([require("esbuild/package.json").version, options, SELF]);
  const kept = cache.find(folder);
  return kept?.recipe === recipe ? kept : make(of, folder, recipe, options);
}

/** How it is bundled is part of what decides: another checkout may do so otherwise. */
const SELF = fs.readFileSync(__filename, "utf8");

const OPTIONS = {
  bundle: true,
  platform: "node",
  target: "node20",
  external: ["performance"], // hcl2json asks for it where Node has none
  supported: { "dynamic-import": false }, // what is imported later is in the bundle as well
  sourcemap: "external",
  sourcesContent: false,
  metafile: true,
  write: false,
  logLevel: "silent",
};

async function make(of, folder, recipe, options) {
  const start = Date.now();
  const { outputFiles, metafile } = await require("esbuild").build({ ...options, plugins: [OWN_PATHS] });
  const written = Object.fromEntries(outputFiles.map((output) => [output.path, output.text]));
  const { imports } = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint);
  const bundled = {
    of,
    recipe,
    code: written[options.outfile],
    map: written[`${options.outfile}.map`],
    imports: [...new Set(imports.map((imported) => imported.path))].filter((name) => !isBuiltin(name)),
  };
  const root = options.absWorkingDir;
  const inputs = Object.keys(metafile.inputs).map((file) => path.join(root, file));
  return cache.keep(folder, bundled, { inputs, root, start });
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
