import { at, isObject, items, type Json } from "../../world/object";
import { matches, type Statement } from "./document";

/** A call, as far as policies ask about it. A condition key that is not here is taken as fulfilled. */
export interface Call {
  readonly action: string;
  /** Absent where it is enough that some resource is allowed. */
  readonly resource?: string | undefined;
  readonly context: Readonly<Record<string, string>>;
}

export interface Decision {
  readonly allowed: boolean;
  /** The statement that refuses, or what is missing. */
  readonly why: string;
}

/** As IAM decides: a Deny wins, then an Allow, else it is refused. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export function decide(statements: readonly Statement[], call: Call): Decision {
  const about = statements.filter((statement) => isAbout(statement, call));
  const denial = about.find(
    (statement) =>
      statement["Effect"] === "Deny" && failing(statement, call) === undefined && call.resource !== undefined,
  );
  if (denial) return { allowed: false, why: `statement ${String(denial["Sid"] ?? "")} denies it` };
  const allowing = about.filter((statement) => statement["Effect"] === "Allow");
  if (allowing.some((statement) => failing(statement, call) === undefined)) return { allowed: true, why: "" };
  const [near] = allowing;
  if (near)
    return {
      allowed: false,
      why: `statement ${String(near["Sid"] ?? "")} allows it only where ${failing(near, call)}`,
    };
  const elsewhere = statements.find(
    (statement) => statement["Effect"] === "Allow" && hasAction(statement, call.action),
  );
  if (!elsewhere) return { allowed: false, why: "no statement allows it" };
  return {
    allowed: false,
    why: `statement ${String(elsewhere["Sid"] ?? "")} allows it on ${at(elsewhere, "Resource").join(", ")}, not on ${call.resource}`,
  };
}

function isAbout(statement: Statement, { action, resource }: Call): boolean {
  return hasAction(statement, action) && (resource === undefined || hasResource(statement, resource));
}

function hasAction(statement: Statement, action: string): boolean {
  if ("NotAction" in statement)
    return !items(statement["NotAction"]).some((pattern) => matches(String(pattern), action));
  return items(statement["Action"]).some((pattern) => matches(String(pattern), action));
}

function hasResource(statement: Statement, resource: string): boolean {
  if ("NotResource" in statement)
    return !items(statement["NotResource"]).some((pattern) => matches(String(pattern), resource, ""));
  if (!("Resource" in statement)) return true;
  return items(statement["Resource"]).some((pattern) => matches(String(pattern), resource, ""));
}

/** The first condition that does not hold. */
function failing(statement: Statement, { context }: Call): string | undefined {
  const conditions = statement["Condition"];
  for (const [operator, keys] of Object.entries(isObject(conditions) ? conditions : {})) {
    for (const [key, expected] of Object.entries(isObject(keys) ? keys : {})) {
      const value = lookUp(context, key);
      if (value !== undefined && !holds(operator, value, expected))
        return `${key} is ${items(expected).join(" or ")}`;
    }
  }
  return undefined;
}

/** Names of condition keys are compared without regard to capitals. */
function lookUp(context: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}

function holds(operator: string, value: string, expected: Json): boolean {
  const plain = operator.replace(/^For(All|Any)Values?:/, "").replace(/IfExists$/, "");
  const words = items(expected).map(String);
  const isLike = /Like|^Arn/.test(plain);
  const flags = /IgnoreCase/.test(plain) ? "i" : "";
  const some = words.some((word) => (isLike ? matches(word, value, flags) : word === value));
  return /Not/.test(plain) ? !some : some;
}
