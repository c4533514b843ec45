import { Tokenization } from "cdktf";

import tokens = require("cdktf/lib/_tokens");

import type { Construct } from "constructs";

const asCdktf = tokens.resolve;

/**
 * cdktf looks into every value for tokens with several regular expressions, a context and three closures, and into every
 * element of a stack three times. Most values hold no token, which is seen at a glance; only the others are left to cdktf.
 * Imported for its effect, before a stack is synthesized.
 */
function resolve<T>(scope: Construct, value: T): T;
function resolve(scope: Construct, value: unknown): unknown {
  if (isToken(value)) return resolveToken(scope, value);
  if (Array.isArray(value)) {
    if (value.some(isToken)) return resolveToken(scope, value);
    return value.map((item) => resolve(scope, item)).filter((item) => item !== undefined);
  }
  if (typeof value !== "object" || value === null) return value;
  const resolved: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    if (isToken(key)) return resolveToken(scope, value);
    const result = resolve(scope, child);
    if (result !== undefined) resolved[key] = result;
  }
  return resolved;
}

/** As if the stack was being prepared: that is when cdktf notices a reference to another stack, which is not allowed. */
function resolveToken(scope: Construct, value: unknown): unknown {
  try {
    return asCdktf(scope, value, true);
  } catch (error) {
    if (error instanceof Error) error.message = `${scope.node.path}: ${error.message}`;
    throw error;
  }
}

/** Whether a value, or a string in it, may be a token. It is also true of what cdktf rejects. */
function isToken(value: unknown): boolean {
  switch (typeof value) {
    case "string":
      return value.includes("TfToken[") || value.includes(NUMBER_TOKEN) || value.endsWith("Map Token Value");
    case "number":
      return value < -1e8;
    case "object":
      return value !== null && !Array.isArray(value) && !isRecord(value);
    default:
      return typeof value === "function";
  }
}

/** So ends the text of every number that stands for a token. */
const NUMBER_TOKEN = "e+298";

const isRecord = (value: object): boolean =>
  Object.getPrototypeOf(value) === Object.prototype && !Tokenization.isResolvable(value);

(tokens as { resolve: typeof resolve }).resolve = resolve;
