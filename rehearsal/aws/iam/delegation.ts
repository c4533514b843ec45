import type { Estate } from "../../world/estate";
import { found, type Judged } from "../../world/finding";
import { at, isObject, items, text } from "../../world/object";
import { matches, type Statement, statementsOf } from "./document";
import { decide } from "./evaluate";
import { type Role, rolesOf } from "./roles";

const BOUNDARIES = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html";

/** What AWS asks for besides an action, where it does: an answer without is AccessDenied in the middle of an apply. */
const NEEDED: readonly {
  readonly action: string;
  readonly also: readonly string[];
  readonly source: string;
}[] = [
  {
    action: "elasticloadbalancing:CreateLoadBalancer",
    also: [
      "ec2:DescribeAccountAttributes",
      "ec2:DescribeAddresses",
      "ec2:DescribeInternetGateways",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcs",
      "iam:CreateServiceLinkedRole",
    ],
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-permissions.html",
  },
  {
    action: "elasticloadbalancing:CreateLoadBalancer",
    also: ["ec2:GetSecurityGroupsForVpc"], // since October 2024, and in no list of ELB's
    source: "https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/3917",
  },
];

/** Actions by which a role could give itself, or another one that it may use, every right. */
const GRANTING = ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy"];

/** Roles that AWS makes for itself and for people who sign in; policies of an environment should not name them. */
const AWS_OWN = [
  "aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS",
  "aws-reserved/sso.amazonaws.com/x",
];

/** Roles that make roles: with all that their calls need, and no way to more than they have. */
export function delegationFindings(estate: Estate): Judged[] {
  return rolesOf(estate).flatMap((role) => [
    ...lacking(role),
    ...unbounded(role),
    ...ofOthers(role),
    ...cutOff(role, estate),
  ]);
}

function lacking({ object, statements }: Role): Judged[] {
  const allowed = (action: string) => decide(statements, { action, context: {} }).allowed;
  return NEEDED.filter(({ action }) => allowed(action)).flatMap(({ action, also, source }) =>
    also
      .filter((each) => !allowed(each))
      .map((each) =>
        found(object, `may call ${action}, which asks for ${each} too: no statement allows it`, source),
      ),
  );
}

const allows = (statement: Statement, action: string): boolean =>
  statement["Effect"] === "Allow" &&
  items(statement["Action"]).some((pattern) => matches(String(pattern), action));

function unbounded({ object, statements }: Role): Judged[] {
  return statements.flatMap((statement) => {
    const conditions = at(statement, "Condition").flatMap((each) =>
      isObject(each) ? Object.values(each) : [],
    );
    const bounded = conditions.some((each) => isObject(each) && "iam:PermissionsBoundary" in each);
    const granting = GRANTING.filter((action) => allows(statement, action));
    return bounded || granting.length === 0
      ? []
      : [
          found(
            object,
            `statement ${text(statement, "Sid")} allows ${granting.join(", ")} without a condition on iam:PermissionsBoundary: who has it makes a role that may do everything`,
            BOUNDARIES,
          ),
        ];
  });
}

/** `role/aws-*` looks like a prefix of one's own, and is every role of AWS' services too. */
function ofOthers({ object, name, statements }: Role): Judged[] {
  return statements
    .filter((statement) => statement["Effect"] === "Allow")
    .flatMap((statement) => {
      const changing = items(statement["Action"])
        .map(String)
        .filter((action) => /^iam:(?!Get|List|CreateServiceLinkedRole)/.test(action));
      const patterns = items(statement["Resource"])
        .map(String)
        .filter((pattern) =>
          AWS_OWN.some((own) => matches(pattern, `arn:aws:iam::${accountIn(pattern)}:role/${own}`, "")),
        );
      return changing.length === 0
        ? []
        : patterns.map((pattern) =>
            found(
              object,
              `statement ${text(statement, "Sid")} of ${name}: ${pattern} is AWS' own roles too (aws-service-role/, aws-reserved/)`,
              BOUNDARIES,
            ),
          );
    });
}

const accountIn = (pattern: string): string => pattern.split(":")[4] ?? "";

/** A role's own statements beyond its boundary are of no effect. */
function cutOff({ object, statements }: Role, estate: Estate): Judged[] {
  const [boundary] = estate.withId(text(object.values, "permissions_boundary"));
  if (!boundary) return [];
  const outer = statementsOf(text(boundary.values, "policy"));
  return statements
    .filter((statement) => statement["Effect"] === "Allow")
    .flatMap((statement) => items(statement["Action"]).map(String))
    .filter((action) => !decide(outer, { action: action.replaceAll("*", "X"), context: {} }).allowed)
    .map((action) =>
      found(
        object,
        `permissions_boundary: ${boundary.address} does not allow ${action}, so the role's policy allows it in vain`,
        BOUNDARIES,
      ),
    );
}
