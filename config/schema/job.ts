import { z } from "zod";
import { versionOf } from "../registry";
import { JOB_TEMPLATE_NAMES } from "../template";
import { content, resources, secrets, variablesWith } from "./container";
import { networks } from "./egress";
import { expected, image, integer, record } from "./primitives";

export const words = (example: readonly string[]) =>
  z.array(content, expected("a list of words", example)).min(1, expected("at least one word", example));

/**
 * Something that is done once for every version before the pods of that version start, such as a migration of a database. A
 * job that fails, or takes too long, ends the apply, and the pods that were there serve on.
 */
export const job = record({
  /** Its tag is the version that the job is named by. */
  image: image.refine((value) => !value.includes("@") || versionOf(value) !== undefined, {
    error:
      'has no version, which the job is named by, so that every version is done once; expected a tag beside the digest, such as "ghcr.io/meridian-platform/api:0.1.0@sha256:..."',
  }),
  /** What the container starts, in place of its entry point. @default - the image's own */
  command: words(["bundle", "exec", "rake"]).optional(),
  /** What it is given. @default - the image's own; none where there is a command */
  args: words(["db:migrate"]).optional(),
  /** `{region}`, `{cluster}`, `{environment}`, `{host}` and `{image}` stand for what their names say, as in a service. */
  env: variablesWith(JOB_TEMPLATE_NAMES).default({}),
  /** As in a service. */
  secrets,
  /**
   * What it calls besides the services of its workload: networks alone, since no policy that follows host names is there before
   * it, and other workloads admit services.
   *
   * @default - nothing
   */
  egress: networks.default([]),
  /** What its pod gets. */
  resources,
  /** Seconds that it may take, all attempts together. @default 600 */
  timeoutSeconds: integer("seconds that a job may take", 1, 86_400, 600).default(600),
  /** Attempts after the first that failed. @default 2 */
  retries: integer("how often a job is tried again", 0, 10, 2).default(2),
}).superRefine(({ env, secrets }, context) => {
  for (const name of Object.keys(secrets).filter((each) => each in env))
    context.addIssue({
      code: "custom",
      path: ["secrets", name],
      message: `env has ${name} too; expected it in one of them`,
    });
});
