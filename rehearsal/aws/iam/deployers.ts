import { storesIn } from "../../kops/stores";
import type { Estate } from "../../world/estate";
import { found, type Judged } from "../../world/finding";
import { at, isObject, text, texts, type WorldObject } from "../../world/object";
import { location } from "../../world/references";
import { type Call, decide } from "./evaluate";
import { PERMISSIONS } from "./permissions";
import { type Role, rolesOf, trusted } from "./roles";

const JOBS =
  "https://docs.github.com/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws";
const PUSH = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html";

/** What pushing takes, on the repository. */
const PUSHES = [
  "ecr:BatchCheckLayerAvailability",
  "ecr:BatchGetImage",
  "ecr:CompleteLayerUpload",
  "ecr:InitiateLayerUpload",
  "ecr:PutImage",
  "ecr:UploadLayerPart",
];

/** Roles that jobs take on to plan, apply and push: whether the rights are enough for what the environment is made of. */
export function deployerFindings(estate: Estate): Judged[] {
  return rolesOf(estate)
    .filter((role) => trusted(role, "Federated").length > 0)
    .flatMap((role) => [...deployer(role, estate), ...pusher(role, estate)]);
}

/** Whether a role's access to a cluster is by one of some access policies. */
function hasAccess({ arn }: Role, estate: Estate, policy: RegExp): boolean {
  return estate
    .ofType("aws_eks_access_policy_association")
    .some(({ values }) => text(values, "principal_arn") === arn && policy.test(text(values, "policy_arn")));
}

function deployer(role: Role, estate: Estate): Judged[] {
  const stores = storesIn(estate);
  const inStores = (action: string) =>
    stores.some(
      ({ name }) =>
        decide(role.statements, { action, resource: `arn:aws:s3:::${name}/x`, context: {} }).allowed,
    );
  const mode =
    hasAccess(role, estate, /AmazonEKSClusterAdminPolicy$/) || inStores("s3:PutObject")
      ? "write"
      : hasAccess(role, estate, /View(Policy)?$/) || inStores("s3:GetObject")
        ? "read"
        : undefined;
  if (!mode) return [];
  // What is in the role's own workspace is made together with the role, so by another identity; so are kOps' stores, each with the
  // policy that bounds what is made there.
  const others = [
    role.object.workspace,
    ...stores.map(({ bucket }) => bucket?.workspace),
    ...storages(estate),
  ];
  const objects = estate.objects.filter(
    ({ type, workspace }) => type in PERMISSIONS && !others.includes(workspace),
  );
  const refused = new Map<string, string>();
  for (const object of objects) {
    for (const call of [
      ...callsFor(object, "read"),
      ...(mode === "write" ? callsFor(object, "write") : []),
    ]) {
      const { allowed, why } = decide(role.statements, call);
      if (!allowed && !refused.has(call.action))
        refused.set(call.action, `${object.address} of ${object.workspace} needs ${call.action}: ${why}`);
    }
  }
  return [...refused.values()].map((says) => found(role.object, says, JOBS));
}

/** Workspaces with nothing but buckets: Terraform's own states go there, and who makes them needs no state there yet. */
function storages({ objects }: Estate): readonly string[] {
  const others = new Set(
    objects.filter(({ type }) => !type.startsWith("aws_s3_")).map(({ workspace }) => workspace),
  );
  return [...new Set(objects.map(({ workspace }) => workspace))].filter(
    (workspace) => !others.has(workspace),
  );
}

function callsFor(object: WorldObject, kind: "read" | "write"): Call[] {
  const permissions = PERMISSIONS[object.type];
  const context = contextOf(object);
  const passes = kind === "write" ? Object.entries(permissions?.passes ?? {}) : [];
  return [
    ...(permissions?.[kind] ?? []).map((action) => ({
      action,
      resource: kind === "write" ? resourceOf(object, action) : undefined,
      context,
    })),
    ...passes.flatMap(([attribute, service]) =>
      texts(object.values, attribute).map((arn) => ({
        action: "iam:PassRole",
        resource: arn,
        context: { ...context, "iam:PassedToService": service },
      })),
    ),
  ];
}

/** The ARN that a call is about, where it is plain; else some resource has to be allowed. */
function resourceOf({ type, values, place }: WorldObject, action: string): string | undefined {
  const arn = text(values, "arn");
  const account = place["account"];
  if (/^(ec2|elasticloadbalancing:AddTags|eks:TagResource|secretsmanager)/.test(action)) return undefined;
  if (action === "iam:CreateServiceLinkedRole") return undefined;
  if (action === "kms:CreateKey" || action === "globalaccelerator:CreateAccelerator") return undefined;
  if (
    /^aws_(iam_role|ecr_repository|cloudwatch_(log_group|metric_alarm)|sns_topic|kms_key|db_\w+)$/.test(type)
  )
    return arn || undefined;
  if (type.startsWith("aws_s3_bucket")) return `arn:aws:s3:::${text(values, "bucket")}`;
  if (/^aws_iam_role_policy/.test(type) && account)
    return `arn:aws:iam::${account}:role/${text(values, "role")}`;
  return undefined;
}

function contextOf({ type, values, ...object }: WorldObject): Record<string, string> {
  const tags = at(values, "tags_all")[0];
  const own = isObject(tags) ? Object.entries(tags) : [];
  const region = location({ type, values, ...object });
  return {
    ...(region ? { "aws:RequestedRegion": region } : {}),
    ...Object.fromEntries(
      own.flatMap(([key, value]) => [
        [`aws:RequestTag/${key}`, String(value)],
        [`aws:ResourceTag/${key}`, String(value)],
      ]),
    ),
    ...(type === "aws_iam_role_policy_attachment" ? { "iam:PolicyARN": text(values, "policy_arn") } : {}),
  };
}

/** A role that pushes images needs all calls of a push, on a repository that is there. */
function pusher(role: Role, estate: Estate): Judged[] {
  const pushing = role.statements.filter((statement) =>
    at(statement, "Action").some((action) =>
      /^ecr:(PutImage|InitiateLayerUpload|CompleteLayerUpload|UploadLayerPart|\*)$/.test(String(action)),
    ),
  );
  if (
    pushing.length === 0 ||
    role.statements.some((statement) => at(statement, "Action").includes("ecr:CreateRepository"))
  )
    return [];
  const repositories = estate.ofType("aws_ecr_repository").map(({ values }) => text(values, "arn"));
  const resources = pushing.flatMap((statement) => at(statement, "Resource")).map(String);
  const ours = repositories.filter((arn) =>
    resources.some(
      (resource) =>
        decide(pushing, { action: "ecr:PutImage", resource: arn, context: {} }).allowed || resource === arn,
    ),
  );
  const missing = ours.flatMap((arn) =>
    PUSHES.map((action) => ({
      action,
      ...decide(role.statements, { action, resource: arn, context: {} }),
    })).filter(({ allowed }) => !allowed),
  );
  const token = decide(role.statements, { action: "ecr:GetAuthorizationToken", resource: "*", context: {} });
  return [
    ...(repositories.length > 0 && ours.length === 0
      ? [
          found(
            role.object,
            `pushes to ${resources.join(", ")}, where there is no repository; there are ${repositories.join(", ")}`,
            PUSH,
          ),
        ]
      : []),
    ...[...new Map(missing.map((each) => [each.action, each])).values()].map(({ action, why }) =>
      found(role.object, `pushing needs ${action}: ${why}`, PUSH),
    ),
    ...(token.allowed
      ? []
      : [found(role.object, `pushing needs ecr:GetAuthorizationToken: ${token.why}`, PUSH)]),
  ];
}
