/** Secrets that may surface, each with the reason why that is no leak. Anything else that surfaces fails a rehearsal. */
export const ACCEPTED: readonly {
  readonly workspace: RegExp;
  readonly place: RegExp;
  readonly origin: RegExp;
  readonly reason: string;
}[] = [];
