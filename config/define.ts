import type { EnvironmentInput } from "./schema/environment";

/** Declares an environment. The editor completes its keys; what they mean is in `config/schema/`. */
export const defineEnvironment = (environment: EnvironmentInput): EnvironmentInput => environment;

type Partially<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: Partially<T[K]> }
    : T;

/** The values of one user, laid over a shipped environment: only what differs. */
export type Overlay = Partially<EnvironmentInput>;

/** Declares what one user changes in an environment, in `config/environments/<name>.user.ts`. */
export const defineOverlay = (overlay: Overlay): Overlay => overlay;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Objects are merged key by key; every other value, a list too, is replaced. */
export function merge(base: unknown, overlay: unknown): unknown {
  if (!isObject(base) || !isObject(overlay)) return overlay;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(overlay))
    merged[key] = key in base ? merge(base[key], value) : value;
  return merged;
}
