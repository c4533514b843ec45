import type { EnvironmentInput } from "./schema/environment";

/** Declares an environment. The editor completes its keys; what they mean is in `config/schema/`. */
export const defineEnvironment = (environment: EnvironmentInput): EnvironmentInput => environment;

type Changes<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: Changes<T[K]> | null }
    : T;

/**
 * What differs from an environment: objects are merged key by key, every other value is replaced, lists too. `null`
 * removes a key, such as a region. An object with another `kind` takes the place of the one that was there.
 */
export type Overlay = Changes<Omit<EnvironmentInput, "name">>;

/**
 * Declares what a team changes in an environment, in `config/environments/<name>.overlay.ts`, or one person, in
 * `<name>.user.ts`.
 *
 * @param overlay - the changes, or a function that makes them of what they are laid over: to change a list, or to take an
 * entry out of it
 */
export const defineOverlay = (
  overlay: Overlay | ((environment: EnvironmentInput) => Overlay),
): typeof overlay => overlay;
