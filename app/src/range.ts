/** The `Range` header of RFC 9110, section 14. */

export interface Range {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/**
 * One range of bytes is served. Several at once, other units and malformed headers are answered with the whole,
 * which the RFC allows.
 */
export function parseRange(header: string | undefined, size: number): Range | "whole" | "unsatisfiable" {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? "");
  const [first = "", last = ""] = match?.slice(1) ?? [];
  if (match === null || (first === "" && last === "")) {
    return "whole";
  }
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "unsatisfiable" : { from: size - length, to: size };
  }
  const from = Number(first);
  const to = last === "" ? size : Math.min(Number(last) + 1, size);
  if (last !== "" && Number(last) < from) {
    return "whole";
  }
  return from >= size ? "unsatisfiable" : { from, to };
}
