/** Answers in JSON, of work that takes a while and of what is refused. */
import type { z } from "zod";
import type { Exchange } from "../../server/exchange";

export const answer = (exchange: Exchange, status: number, value: unknown): void =>
  exchange.json(status, JSON.stringify(value));

/** @param error what was wrong, and what to do */
export const refuse = (exchange: Exchange, status: number, error: string): void =>
  answer(exchange, status, { error });

export const UNKNOWN_TOKEN =
  "expected a valid token: log in by POST /login of auth, and send it as Authorization: Bearer <token>";

/** Answers when the work is done; where it fails, the exchange ends as after an exception in a route. */
export function later(exchange: Exchange, where: string, work: () => Promise<void>): void {
  const failed = exchange.contain(where, (error: unknown) => {
    throw error;
  });
  exchange.onAbort(() => {});
  work().catch(failed);
}

/** The body as its schema has it; `undefined` where it was answered 400, with every problem. */
export function bodyOf<Schema extends z.ZodType>(
  exchange: Exchange,
  schema: Schema,
  body: Buffer,
  example: object,
): z.infer<Schema> | undefined {
  let given: unknown;
  try {
    given = JSON.parse(body.toString());
  } catch {
    refuse(exchange, 400, `expected JSON, such as ${JSON.stringify(example)}`);
    return undefined;
  }
  const { data, error } = schema.safeParse(given);
  if (error !== undefined) {
    const problems = error.issues.map(({ path, message }) => [...path, message].join(": "));
    refuse(exchange, 400, `${problems.join("; ")}; expected such as ${JSON.stringify(example)}`);
  }
  return data;
}
