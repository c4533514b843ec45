/** A thing that has what an earlier one has: both, the earlier first. */
type Repetition<T> = readonly [first: T, again: T];

/**
 * The things whose key an earlier one has; what has no key repeats nothing. However many there are, each is looked at once:
 * an environment may have hundreds of regions.
 */
export function repeated<T>(
  things: readonly T[],
  key: (thing: T) => string | undefined,
): readonly Repetition<T>[] {
  const firsts = new Map<string, T>();
  return things.flatMap((thing): Repetition<T>[] => {
    const own = key(thing);
    if (own === undefined) return [];
    const first = firsts.get(own);
    if (first === undefined) firsts.set(own, thing);
    return first === undefined ? [] : [[first, thing]];
  });
}
