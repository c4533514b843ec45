// Runs a TypeScript program: `node bundle.cjs main.ts`.
//
// Finding, reading and compiling a thousand modules takes longer than most syntheses. So esbuild makes two bundles: the
// program's own files, made anew in a moment after an edit, and the packages that they import. Both are kept in
// node_modules/.cache, with what V8 compiled, until a file that they are made of changes. Types are not checked here:
// `npm run check` does.
const { createHash, randomUUID } = require("node:crypto");
const fs = require("node:fs");
const { createRequire, findSourceMap, isBuiltin, SourceMap, wrap } = require("node:module");
const path = require("node:path");
const { Script } = require("node:vm");
const { write } = require("./typescript.cjs"); // which also loads what a program looks for while it runs, such as *.user.ts

async function run(program) {
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
  process.argv.splice(1, 2, program);
  evaluate(own, (name) => (Object.hasOwn(bundled, name) ? bundled[name]() : fromNode(name)));
}

const OPTIONS = {
  absWorkingDir: __dirname,
  bundle: true,
  platform: "node",
  target: "node20",
  sourcemap: "external",
  sourcesContent: false,
  metafile: true,
  write: false,
  logLevel: "silent",
};

/** Bundled code knows its own file and folder. */
const OWN_PATHS = {
  name: "own-paths",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path: file }) => {
      const text = fs.readFileSync(file, "utf8");
      if (!/__(dirname|filename)/.test(text)) return undefined;
      const contents = text
        .replaceAll("__dirname", JSON.stringify(path.dirname(file)))
        .replaceAll("__filename", JSON.stringify(file));
      return { contents, loader: file.endsWith("ts") ? "ts" : "js" };
    }),
};

/** The bundle that was kept, or a new one. */
async function bundle(program, part, input) {
  const name = createHash("sha256").update(program).digest("hex").slice(0, 16);
  const folder = path.join(__dirname, "node_modules/.cache/bundles", name, part);
  const options = { ...OPTIONS, ...input, outfile: path.join(folder, "bundle.js") };
  const recipe = JSON.stringify([require("esbuild/package.json").version, options]);
  const kept = find(folder);
  if (kept?.recipe === recipe) return kept;

  const start = Date.now();
  const { outputFiles, metafile } = await require("esbuild").build({ ...options, plugins: [OWN_PATHS] });
  const [map, code] = outputFiles.map(({ text }) => text);
  const { imports } = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint);
  const made = {
    recipe,
    file: path.join(folder, `${randomUUID()}.js`), // a new name: what V8 compiles of one text fits no other
    imports: [...new Set(imports.map(({ path }) => path))].filter((name) => !isBuiltin(name)),
    stamps: stampsOf(Object.keys(metafile.inputs).map((file) => path.join(__dirname, file))),
  };
  // What changed while esbuild read it is not kept: the stamp may be that of a text which it did not see.
  if (Object.values(made.stamps).every((stamp) => Number.parseFloat(stamp) < start - 100)) {
    attempt(() => {
      fs.rmSync(folder, { recursive: true, force: true });
      fs.mkdirSync(folder, { recursive: true });
      write(made.file, wrap(code));
      write(`${made.file}.map`, map);
      write(path.join(folder, "bundle.json"), JSON.stringify(made));
    });
  }
  return { ...made, code: wrap(code), map };
}

function find(folder) {
  try {
    const kept = JSON.parse(fs.readFileSync(path.join(folder, "bundle.json"), "utf8"));
    if (Object.entries(kept.stamps).some(([file, stamp]) => stampOf(file) !== stamp)) return undefined;
    return { ...kept, code: fs.readFileSync(kept.file, "latin1") }; // esbuild writes ASCII
  } catch {
    return undefined; // there is none, or another process replaces it now
  }
}

/** Of files, of their folders, where a new file may take another's place, and of what else decides what is bundled. */
function stampsOf(files) {
  const folders = files.map(path.dirname).filter((folder) => folder !== __dirname); // where output is written
  const settings = ["bundle.cjs", "tsconfig.json", "node_modules/.package-lock.json"].map((file) =>
    path.join(__dirname, file),
  );
  return Object.fromEntries([...files, ...folders, ...settings].map((file) => [file, stampOf(file)]));
}

/** With the time of the last change of any kind, which no program can set. */
function stampOf(file) {
  const { ctimeMs = 0, size = 0, ino = 0 } = fs.statSync(file, { throwIfNoEntry: false }) ?? {};
  return [ctimeMs, size, ino].join(" ");
}

/** A read-only folder or a full disk does not keep the program from running: the next run does the work again. */
function attempt(writing) {
  try {
    writing();
  } catch {}
}

const sourceMaps = new Map();

function evaluate({ file, code, map }, require) {
  const compiled = `${file}.v8`;
  const cachedData = fs.existsSync(compiled) ? fs.readFileSync(compiled) : undefined;
  const script = new Script(code, { filename: file, cachedData });
  const compile = () => fs.existsSync(file) && write(compiled, script.createCachedData());
  if (script.cachedDataRejected !== false) process.on("exit", () => attempt(compile));
  sourceMaps.set(
    file,
    once(() => new SourceMap(JSON.parse(map ?? fs.readFileSync(`${file}.map`, "utf8")))),
  );
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module);
  return module.exports;
}

function once(make) {
  let made;
  return () => (made ??= make());
}

Error.prepareStackTrace = (error, frames) =>
  [error, ...frames.map((frame) => `    at ${inSources(frame)}`)].join("\n");

/** A line of a stack trace, with file and line of what was bundled. Source maps are read when there is an error. */
function inSources(frame) {
  const file = frame.getFileName();
  const map = sourceMaps.get(file)?.() ?? findSourceMap(file);
  const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
  const { originalSource, originalLine, originalColumn } = map?.findEntry(line - 1, column - 1) ?? {};
  if (originalSource === undefined) return String(frame);
  const source = path.resolve(path.dirname(file), originalSource);
  return String(frame).replace(
    `${file}:${line}:${column}`,
    `${source}:${originalLine + 1}:${originalColumn + 1}`,
  );
}

run(path.resolve(process.argv[2])).catch((error) => {
  console.error(error.stack);
  process.exitCode = 1;
});
