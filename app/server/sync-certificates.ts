/**
 * `sync-certificates`: keeps a certificate pair in one folder equal to the pair in another.
 *
 * The platform runs it to bring a Secret's pair onto the volume that the program reads: once as an init container, then
 * with `--watch` beside it. A pair is written into a folder of its own, and a symlink is renamed over the old
 * one, so that a reader sees the old pair or the new one and never a mixture:
 *
 *     <to>/current -> versions/<digest>
 *     <to>/versions/<digest>/tls.crt
 *     <to>/versions/<digest>/tls.key
 */
import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readlink, rename, rm, stat, symlink } from "node:fs/promises";
import path from "node:path";
import { type CertificatePair, loadPair } from "./certificate";
import { Log } from "./log";
import type { SyncSettings } from "./sync-options";

const pairIn = (folder: string): { cert: string; key: string } => ({
  cert: path.join(folder, "tls.crt"),
  key: path.join(folder, "tls.key"),
});

/** The previous version stays for a reader that resolved the symlink just before the swap. */
const VERSIONS_KEPT = 2;

/** Left-overs of a copy that was killed; another copy may be at work in a younger one. */
const STALE_MS = 60_000;

async function writeDurably(file: string, contents: Buffer): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(contents);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Renames the draft to its place; what is there already stays if it is good (another process was faster). */
async function moveInto(draft: string, place: string, digest: string): Promise<void> {
  try {
    await rename(draft, place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const existing = await loadPair(pairIn(place)).catch(() => undefined);
    if ((code !== "ENOTEMPTY" && code !== "EEXIST") || existing?.digest === digest) {
      await rm(draft, { recursive: true, force: true });
      if (existing?.digest === digest) {
        return;
      }
      throw error;
    }
    await rm(place, { recursive: true, force: true });
    await rename(draft, place);
  }
}

/** Makes `current` point to a folder with exactly this pair. Several processes may do so at once. */
export async function publishPair(pair: CertificatePair, to: string): Promise<void> {
  const versions = path.join(to, "versions");
  const name = pair.digest.slice(0, 16);
  const unique = randomBytes(6).toString("hex");
  await mkdir(versions, { recursive: true, mode: 0o700 });

  const existing = await loadPair(pairIn(path.join(versions, name))).catch(() => undefined);
  if (existing?.digest !== pair.digest) {
    const draft = path.join(versions, `.draft-${unique}`);
    await mkdir(draft, { mode: 0o700 });
    const files = pairIn(draft);
    await writeDurably(files.cert, pair.cert);
    await writeDurably(files.key, pair.key);
    await syncFolder(draft);
    await moveInto(draft, path.join(versions, name), pair.digest);
    await syncFolder(versions);
  }

  const link = path.join(to, `.current-${unique}`);
  await symlink(path.join("versions", name), link);
  await rename(link, path.join(to, "current"));
  await syncFolder(to);
  await prune(to, name);
}

/** Removes old versions and left-overs; never the one that `current` names. */
async function prune(to: string, kept: string): Promise<void> {
  const versions = path.join(to, "versions");
  const current = path.basename(await readlink(path.join(to, "current")));
  const aged = await Promise.all(
    (await readdir(versions)).map(async (name) => {
      const modified = await stat(path.join(versions, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      );
      return { name, modified };
    }),
  );
  const drafts = aged.filter(
    ({ name, modified }) => name.startsWith(".") && Date.now() - modified > STALE_MS,
  );
  const old = aged
    .filter(({ name }) => !name.startsWith(".") && name !== current && name !== kept)
    .sort((a, b) => b.modified - a.modified)
    .slice(VERSIONS_KEPT - 1);
  for (const { name } of [...drafts, ...old]) {
    await rm(path.join(versions, name), { recursive: true, force: true });
  }
}

/** One look at both sides. Returns the source's digest, or `undefined` where the source was no good. */
async function syncOnce(
  { from, to }: SyncSettings,
  log: Log,
  seen: string | undefined,
): Promise<string | undefined> {
  const target = await loadPair(pairIn(path.join(to, "current"))).catch(() => undefined);
  const source = await loadPair(pairIn(from));
  // A volume may be shared: where another pod was faster with a newer pair, an unchanged source must not undo it.
  const changed = source.digest !== seen;
  if (target !== undefined && (target.digest === source.digest || !changed)) {
    return source.digest;
  }
  if (source.notAfter.getTime() <= Date.now() && target !== undefined && target.notAfter > source.notAfter) {
    throw new Error(`the certificate expired on ${source.notAfter.toISOString()}`);
  }
  await publishPair(source, to);
  log.info("certificate copied", {
    from,
    to,
    not_after: source.notAfter.toISOString(),
    subject: source.subject,
  });
  return source.digest;
}

/**
 * Copies once, or for ever with `watch`.
 *
 * A bad source never replaces a good target: it is logged, and the target stays. Returns the exit code: 1 where the
 * source is no good and there is nothing in the target either.
 */
export async function syncCertificates(settings: SyncSettings): Promise<number> {
  const log = new Log("info");
  process.on("exit", log.writeNow);
  let seen: string | undefined;
  let complaint = "";
  const attempt = async (): Promise<boolean> => {
    try {
      seen = await syncOnce(settings, log, seen);
      complaint = "";
      return true;
    } catch (error) {
      const reason = (error as Error).message;
      if (reason !== complaint) {
        complaint = reason;
        log.error("certificate not copied", { from: settings.from, to: settings.to, reason });
      }
      return false;
    }
  };

  const copied = await attempt();
  await log.end();
  if (!settings.watch) {
    const usable =
      copied || (await loadPair(pairIn(path.join(settings.to, "current"))).catch(() => undefined));
    return usable ? 0 : 1;
  }
  const timer = setInterval(() => void attempt(), settings.interval);
  await new Promise<void>((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });
  clearInterval(timer);
  await log.end();
  return 0;
}
