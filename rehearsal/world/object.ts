export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A resource or data source as it lies in a state after the apply: everything is known. */
export interface WorldObject {
  readonly workspace: string;
  /** `azurerm_subnet`, or `data.azurerm_subnet`. */
  readonly type: string;
  /** With module and index. */
  readonly address: string;
  /** Without them, as dependencies name it. */
  readonly node: string;
  readonly values: Readonly<Record<string, Json>>;
  /** What tells the provider's configuration from another: region, account, cluster. */
  readonly place: Readonly<Record<string, string>>;
  /** The keys of its write-only maps, by argument: their values are in no state. */
  readonly hidden?: Readonly<Record<string, readonly string[]>>;
  /** All that Terraform creates before it, directly or not, in the same workspace. */
  readonly dependencies: readonly string[];
}

/** The values at a path; lists and objects on the way are entered, and absent ones are left out. */
export function at(value: Json | undefined, path: string): Json[] {
  let found: (Json | undefined)[] = [value];
  for (const step of path.split(".")) {
    found = found.flatMap((each) => items(each)).map((each) => (isObject(each) ? each[step] : undefined));
  }
  return found.flatMap(items).filter((each): each is Json => each !== undefined && each !== null);
}

/** The texts at a path. */
export function texts(value: Json | undefined, path: string): string[] {
  return at(value, path).filter((each): each is string => typeof each === "string" && each !== "");
}

/** The first text at a path, or the empty text. */
export function text(value: Json | undefined, path: string): string {
  return texts(value, path)[0] ?? "";
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function items(value: Json | undefined): readonly (Json | undefined)[] {
  return Array.isArray(value) ? value : [value];
}
