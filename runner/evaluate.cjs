// Runs a bundle as Node runs a module, and maps stack traces back to its sources.
const fs = require("node:fs");
const { findSourceMap, SourceMap, wrap } = require("node:module");
const path = require("node:path");
const { Script } = require("node:vm");
const cache = require("./cache.cjs");

/** By file of a bundle, a function that reads its source map. */
const sourceMaps = new Map();

/** What the bundle exports. What V8 compiled while it ran is kept beside it, and used by the next run. */
function evaluate({ file, code, map }, requireInBundle) {
  const compiled = `${file}.v8`;
  const cachedData = fs.existsSync(compiled) ? fs.readFileSync(compiled) : undefined;
  const script = new Script(wrap(code), { filename: file, cachedData });
  const compile = () => fs.existsSync(file) && cache.write(compiled, script.createCachedData());
  if (script.cachedDataRejected !== false) process.on("exit", () => cache.attempt(compile));
  sourceMaps.set(
    file,
    once(() => new SourceMap(JSON.parse(map ?? fs.readFileSync(`${file}.map`, "utf8")))),
  );
  const bundled = { exports: {} };
  script.runInThisContext()(bundled.exports, requireInBundle, bundled);
  return bundled.exports;
}

function once(make) {
  let made;
  return () => (made ??= make());
}

Error.prepareStackTrace = (error, frames) =>
  [error, ...frames.map((frame) => `    at ${inSources(frame)}`)].join("\n");

/** What `wrap` puts before a bundle's first line, of which its map knows nothing. */
const BEFORE = wrap("|").indexOf("|");

/** A line of a stack trace, with file and line of what was bundled. Source maps are read when there is an error. */
function inSources(frame) {
  const file = frame.getFileName();
  const ofBundle = sourceMaps.get(file)?.();
  const map = ofBundle ?? findSourceMap(file);
  const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
  const inBundle = column - 1 - (ofBundle && line === 1 ? BEFORE : 0);
  const { originalSource, originalLine, originalColumn } = map?.findEntry(line - 1, inBundle) ?? {};
  if (originalSource === undefined) return String(frame);
  const source = path.resolve(path.dirname(file), originalSource);
  return String(frame).replace(
    `${file}:${line}:${column}`,
    () => `${source}:${originalLine + 1}:${originalColumn + 1}`,
  );
}

module.exports = { evaluate };
