/** An argument that names another resource by its id. */
export interface Addressing {
  readonly types: RegExp;
  /** The argument's name, at any depth. */
  readonly attribute: RegExp;
  /** What such an id looks like. */
  readonly form: RegExp;
  readonly says: string;
  /** The resource must be in the same location. */
  readonly near: boolean;
  readonly source: string;
}
