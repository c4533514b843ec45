import { nearest } from "../../rules/near";
import { at, isObject, items, type Json, text } from "../../world/object";
import { AWS_ACTIONS } from "../api/rules";

/** A statement of a policy. */
export type Statement = { readonly [key: string]: Json };

/** The statements of a policy document; none where it is not JSON. */
export function statementsOf(document: string): Statement[] {
  try {
    const parsed = JSON.parse(document) as Json;
    return isObject(parsed) ? items(parsed["Statement"]).filter(isObject) : [];
  } catch {
    return [];
  }
}

const FIELDS = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];
const PRINCIPALS = ["AWS", "Service", "Federated", "CanonicalUser"];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const OPERATOR =
  /^(ForAllValues:|ForAnyValue:)?(String(Not)?(Equals|Like)(IgnoreCase)?|Numeric(Not)?(Equals|LessThan|GreaterThan)(Equals)?|Date(Not)?(Equals|LessThan|GreaterThan)(Equals)?|Bool|BinaryEquals|(Not)?IpAddress|Arn(Not)?(Equals|Like)|Null)(IfExists)?$/;

/** Permissions that are no calls of an API. https://docs.aws.amazon.com/service-authorization/latest/reference/ */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  iam: ["PassRole", "SetSecurityTokenServicePreferences"],
  eks: ["AccessKubernetesApi", "MutateViaKubernetesApi"],
  ecr: ["ReplicateImage", "BatchImportUpstreamImage"],
  sts: ["TagSession", "SetSourceIdentity", "SetContext"],
  elasticloadbalancing: ["SetWebAcl"],
  s3: [
    "AbortMultipartUpload",
    "DeleteObject",
    "DeleteObjectVersion",
    "GetBucketLocation",
    "GetObject",
    "GetObjectVersion",
    "ListBucket",
    "ListBucketVersions",
    "ListAllMyBuckets",
    "PutObject",
    "PutObjectTagging",
    "GetBucketVersioning",
    "PutBucketVersioning",
    "CreateBucket",
    "DeleteBucket",
  ],
};

/** Services whose actions are not known in full. */
const PARTLY = ["s3"];

/**
 * What is wrong with a policy document by itself.
 *
 * @param kind - what an identity may do, or who may take a role on
 */
export function documentProblems(document: string, kind: "identity" | "trust"): string[] {
  let parsed: Json;
  try {
    parsed = JSON.parse(document) as Json;
  } catch {
    return ["it is not JSON"];
  }
  if (!isObject(parsed)) return ["it is not an object"];
  const statements = items(parsed["Statement"]).filter(isObject);
  return [
    ...unknown(parsed, ["Version", "Id", "Statement"]),
    ...(["2012-10-17", "2008-10-17"].includes(text(parsed, "Version"))
      ? []
      : [`Version '${text(parsed, "Version")}' is not 2012-10-17`]),
    ...(statements.length === 0 ? ["it has no statement"] : []),
    ...statements.flatMap((statement, i) =>
      statementProblems(statement, kind).map(
        (problem) => `statement ${text(statement, "Sid") || i + 1}: ${problem}`,
      ),
    ),
  ];
}

function statementProblems(statement: Statement, kind: "identity" | "trust"): string[] {
  const has = (...names: string[]) => names.some((name) => name in statement);
  const principal = statement["Principal"];
  return [
    ...unknown(statement, FIELDS),
    ...(["Allow", "Deny"].includes(text(statement, "Effect"))
      ? []
      : [`Effect '${text(statement, "Effect")}' is not Allow or Deny`]),
    ...(has("Action", "NotAction") && at(statement, "Action").length + at(statement, "NotAction").length > 0
      ? []
      : ["it names no Action"]),
    ...(kind === "identity" && !(at(statement, "Resource").length + at(statement, "NotResource").length > 0)
      ? ["it names no Resource"]
      : []),
    ...(kind === "identity" && has("Principal", "NotPrincipal")
      ? ["what an identity may do has no Principal"]
      : []),
    ...(kind === "trust" && !has("Principal") ? ["it names no Principal"] : []),
    ...(kind === "trust" && has("Resource") ? ["a trust policy has no Resource"] : []),
    ...(isObject(principal) ? unknown(principal, PRINCIPALS) : []),
    ...at(statement, "Action").map(String).flatMap(actionProblems),
    ...at(statement, "Resource")
      .map(String)
      .filter((resource) => resource !== "*" && !/^arn:[\w*-]+:[\w*-]+:[\w*-]*:[\w*-]*:.+$/.test(resource))
      .map((resource) => `Resource '${resource}' is not an ARN`),
    ...Object.keys(isObject(statement["Condition"]) ? statement["Condition"] : {})
      .filter((operator) => !OPERATOR.test(operator))
      .map((operator) => `Condition '${operator}' is not an operator such as StringEquals`),
  ];
}

function actionProblems(action: string): string[] {
  const [prefix = "", name = ""] = action.split(":");
  if (action === "*") return [];
  if (!/^[a-z0-9-]+:[A-Za-z0-9*?]+$/.test(action))
    return [`Action '${action}' is not one such as ec2:DescribeVpcs`];
  const actions = [...(AWS_ACTIONS[prefix] ?? []), ...(PERMISSIONS[prefix] ?? [])];
  if (actions.length === 0) {
    const near = nearest(prefix, [...Object.keys(AWS_ACTIONS), ...Object.keys(PERMISSIONS)]);
    return near ? [`Action '${action}': there is no service ${prefix}; is ${near} meant?`] : [];
  }
  if (actions.some((known) => matches(name, known))) return [];
  const near = nearest(name, actions);
  if (PARTLY.includes(prefix) && !near) return [];
  return [`Action '${action}' matches nothing of ${prefix}${near ? `; is ${prefix}:${near} meant?` : ""}`];
}

/** Whether a text fits a pattern with `*` and `?`; actions are compared without regard to capitals. */
export function matches(pattern: string, value: string, flags = "i"): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`, flags).test(value);
}

function unknown(value: { readonly [key: string]: Json }, names: readonly string[]): string[] {
  return Object.keys(value)
    .filter((key) => !names.includes(key))
    .map((key) => {
      const near = nearest(key, names);
      return `there is no '${key}'${near ? `; is ${near} meant?` : ""}`;
    });
}
