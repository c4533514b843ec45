import { z } from "zod";
import { namesInTemplate } from "../template";
import { byName, cpu, expected, integer, quantity, record, text } from "./primitives";

/*
 * What services and jobs alike say of the container that they run.
 */

/** The least in which a container's runtime starts a program at all. */
const LEAST_MEMORY = "16Mi";

export const memory = (what: string, example: string) => quantity(what, example, LEAST_MEMORY);

export const resources = record({
  cpu: cpu("requested CPU", "100m"),
  /** Requested and limit: memory is not shared. */
  memory: memory("requested memory, which is also the limit", "128Mi"),
});

/** The name of an environment variable. */
export const variable = text("an environment variable's name", "LOG_LEVEL", /^[A-Za-z_][A-Za-z0-9_]*$/);

/** What a process can be given: its environment ends a value at NUL, and half a character is none in UTF-8. */
export const content = z
  .string(expected("a string", "info"))
  .regex(/^[^\0\p{Surrogate}]*$/u, expected("a text without NUL and without half characters", "info"));

/**
 * A value with names in braces, all of them known.
 *
 * @param names - what may stand in braces
 */
const template = (names: readonly string[]) =>
  content.superRefine((value, context) => {
    const unknown = namesInTemplate(value).filter((each) => !names.includes(each));
    if (unknown.length === 0) return;
    const braced = (some: readonly string[]) => some.map((each) => `{${each}}`).join(", ");
    context.addIssue({
      code: "custom",
      message: `${braced(unknown)} stands for nothing; expected ${braced(names)}, or {${braced(unknown.slice(0, 1))}} for the braces themselves`,
    });
  });

/**
 * Environment variables by name.
 *
 * @param names - what may stand in braces
 */
export const variablesWith = (names: readonly string[]) =>
  byName("the variables", { LOG_LEVEL: "info" }, variable, template(names));

/** Names that are Terraform's or the platform's own in a workspace that deploys workloads. */
export const TAKEN_VARIABLES =
  /^(?:kubeconfigs|source|version|providers|count|for_each|lifecycle|depends_on|locals)$/;

/** The name of a sensitive Terraform variable. */
export const secretVariable = text(
  "the name of a Terraform variable",
  "api_token",
  /^[a-z][a-z0-9_]{0,62}$/,
).refine((value) => !TAKEN_VARIABLES.test(value), {
  error: 'is taken; expected the name of a Terraform variable of your own, such as "api_token"',
});

/** Environment variables whose values are secrets: the name of the sensitive Terraform variable that holds each. */
export const secrets = byName(
  "the variables whose values are secrets",
  { API_TOKEN: "api_token" },
  variable,
  secretVariable,
).default({});

/** Environment variables whose values Terraform makes once and keeps: letters and digits, so many of each. */
export const generated = byName(
  "the variables whose values are made",
  { SECRET_KEY_BASE: 128 },
  variable,
  integer("the number of characters", 16, 1024, 128),
).default({});
