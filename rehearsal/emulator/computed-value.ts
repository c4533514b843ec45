/**
 * What the emulated clouds answer, by type and attribute. The first entry that matches and whose places can all be
 * filled is taken. Places: `{name}` an argument of the same resource, `{metadata.0.name}` one inside a block,
 * `{@region}` an argument of the provider, `{#hex:8}` and the like something invented (see `invent.ts`).
 */
export interface ComputedValue {
  /** Types that it holds for; all types where absent. Data sources are written `data.<type>`. */
  readonly types?: RegExp;
  /** The attribute's path, names joined by dots. */
  readonly attribute: RegExp;
  readonly value: string;
}

/** The keys of a map that a cloud answers; without an entry such a map is empty. */
export interface ComputedMap {
  readonly types: RegExp;
  readonly attribute: RegExp;
  readonly keys: readonly string[];
}
