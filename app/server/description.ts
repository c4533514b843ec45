/** What a route says of itself; `app/openapi.json` is made of it. */

/** JSON Schema, as OpenAPI 3.1 has it. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly description: string;
  /** Of the body; absent where there is none. */
  readonly type?: "text/plain" | "application/json";
  /** Of a body in JSON; text otherwise. */
  readonly schema?: Schema;
}

/** By status, or `default` where any may come. */
export type Answers = Readonly<Record<number | "default", Answer> | Record<number, Answer>>;

export interface Description {
  readonly summary: string;
  readonly query?: Readonly<Record<string, { readonly description: string; readonly schema: Schema }>>;
  /** Of GET. */
  readonly answers: Answers;
  /** Of POST, where it is taken. */
  readonly post?: { readonly body: Schema; readonly answers: Answers };
}

export const text = (description: string): Answer => ({ description, type: "text/plain" });
export const json = (description: string, properties: Readonly<Record<string, Schema>>): Answer => ({
  description,
  type: "application/json",
  schema: { type: "object", properties, additionalProperties: false },
});

export const STRING: Schema = { type: "string" };
export const STRINGS: Schema = { type: "array", items: STRING };
