/** Tar archives (ustar) whose bytes depend on nothing but their entries: no clock, no user, no order of a disk. */

export interface TarEntry {
  /** Without a leading slash; a folder's ends with one. */
  readonly path: string;
  readonly mode: number;
  /** Absent for folders. */
  readonly content?: Buffer;
  /** Numeric user and group. @default 0 */
  readonly owner?: number;
}

const BLOCK = 512;

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, "0")}\0`;

function header({ path, mode, content, owner = 0 }: TarEntry): Buffer {
  if (Buffer.byteLength(path) > 100) {
    throw new Error(`${path}: longer than the 100 bytes that a tar header holds`);
  }
  const block = Buffer.alloc(BLOCK);
  block.write(path, 0);
  block.write(octal(mode, 8), 100);
  block.write(octal(owner, 8), 108);
  block.write(octal(owner, 8), 116);
  block.write(octal(content?.length ?? 0, 12), 124);
  block.write(octal(0, 12), 136); // modified in 1970
  block.write("        ", 148);
  block.write(content === undefined ? "5" : "0", 156);
  block.write("ustar\u000000", 257, "latin1");
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return block;
}

/** Entries in order of their paths, each folder before what it holds. */
export function tar(entries: readonly TarEntry[]): Buffer {
  const folders = new Map<string, TarEntry>();
  for (const { path } of entries) {
    const parts = path.split("/").slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const folder = `${parts.slice(0, depth).join("/")}/`;
      folders.set(folder, { path: folder, mode: 0o755 });
    }
  }
  const all = new Map([...folders, ...entries.map((entry) => [entry.path, entry] as const)]);
  const blocks = [...all.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((entry) => {
      const content = entry.content ?? Buffer.alloc(0);
      return [header(entry), content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)];
    });
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}
