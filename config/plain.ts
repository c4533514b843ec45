import { Documented, type Placeholder } from "./documentation";
import { ConfigurationError, describe, type Problem, reasonOf } from "./problem";

/** An environment has about ten levels. */
const DEEPEST = 50;

interface Plain {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** What is marked as documentation. */
  readonly marked: readonly Placeholder[];
}

/**
 * A copy of what a file exports: plain data, which can be compared, merged and shown. What is no data (a function, a
 * class's instance, a promise, a value that holds itself) is left out, and is a problem.
 */
export function plain(input: unknown): Plain {
  const problems: Problem[] = [];
  const marked: Placeholder[] = [];

  /** Reading a property can run a getter, which can throw. */
  const copy = (read: () => unknown, path: readonly PropertyKey[], within: readonly unknown[]): unknown => {
    try {
      const value = read();
      if (value instanceof Documented) {
        marked.push({ path: describe(path), value: value.value });
        return value.value;
      }
      const problem = problemOf(value, within);
      if (problem === undefined) return isObject(value) ? copyOf(value, path, within) : value;
      problems.push({ path: path.slice(0, DEEPEST / 10), message: problem });
    } catch (error) {
      if (error instanceof ConfigurationError) throw error; // it says where and what by itself
      problems.push({ path, message: `cannot be read: ${reasonOf(error)}` });
    }
    return undefined;
  };

  const copyOf = (value: object, path: readonly PropertyKey[], within: readonly unknown[]): unknown => {
    const inside = [...within, value];
    if (Array.isArray(value)) {
      return Array.from(value, (_, index) => copy(() => value[index], [...path, index], inside));
    }
    return Object.fromEntries(
      Object.keys(value).map((key) => [
        key,
        copy(() => (value as Record<string, unknown>)[key], [...path, key], inside),
      ]),
    );
  };

  return { value: copy(() => input, [], []), problems, marked };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const EXPECTED = "expected text, a number, true, false, a list or a plain object";

function problemOf(value: unknown, within: readonly unknown[]): string | undefined {
  if (typeof value === "bigint" || typeof value === "symbol" || typeof value === "function") {
    return `is a ${typeof value}; ${EXPECTED}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) return `is ${value}; ${EXPECTED}`;
  if (!isObject(value)) return undefined;
  if (value instanceof Promise) {
    value.catch(() => {}); // its failure is not what is wrong with it
    return "is a promise; expected values that are known at once";
  }
  if (within.includes(value)) return `holds itself; ${EXPECTED}`;
  if (within.length >= DEEPEST) return `is nested deeper than ${DEEPEST} levels; ${EXPECTED}`;
  return Array.isArray(value) || isPlain(value) ? undefined : `is a ${nameOf(value)}; ${EXPECTED}`;
}

/** Made by `{}`, in this realm or another (https://tc39.es/ecma262/#realm): its prototype has no prototype. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const nameOf = (value: object): string => {
  const { name } = value.constructor;
  return typeof name === "string" && name !== "" ? name : "class";
};
