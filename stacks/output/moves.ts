import fs from "node:fs";
import path from "node:path";

/** Replaces files and folders, all of them or none: what is replaced is set aside, and put back if something fails. */
export class Moves {
  private readonly begun: (readonly [from: string, to: string])[] = [];

  /** @param aside - an empty folder for what is replaced or removed */
  constructor(
    private readonly aside: string,
    private readonly stillHere: () => void,
  ) {}

  /** Puts something in another's place, if there is another. */
  replace(from: string, to: string): void {
    this.remove(to);
    this.move(from, to, to);
  }

  remove(file: string): void {
    if (fs.lstatSync(file, { throwIfNoEntry: false }) === undefined) return;
    this.move(file, path.join(this.aside, String(this.begun.length)), file);
  }

  undo(): void {
    for (const [from, to] of this.begun.reverse()) {
      if (fs.existsSync(from)) fs.rmSync(to, { recursive: true, force: true });
      else rename(to, from);
    }
  }

  /**
   * @param to - where nothing is yet
   * @param place - the one that people know, which an error names
   */
  private move(from: string, to: string, place: string): void {
    this.stillHere();
    this.begun.push([from, to]);
    try {
      rename(from, to);
    } catch (error) {
      throw Object.assign(error as Error, { path: place, dest: undefined });
    }
  }
}

/** A workspace may be a link to another file system. */
function rename(from: string, to: string): void {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    fs.rmSync(from, { recursive: true });
  }
}
