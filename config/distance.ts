/** How many letters must be added, removed or replaced to make one word of another (Levenshtein). */
export function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [count, letter] of [...from].entries()) {
    const next = [count + 1];
    for (const [index, other] of [...to].entries()) {
      const replaced = (row[index] as number) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[index + 1] as number) + 1, (next[index] as number) + 1));
    }
    row = next;
  }
  return row[to.length] as number;
}
