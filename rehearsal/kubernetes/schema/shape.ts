/** What a field may hold. */
export type Shape =
  | { readonly kind: "any" | "string" | "number" | "boolean" }
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "list" | "map"; readonly of: Shape }
  | { readonly kind: "union"; readonly of: readonly Shape[] }
  /** With the fields of its bases. */
  | {
      readonly kind: "object";
      readonly fields: ReadonlyMap<string, Field>;
      readonly bases?: readonly Shape[];
    }
  /** A type that another file declares; read when it is needed. */
  | { readonly kind: "named"; readonly name: string; readonly file: string };

export interface Field {
  readonly required: boolean;
  readonly shape: Shape;
}
