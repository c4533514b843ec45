import type { Values } from "./values";

/** What a provider does with a type for real, where the schema alone does not tell. */
export interface Behaviour {
  /** Arguments that have a value, known at plan, where the configuration gives none. */
  readonly defaults?: Values;
  /**
   * Why a resource without a change in the configuration has to be made anew, such as a certificate that expires.
   *
   * @returns the attribute that says so
   */
  readonly outdated?: (state: Values) => string | undefined;
  /** The part of a secret value that nothing else holds. @default - all of it */
  readonly secretPart?: (value: string) => string | undefined;
  /**
   * Computed values of a new resource, from known arguments.
   *
   * @throws Refusal as the real provider refuses
   */
  readonly make: (planned: Values) => Values;
}

/** An error of a provider, with its own words. */
export class Refusal extends Error {
  constructor(
    readonly summary: string,
    readonly detail: string,
  ) {
    super(`${summary}: ${detail}`);
  }
}
