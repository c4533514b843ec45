import type { Estate } from "../../world/estate";
import { at, text, type WorldObject } from "../../world/object";
import { type Statement, statementsOf } from "./document";

/** A role and all that it is allowed. */
export interface Role {
  readonly object: WorldObject;
  readonly name: string;
  readonly arn: string;
  readonly trust: readonly Statement[];
  readonly statements: readonly Statement[];
  /** AWS' own policies that are attached, and the resources that attach them. */
  readonly managed: readonly { readonly name: string; readonly by: WorldObject }[];
  /** Everything that gives it rights. */
  readonly grants: readonly WorldObject[];
}

export function rolesOf(estate: Estate): readonly Role[] {
  return estate.ofType("aws_iam_role").map((object) => {
    const name = text(object.values, "name");
    const own = estate.ofType("aws_iam_role_policy").filter(({ values }) => text(values, "role") === name);
    const attached = estate
      .ofType("aws_iam_role_policy_attachment")
      .filter(({ values }) => text(values, "role") === name);
    const customers = attached.flatMap(({ values }) => estate.withId(text(values, "policy_arn")));
    return {
      object,
      name,
      arn: text(object.values, "arn"),
      trust: statementsOf(text(object.values, "assume_role_policy")),
      statements: [...own, ...customers].flatMap(({ values }) => statementsOf(text(values, "policy"))),
      managed: attached.flatMap((by) => {
        const [, policy] = /^arn:[\w-]+:iam::aws:policy\/(.+)$/.exec(text(by.values, "policy_arn")) ?? [];
        return policy ? [{ name: policy.split("/").at(-1) as string, by }] : [];
      }),
      grants: [...own, ...attached],
    };
  });
}

export function roleOf(estate: Estate, arn: string): Role | undefined {
  return rolesOf(estate).find((role) => role.arn === arn);
}

/** Services that a role trusts. */
export function trusted(role: Role, kind: "Service" | "Federated"): string[] {
  return role.trust.flatMap((statement) => at(statement, `Principal.${kind}`)).map(String);
}
