/** What schemas do not say: which arguments a resource cannot change without being replaced, and what is lost with it. */
export interface Lifetime {
  readonly type: string;
  /** Arguments whose change replaces the resource; `*` where all do but those named behind a `!`. Blocks are entered by dots. */
  readonly replacedBy: readonly string[];
  /** What is gone for good when it is replaced or destroyed. @default - nothing that a new one would not have too */
  readonly holds?: string;
  readonly source: string;
}

/** Whether an argument is among those that replace. */
export function replaces({ replacedBy }: Lifetime, path: string): boolean {
  if (replacedBy.includes(path)) return true;
  return replacedBy.includes("*") && !path.includes(".") && !replacedBy.includes(`!${path}`);
}
