import { z } from "zod";
import { choice, expected, integer, record } from "./primitives";

const percent = (what: string, example: number) => {
  const message = expected(`${what}, a number from 0 to 100`, example);
  return z.number(message).min(0, message).max(100, message);
};

const rate = (what: string, example: number) => {
  const message = expected(`${what}, a number above 0`, example);
  return z.number(message).gt(0, message);
};

/** What a new version must show in every interval. */
const checks = record({
  /** Most of its answers that may be errors of the server (5xx). @default 0 */
  errorPercent: percent("the percentage of errors", 1).default(0),
  /** Milliseconds in which 99 of 100 requests are answered. @default 500 */
  latencyMilliseconds: integer("the latency that is accepted", 1, 60_000, 500).default(500),
  /**
   * Fewest requests a second. Below, the check fails: silence proves nothing about a version.
   *
   * @default - a tenth of what the load below gives a version at the first step
   */
  requestsPerSecond: rate("the fewest requests a second", 0.5).optional(),
});

/** Requests that go through the gateway while a version is on trial, so that the checks see traffic at night too. */
const load = record({
  /** Connections that send. @default 2 */
  connections: integer("the number of connections", 1, 100, 2).default(2),
  /** Requests a second of each connection. @default 10 */
  requestsPerSecond: integer("the requests a second of a connection", 1, 1000, 10).default(10),
});

/**
 * A new version gets a growing share of the users, and all of them only once it has passed every check. It is taken back
 * after too many failed checks.
 */
export const canary = record({
  /** Seconds between two checks, each of which may move more users. @default 30 */
  intervalSeconds: integer("seconds between two checks", 10, 3600, 30).default(30),
  /** Failed checks after which the version is taken back. @default 10 */
  threshold: integer("the number of failed checks", 1, 100, 10).default(10),
  /** Percentage of the users that the version gets before it is promoted to all. @default 50 */
  maximumWeight: integer("the largest weight", 1, 100, 50).default(50),
  /** Percentage of the users that each passed check adds. @default 10 */
  stepWeight: integer("the weight of a step", 1, 100, 10).default(10),
  /** What must hold for a new version to get more requests. */
  checks: checks.prefault({}),
  /** Requests that are made while a new version is tried, where users make too few. */
  load: load.prefault({}),
  /**
   * Where a rollout waits until a person opens the gate: `start` before any user sees the version, `promotion` before all
   * of them do. Any rollout can be suspended or rolled back by hand besides.
   *
   * @default "none"
   */
  gate: choice("none", "start", "promotion").default("none"),
}).superRefine(({ maximumWeight, stepWeight }, context) => {
  if (maximumWeight % stepWeight === 0) return;
  const reached = Math.ceil(maximumWeight / stepWeight) * stepWeight;
  context.addIssue({
    code: "custom",
    path: ["stepWeight"],
    message: `steps of ${stepWeight} never reach a maximum of ${maximumWeight}, they go from ${reached - stepWeight} to ${reached}; expected a divisor of it, such as ${divisorNear(maximumWeight, stepWeight)}`,
  });
});

/** The largest step up to the one that was asked for that reaches the maximum. */
const divisorNear = (maximum: number, step: number): number => {
  let divisor = Math.min(step, maximum);
  while (maximum % divisor !== 0) divisor -= 1;
  return divisor;
};
