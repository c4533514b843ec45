import type { z } from "zod";
import { remember } from "./documentation";
import { plain } from "./plain";
import { ConfigurationError, type Problem } from "./problem";
import { problemsIn } from "./rules";
import { type Environment, environmentSchema } from "./schema/environment";

/**
 * Parses what an environment file says, once.
 *
 * @param exported - plain data; what is none is a problem
 * @param source - the file, for messages
 * @param file - what the shipped file exports, with the marks of its documentation values. @default - what is parsed
 * @throws ConfigurationError with every problem: those of single values, and those between values
 */
export function parseEnvironment(exported: unknown, source: string, file: unknown = exported): Environment {
  const { value: input, problems: noData } = plain(exported);
  const result = environmentSchema.safeParse(input);
  const isNoData = (path: readonly PropertyKey[]) => noData.some((problem) => isBelow(problem.path, path));
  const issues = result.success ? [] : result.error.issues.filter((issue) => !isNoData(issue.path));
  const problems = [...noData, ...issues.map((issue) => describe(issue, input))];
  const readable = result.success ? result.data : withoutUnknownKeys(input, result.error.issues);
  const broken = readable === undefined ? [] : problemsIn(readable);
  if (problems.length + broken.length > 0) throw new ConfigurationError(source, [...problems, ...broken]);
  const environment = freeze(result.data as Environment);
  remember(environment, input, plain(file).marked);
  return environment;
}

/** Whether a path leads through a place. */
const isBelow = (place: readonly PropertyKey[], path: readonly PropertyKey[]): boolean =>
  place.every((key, index) => key === path[index]);

/** A problem of one value, with the value where it is short enough to show. */
function describe(issue: z.core.$ZodIssue, input: unknown): Problem {
  const got = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key as PropertyKey],
    input,
  );
  // A record reports a bad key as an issue of its own, which holds the reason.
  const reason = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  const shown = got === undefined ? "nothing" : JSON.stringify(got);
  const isSecret = issue.code === "custom" && issue.params?.["isSecret"] === true;
  const suffix =
    isSecret || issue.code === "unrecognized_keys" || issue.code === "invalid_key" || shown.length > 60
      ? ""
      : `, got ${shown}`;
  return { path: issue.path, message: reason + suffix };
}

/**
 * Unknown keys and ill-formed strings do not hide what is wrong between values: without them the rest can be read. A
 * value of a wrong type does, because there is nothing to compare.
 */
function withoutUnknownKeys(input: unknown, issues: readonly z.core.$ZodIssue[]): Environment | undefined {
  const copy = structuredClone(input);
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const owner = issue.path.reduce<unknown>(
      (value, key) => (value as Record<PropertyKey, unknown>)[key as PropertyKey],
      copy,
    );
    for (const key of issue.keys) delete (owner as Record<string, unknown>)[key];
  }
  let readable: Environment | undefined;
  environmentSchema
    .superRefine((environment) => {
      readable = environment;
    })
    .safeParse(copy);
  return readable;
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    for (const child of Object.values(value)) freeze(child);
    Object.freeze(value);
  }
  return value;
}
