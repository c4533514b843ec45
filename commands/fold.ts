/** How wide a text is: a terminal's usual width, a log's, a comment's of a review. */
export const WIDTH = 100;

/**
 * Names in lines of at most this width, and in so many lines; what does not fit is counted. A name is never broken, even
 * where it is wider.
 */
export function fold(names: readonly string[], width: number, lines: number): readonly string[] {
  const folded: string[] = [];
  let line = "";
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const rest = `and ${names.length - index} more`;
    const next = line + (line === "" ? "" : " ") + name + (isLast ? "" : ",");
    const mustHoldRest = folded.length === lines - 1 && !isLast;
    if (next.length + (mustHoldRest ? rest.length + 1 : 0) <= width || (line === "" && !mustHoldRest)) {
      line = next;
      continue;
    }
    if (folded.length === lines - 1) {
      folded.push(line === "" ? rest : `${line} ${rest}`);
      return folded;
    }
    folded.push(line);
    line = name + (isLast ? "" : ",");
    const isLastLine = folded.length === lines - 1;
    if (isLastLine && !isLast && `${line} and ${names.length - index - 1} more`.length > width) {
      return [...folded, rest];
    }
  }
  return line === "" ? folded : [...folded, line];
}
