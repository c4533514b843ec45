/** What the lab does for a kind of resource that the rehearsal only pretends to make. */
import type { Values } from "../../rehearsal/emulator/values";

export interface Context {
  /** Folder of the workspace: relative paths of a configuration begin here. */
  readonly directory: string;
  /** Arguments of the provider block. */
  readonly provider: Values;
}

export interface RealResource {
  /** Makes or changes the thing. @returns the computed attributes that only the real thing knows */
  apply(config: Values, prior: Values | undefined, context: Context): Promise<Values>;
  /** @returns whether it still exists */
  exists(state: Values, context: Context): Promise<boolean>;
  destroy(state: Values, context: Context): Promise<void>;
}

/** The only block of its name, as the provider sees a block that may occur once. */
export function single(values: Values, name: string): Values {
  const value = values[name];
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "object" && first !== null ? (first as Values) : {};
}

export function text(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== "string") throw new Error(`'${name}' is no text`);
  return value;
}
