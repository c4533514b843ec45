import { ConfigurationError } from "./problem";

/** What the operating system says in a word, in a sentence. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on the disk",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  EACCES: "you may not write there; expected a folder that belongs to you",
  EPERM: "you may not write there; expected a folder that belongs to you",
  ENOTDIR: "a file is where a folder is expected",
  EEXIST: "a file is where a folder is expected",
  EISDIR: "a folder is where a file is expected",
  ENAMETOOLONG: "the path is too long",
  ELOOP: "links lead in a circle",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
};

/**
 * An error of the operating system as one message for whom the machine belongs to; any other error as it is.
 *
 * @param consequence - what became of what was to be done, such as "; nothing was written"
 */
export function explained(error: unknown, consequence = ""): unknown {
  const { code = "", path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const reason = REASONS[code];
  if (reason === undefined) return error;
  return new ConfigurationError(dest ?? path ?? "this machine", [
    { path: [], message: `${reason} (${code})${consequence}` },
  ]);
}
