import type { Estate } from "../../world/estate";
import { found, type Judged } from "../../world/finding";
import { at, text, texts, type WorldObject } from "../../world/object";
import { documentProblems } from "./document";
import { type Role, rolesOf, trusted } from "./roles";

const GRAMMAR = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html";
const OIDC = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html";
const LEAST = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege";

/** Policies by themselves: their grammar, whom they trust, whether they allow everything. */
export function policyFindings(estate: Estate): Judged[] {
  return [
    ...rolesOf(estate).flatMap((role) => [...trustFindings(role, estate), ...idle(role, estate)]),
    ...estate.ofType(/^aws_iam_(role_policy|policy)$/).flatMap(grantFindings),
  ];
}

function grantFindings(object: WorldObject): Judged[] {
  const document = text(object.values, "policy");
  return [
    ...documentProblems(document, "identity").map((says) => found(object, `policy: ${says}`, GRAMMAR)),
    ...broad(document).map((says) => found(object, `policy: ${says}`, LEAST)),
  ];
}

/** Statements that allow everything, or change anything anywhere. */
function broad(document: string): string[] {
  let statements: unknown;
  try {
    statements = (JSON.parse(document) as { Statement?: unknown }).Statement;
  } catch {
    return [];
  }
  return [statements].flat().flatMap((statement) => {
    const value = statement as never;
    const isAllow = text(value, "Effect") === "Allow";
    const everything = at(value, "Action").some((action) => action === "*" || action === "*:*");
    const changing = at(value, "Action")
      .map(String)
      .filter(
        (action) =>
          !/:(Describe|Get|List|BatchGet|Create(?!.*Policy)|Request|Batch|Put(?=ReplicationConfiguration)|Tag)/.test(
            action,
          ),
      );
    const anywhere = at(value, "Resource").includes("*") && at(value, "Condition").length === 0;
    const sid = text(value, "Sid") || "1";
    return [
      ...(isAllow && everything ? [`statement ${sid} allows every action`] : []),
      ...(isAllow && anywhere && changing.length > 0 && !everything
        ? [`statement ${sid} allows ${changing.slice(0, 3).join(", ")} on every resource`]
        : []),
    ];
  });
}

function trustFindings(role: Role, estate: Estate): Judged[] {
  const { object, trust } = role;
  const problems = documentProblems(text(object.values, "assume_role_policy"), "trust");
  return [
    ...problems.map((says) => found(object, `assume_role_policy: ${says}`, GRAMMAR)),
    ...trust
      .filter(
        (statement) =>
          at(statement, "Principal").includes("*") || at(statement, "Principal.AWS").includes("*"),
      )
      .map(() => found(object, "assume_role_policy: everybody may take this role on", GRAMMAR)),
    ...trust
      .filter((statement) => at(statement, "Action").includes("*"))
      .map(() =>
        found(object, "assume_role_policy: it allows every action, not those that take a role on", GRAMMAR),
      ),
    ...trusted(role, "Service")
      .filter((service) => !/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(service))
      .map((service) =>
        found(object, `assume_role_policy: '${service}' is not a service such as eks.amazonaws.com`, GRAMMAR),
      ),
    ...trusted(role, "Federated").flatMap((provider) => federated(role, provider, estate)),
  ];
}

/** A role for workloads outside of AWS: the provider is there, and the conditions are about its tokens. */
function federated(role: Role, provider: string, estate: Estate): Judged[] {
  const { object, trust } = role;
  const made = estate.ofType("aws_iam_openid_connect_provider");
  const host = provider.split("oidc-provider/")[1] ?? "";
  const match = made.find(({ values }) => text(values, "url").replace(/^https:\/\//, "") === host);
  const account = object.place["account"];
  const statements = trust.filter((statement) => at(statement, "Principal.Federated").includes(provider));
  const keys = statements
    .flatMap((statement) => at(statement, "Condition"))
    .flatMap((condition) =>
      Object.values(condition as object).flatMap((each) => Object.entries(each as object)),
    );
  const audiences = keys
    .filter(([key]) => key === `${host}:aud`)
    .flatMap(([, value]) => [value].flat().map(String));
  const known = texts(match?.values, "client_id_list");
  return [
    ...(match
      ? []
      : [
          found(
            object,
            `assume_role_policy: nobody makes the provider ${provider}; there is ${made.map(({ values }) => text(values, "url")).join(", ") || "none"}`,
            OIDC,
          ),
        ]),
    ...(account && !provider.includes(`:${account}:`)
      ? [found(object, `assume_role_policy: ${provider} is of another account than ${account}`, OIDC)]
      : []),
    ...statements
      .filter((statement) => !at(statement, "Action").includes("sts:AssumeRoleWithWebIdentity"))
      .map(() =>
        found(
          object,
          "assume_role_policy: a federated identity calls sts:AssumeRoleWithWebIdentity, which is not allowed",
          OIDC,
        ),
      ),
    ...keys
      .filter(([key]) => !key.startsWith(`${host}:`) && !key.startsWith("aws:"))
      .map(([key]) => found(object, `assume_role_policy: tokens of ${host} have no '${key}'`, OIDC)),
    ...(keys.some(([key]) => key === `${host}:sub`)
      ? []
      : [
          found(
            object,
            `assume_role_policy: no condition on ${host}:sub: everybody whom ${host} knows may take this role on`,
            OIDC,
          ),
        ]),
    ...keys
      .filter(([key]) => key === `${host}:sub`)
      .flatMap(([, value]) => [value].flat().map(String))
      .filter((subject) => /^\*|^repo:\*/.test(subject))
      .map((subject) => found(object, `assume_role_policy: the subject '${subject}' lets anybody in`, OIDC)),
    ...(match
      ? audiences
          .filter((audience) => !known.includes(audience))
          .map((audience) =>
            found(
              object,
              `assume_role_policy: ${match.address} has no audience '${audience}'; there is ${known.join(", ")}`,
              OIDC,
            ),
          )
      : []),
    ...(audiences.length === 0
      ? [found(object, `assume_role_policy: no condition on ${host}:aud`, OIDC)]
      : []),
  ];
}

/** A role that is allowed nothing, though something takes it on. */
function idle({ object, grants, trust }: Role, _estate: Estate): Judged[] {
  return grants.length === 0 && trust.length > 0
    ? [found(object, "is allowed nothing: no policy is attached", LEAST)]
    : [];
}
