// Bundles that are kept in node_modules/.cache until something changes that they are made of.
const { createHash, randomUUID } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.dirname(__dirname);

/** Whose packages they are: another checkout's, where `node_modules` is a link to that one's. */
const OWNER = path.dirname(fs.realpathSync(path.join(ROOT, "node_modules")));
const CACHE = path.join(OWNER, "node_modules/.cache/bundles");

/** So many bundles are kept, the last used: a command has two. */
const KEPT = 40;

/** What decides what is bundled, beside the files that are. */
const SETTINGS = ["tsconfig.json", "node_modules/.package-lock.json"];

/** Where a bundle is kept, by what tells it from others. */
const folderOf = (key) => path.join(CACHE, createHash("sha256").update(key).digest("hex").slice(0, 16));

/** A bundle of which no input changed; `undefined` if there is none, or another process replaces it now. */
function find(folder) {
  try {
    const kept = JSON.parse(fs.readFileSync(path.join(folder, "bundle.json"), "utf8"));
    const isChanged = ([file, stamp]) => !isSame(stampOf(file), stamp);
    if (Object.entries(kept.stamps).some(isChanged)) return undefined;
    attempt(() => fs.utimesSync(folder, new Date(), new Date()));
    return { ...kept, code: fs.readFileSync(kept.file, "latin1") }; // esbuild writes ASCII
  } catch {
    return undefined;
  }
}

/**
 * Keeps a bundle, and names its file. What changed since `start`, when esbuild began to read, is not kept: the stamp may
 * be that of a text which esbuild did not see.
 */
function keep(folder, { code, map, ...description }, { inputs, root, start }) {
  const file = path.join(folder, `${randomUUID()}.js`); // a new name: what V8 compiles of one text fits no other
  const stamps = stampsOf(inputs, root);
  if (Object.values(stamps).every(({ changed }) => changed < start - 100)) {
    attempt(() => {
      fs.rmSync(folder, { recursive: true, force: true });
      fs.mkdirSync(folder, { recursive: true });
      write(file, code);
      write(`${file}.map`, map);
      write(path.join(folder, "bundle.json"), JSON.stringify({ ...description, file, stamps }));
    });
    attempt(prune);
  }
  return { ...description, file, code, map };
}

/** Removes what was not used for long, and what is of a checkout that is gone. */
function prune() {
  const folders = fs
    .readdirSync(CACHE)
    .map((name) => path.join(CACHE, name))
    .sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs);
  for (const [index, folder] of folders.entries()) {
    if (index >= KEPT || isOrphan(folder)) fs.rmSync(folder, { recursive: true, force: true });
  }
}

function isOrphan(folder) {
  try {
    return !fs.existsSync(JSON.parse(fs.readFileSync(path.join(folder, "bundle.json"), "utf8")).of);
  } catch {
    return false; // another process writes it now
  }
}

/** Of files, and of their folders, where a new file may take another's place. */
function stampsOf(files, root) {
  const folders = files.map((file) => path.dirname(file)).filter((folder) => folder !== root); // where output is written
  const settings = SETTINGS.map((file) => path.join(root, file));
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

module.exports = { ROOT, OWNER, folderOf, find, keep, write, attempt };
