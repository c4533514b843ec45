/** The certificate pair: read, checked, watched, and handed on when a good new one appears. */
import { createHash, createPrivateKey, X509Certificate } from "node:crypto";
import { access, readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { createSecureContext } from "node:tls";
import type { Log } from "./log";

export interface CertificatePair {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** SHA-256 over both files, which tells one pair from another. */
  readonly digest: string;
  readonly subject: string;
  /** Whether it is valid for a host. */
  readonly isFor: (host: string) => boolean;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface PairFiles {
  readonly cert: string;
  readonly key: string;
}

interface PairContents {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly digest: string;
}

/**
 * The folder version that a pair is in now: behind a folder that is a symlink, or behind the files themselves, as a mounted
 * Secret has them (`tls.crt` leads to `..data/tls.crt`, and `..data` is swapped).
 */
async function versionOf({ cert, key }: PairFiles): Promise<string> {
  const version = path.dirname(await realpath(cert));
  const isWhole = await Promise.all(
    [cert, key].map((file) => access(path.join(version, path.basename(file)))),
  ).then(
    () => true,
    () => false,
  );
  return isWhole ? version : realpath(path.dirname(cert));
}

/**
 * Reads both files out of one folder version: where a symlink in the path is swapped between the two reads, both
 * still come from the same side of the swap.
 *
 * @throws where a file is missing
 */
async function readPair({ cert, key }: PairFiles): Promise<PairContents> {
  const folder = await versionOf({ cert, key });
  const keyFolder = path.dirname(cert) === path.dirname(key) ? folder : path.dirname(key);
  const [certPem, keyPem] = await Promise.all([
    readFile(path.join(folder, path.basename(cert))),
    readFile(path.join(keyFolder, path.basename(key))),
  ]);
  const digest = createHash("sha256").update(certPem).update("\0").update(keyPem).digest("hex");
  return { cert: certPem, key: keyPem, digest };
}

/** OpenSSL says what its parser missed, and not of which file. */
function readPem<Value>(what: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new Error(`the ${what} is no PEM that can be read: ${(error as Error).message}`);
  }
}

/** @throws where the contents are no pair */
function parsePair(contents: PairContents): CertificatePair {
  const leaf = readPem("certificate", () => new X509Certificate(contents.cert));
  const key = readPem("key", () => createPrivateKey(contents.key));
  if (!leaf.checkPrivateKey(key)) {
    throw new Error("the key does not belong to the certificate");
  }
  createSecureContext({ cert: contents.cert, key: contents.key });
  return {
    ...contents,
    subject: leaf.subject,
    isFor: (host) => leaf.checkHost(host) !== undefined,
    notBefore: new Date(leaf.validFrom),
    notAfter: new Date(leaf.validTo),
  };
}

/**
 * Reads and checks a pair.
 *
 * @throws where a file is missing or unreadable, or where the two do not belong together
 */
export async function loadPair(files: PairFiles): Promise<CertificatePair> {
  return parsePair(await readPair(files));
}

const SETTLE_MS = 100;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Holds the pair that is served and keeps looking for a better one. */
export class CertificateStore {
  current: CertificatePair | undefined;
  reloads = 0;
  failures = 0;
  lastSuccessful = false;

  private readonly listeners: ((pair: CertificatePair) => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private refused = "";
  private checking: Promise<void> | undefined;

  constructor(
    private readonly files: PairFiles,
    private readonly log: Log,
    /** What a certificate must be valid for; any where empty. */
    private readonly host = "",
  ) {}

  onChange(listener: (pair: CertificatePair) => void): void {
    this.listeners.push(listener);
  }

  /** Why no client should be sent here, or `undefined` where the pair is good. */
  problem(now = Date.now()): string | undefined {
    return this.current === undefined ? "certificate missing" : this.fault(this.current, now);
  }

  watch(intervalMs: number): void {
    this.timer = setInterval(() => void this.check(), intervalMs);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Looks at the files now; one look at a time. */
  check(): Promise<void> {
    this.checking ??= this.look().finally(() => {
      this.checking = undefined;
    });
    return this.checking;
  }

  private async look(): Promise<void> {
    let digest = "";
    try {
      const contents = await readPair(this.files);
      digest = contents.digest;
      if (digest === this.current?.digest) {
        this.lastSuccessful = true;
        this.refused = "";
        return;
      }
      const pair = parsePair(contents);
      const fault = this.fault(pair);
      if (this.current !== undefined && fault !== undefined) {
        throw new Error(fault);
      }
      this.use(pair);
    } catch (error) {
      await this.refuse(digest, (error as Error).message);
    }
  }

  private fault(
    { notBefore, notAfter, subject, isFor }: CertificatePair,
    now = Date.now(),
  ): string | undefined {
    if (now >= notAfter.getTime()) {
      return `certificate expired on ${notAfter.toISOString()}`;
    }
    if (now < notBefore.getTime()) {
      return `certificate not valid before ${notBefore.toISOString()}`;
    }
    return this.host === "" || isFor(this.host)
      ? undefined
      : `certificate for another host than ${this.host}: ${subject}`;
  }

  private use(pair: CertificatePair): void {
    const first = this.current === undefined;
    this.current = pair;
    this.lastSuccessful = true;
    this.refused = "";
    this.reloads += first ? 0 : 1;
    for (const listener of this.listeners) {
      listener(pair);
    }
    this.log.info(first ? "certificate loaded" : "certificate reloaded", {
      subject: pair.subject,
      not_after: pair.notAfter.toISOString(),
    });
  }

  /** The same failure is logged and counted once, not at every look. */
  private async refuse(digest: string, reason: string): Promise<void> {
    if (`${digest} ${reason}` === this.refused) {
      return;
    }
    // Files that are not swapped as one can be caught half written: only what is still there a moment later counts.
    await pause(SETTLE_MS);
    const settled = await readPair(this.files).catch(() => undefined);
    if ((settled?.digest ?? "") !== digest) {
      return this.look();
    }
    this.refused = `${digest} ${reason}`;
    this.lastSuccessful = false;
    this.failures += 1;
    this.log.error("certificate refused", { reason, serving: this.current?.subject ?? "none" });
  }
}
