/** Conditional requests of RFC 9110, section 13, for what has an entity tag and no date. */
import type { IncomingHttpHeaders } from "node:http";

/** Tags of a header, and `*`; a weak tag is compared by what it says. */
const tags = (header: string): readonly string[] => header.match(/(?:W\/)?"[^"]*"|\*/g) ?? [];

const weak = (tag: string): string => tag.replace(/^W\//, "");

/** The status that a GET or HEAD is answered with instead: 412 or 304; `undefined` where it goes on. */
export function precondition(headers: IncomingHttpHeaders, etag: string): 304 | 412 | undefined {
  const { "if-match": match, "if-none-match": noneMatch } = headers;
  if (match !== undefined && !tags(match).some((tag) => tag === "*" || tag === etag)) {
    return 412;
  }
  if (noneMatch !== undefined && tags(noneMatch).some((tag) => tag === "*" || weak(tag) === weak(etag))) {
    return 304;
  }
  return undefined;
}
