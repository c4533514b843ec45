import { cloudOf } from "./clouds";
import { describe } from "./problem";
import { databaseWarnings } from "./rules/database-warnings";
import type { Environment } from "./schema/environment";

/** What works in an environment and will hurt, each with its place. */
export const warningsIn = (environment: Environment): readonly string[] =>
  [...databaseWarnings, ...cloudOf(environment).warnings]
    .flatMap((rule) => rule(environment))
    .map(({ path, message }) => `${describe(path)}: ${message}`);
