import fc from "fast-check";

const { MERIDIAN_SEED } = process.env;

/** Property tests see the same cases at every run, so that a change is red for what it changes. @see CONTRIBUTING.md */
if (MERIDIAN_SEED !== "random") fc.configureGlobal({ seed: seedOf(MERIDIAN_SEED || "1") });

function seedOf(text: string): number {
  const seed = Number(text);
  if (!Number.isInteger(seed))
    throw new Error(`MERIDIAN_SEED is '${text}'; expected a whole number, or random`);
  return seed;
}
