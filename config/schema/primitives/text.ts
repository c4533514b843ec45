import { z } from "zod";

/** Every refusal of a value says what was expected and shows a good one. */
export const expected = (what: string, example: unknown): { error: string } => ({
  error: `expected ${what}, such as ${JSON.stringify(example)}`,
});

/** A string of one form. */
export const text = (what: string, example: string, form: RegExp) =>
  z.string(expected(what, example)).regex(form, expected(what, example));

/**
 * A string that a parser understands.
 *
 * @param reasonAgainst - what is wrong with a value, as a part of a sentence, if anything is
 */
export const parsed = (what: string, example: string, reasonAgainst: (value: string) => string | undefined) =>
  z.string(expected(what, example)).superRefine((value, context) => {
    const reason = reasonAgainst(value);
    if (reason === undefined) return;
    const { error } = expected(what, example);
    context.addIssue({ code: "custom", message: reason === "" ? error : `${reason}; ${error}` });
  });

/** The name of an environment, a region, a cluster, a workload: part of names with limits in every cloud. */
export const name = (what: string, example: string, maximum = 12) =>
  text(
    `${what}: at most ${maximum} lower-case letters, digits and dashes, beginning with a letter`,
    example,
    new RegExp(`^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,${maximum - 1}}$`),
  );
