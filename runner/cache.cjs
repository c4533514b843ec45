// Bundles that are kept in node_modules/.cache until something changes that they are made of.
const { createHash, randomUUID } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.dirname(__dirname);
const CACHE = path.join(ROOT, "node_modules/.cache/bundles");

/** What decides what is bundled, beside the files that are. */
const SETTINGS = ["runner/bundle.cjs", "tsconfig.json", "node_modules/.package-lock.json"];

/** Where one of a program's bundles is kept. */
const folderOf = (program, part) =>
  path.join(CACHE, createHash("sha256").update(program).digest("hex").slice(0, 16), part);

/** A bundle of which no input changed; `undefined` if there is none, or another process replaces it now. */
function find(folder) {
  try {
    const kept = JSON.parse(fs.readFileSync(path.join(folder, "bundle.json"), "utf8"));
    const isChanged = ([file, stamp]) => !isSame(stampOf(file), stamp);
    if (Object.entries(kept.stamps).some(isChanged)) return undefined;
    return { ...kept, code: fs.readFileSync(kept.file, "latin1") }; // esbuild writes ASCII
  } catch {
    return undefined;
  }
}

/**
 * Keeps a bundle, and names its file. What changed since `start`, when esbuild began to read, is not kept: the stamp may
 * be that of a text which esbuild did not see.
 */
function keep(folder, { code, map, ...description }, inputs, start) {
  const file = path.join(folder, `${randomUUID()}.js`); // a new name: what V8 compiles of one text fits no other
  const stamps = stampsOf(inputs);
  if (Object.values(stamps).every(({ changed }) => changed < start - 100)) {
    attempt(() => {
      fs.rmSync(folder, { recursive: true, force: true });
      fs.mkdirSync(folder, { recursive: true });
      write(file, code);
      write(`${file}.map`, map);
      write(path.join(folder, "bundle.json"), JSON.stringify({ ...description, file, stamps }));
    });
  }
  return { ...description, file, code, map };
}

/** Of files, and of their folders, where a new file may take another's place. */
function stampsOf(files) {
  const folders = files.map((file) => path.dirname(file)).filter((folder) => folder !== ROOT); // where output is written
  const settings = SETTINGS.map((file) => path.join(ROOT, file));
  return Object.fromEntries([...files, ...folders, ...settings].map((file) => [file, stampOf(file)]));
}

/** With the time of the last change of any kind, which no program can set. */
function stampOf(file) {
  const { ctimeMs = 0, size = 0, ino = 0 } = fs.statSync(file, { throwIfNoEntry: false }) ?? {};
  return { changed: ctimeMs, size, inode: ino };
}

const isSame = (one, other) =>
  one.changed === other.changed && one.size === other.size && one.inode === other.inode;

/** Whole or not at all, since another process may read it now. */
function write(file, content) {
  const partial = `${file}.${process.pid}`;
  fs.writeFileSync(partial, content);
  fs.renameSync(partial, file);
}

/** A read-only folder or a full disk does not keep the program from running: the next run does the work again. */
function attempt(writing) {
  try {
    writing();
  } catch {}
}

module.exports = { folderOf, find, keep, write, attempt };
