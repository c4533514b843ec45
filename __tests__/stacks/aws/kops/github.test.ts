import { documentProblems, statementsOf } from "../../../../rehearsal/aws/iam/document";
import { type Call, decide } from "../../../../rehearsal/aws/iam/evaluate";
import { PERMISSIONS } from "../../../../rehearsal/aws/iam/permissions";
import { environment, resourcesOf, synthesizeToMemory } from "../../../support/synth";

const STATE = { kind: "s3", bucket: "meridian-state", location: "ca-central-1" } as const;
const ACCOUNT = "000000000000";
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

const { workspaces } = synthesizeToMemory([
  environment("kops", (input) => {
    Object.assign(input.infrastructure, { github: { repository: "example-org/meridian" } });
    input.state = STATE;
    input.databases = {
      ratings: {
        kind: "managed",
        engine: "postgres",
        version: "17",
        usedBy: { api: { application: ["api"] } },
      },
    };
  }),
]);
const github = workspaces["kops-github"];
const inline = (job: string): string =>
  String(
    resourcesOf(github, "aws_iam_role_policy").find((each) =>
      String(each["role"]).includes(`Roles_${job}_`),
    )?.["policy"],
  );
const [region, ...others] = resourcesOf(github, "aws_iam_policy");
const rights = {
  plan: statementsOf(inline("plan")),
  apply: [...statementsOf(inline("apply")), ...statementsOf(String(region?.["policy"]))],
  push: statementsOf(inline("push")),
};

const may = (job: keyof typeof rights, action: string, resource?: string, context: Call["context"] = {}) =>
  decide(rights[job], { action, resource, context }).allowed;

describe("the policies of GitHub's jobs in kops", () => {
  it("are a policy of each role, and one of the region for those that apply", () => {
    expect(others).toEqual([]);
    expect(region?.["name"]).toBe("kops-ca-github-apply");
    const [attached] = resourcesOf(github, "aws_iam_role_policy_attachment");
    expect(attached?.["role"]).toContain("Roles_apply_");
  });

  it("fit into IAM's limits, 10240 characters in a role and 6144 in a policy of its own, and name actions that there are", () => {
    for (const job of ["plan", "apply", "push"]) {
      expect(inline(job).length).toBeLessThanOrEqual(10_240);
      expect(documentProblems(inline(job), "identity")).toEqual([]);
    }
    expect(String(region?.["policy"]).length).toBeLessThanOrEqual(6144);
    expect(documentProblems(String(region?.["policy"]), "identity")).toEqual([]);
  });

  it("are enough for all that the workspaces are made of, but for those that are applied by hand", () => {
    const made = Object.entries(workspaces)
      .filter(([id]) => !["kops-github", "kops-store-ca", "state-kops"].includes(id))
      .flatMap(([, { resource = {} }]) => Object.keys(resource));
    const known = [...new Set(made)].filter((type) => type in PERMISSIONS);
    expect(known).toEqual(
      expect.arrayContaining(["aws_db_instance", "aws_ecr_repository", "aws_vpc", "kops_cluster_updater"]),
    );
    const context = { "aws:RequestedRegion": "ca-central-1" };
    const refused = known.flatMap((type) => [
      ...(PERMISSIONS[type]?.read ?? []).filter((action) => !may("plan", action, undefined, context)),
      ...[...(PERMISSIONS[type]?.read ?? []), ...(PERMISSIONS[type]?.write ?? [])].filter(
        (action) => !may("apply", action, undefined, context),
      ),
    ]);
    expect(refused).toEqual([]);
    expect(made.filter((type) => /^(aws|kops)_/.test(type) && !(type in PERMISSIONS))).toEqual([]);
  });
});

describe("GitHub's jobs in kops", () => {
  it("that plan change nothing, and read kOps' store besides the states", () => {
    const actions = rights.plan.flatMap(({ Action }) => [Action].flat().map(String));
    expect(actions.filter((action) => !/^[\w-]+:(?:Describe|Get|List)/.test(action))).toEqual([]);
    const objects = rights.plan.filter(({ Action }) => [Action].flat().includes("s3:GetObject"));
    expect(objects.flatMap(({ Resource }) => Resource)).toEqual([
      "arn:aws:s3:::meridian-state/*",
      `arn:aws:s3:::kops-ca-kops-${ACCOUNT}/*`,
      `arn:aws:s3:::kops-ca-tokens-${ACCOUNT}/*`,
    ]);
  });

  it.each([
    ["nodes.kops-main.k8s.local", true],
    ["ebs-csi-controller-sa.kube-system.sa.kops-main.k8s.local", true],
    ["kops-github-apply", false],
    ["kops-ca-kops-operator", false],
    ["aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS", false],
    ["nodes.other-main.k8s.local", false],
  ])("that apply make role %s: %s, and only within the region's boundary", (name, isTheirs) => {
    const boundary = `arn:aws:iam::${ACCOUNT}:policy/kops-ca-kops-boundary`;
    const bounded = (by: string) => ({ "iam:PermissionsBoundary": by });
    for (const action of ["iam:CreateRole", "iam:PutRolePolicy"]) {
      expect(may("apply", action, role(name), bounded(boundary))).toBe(isTheirs);
      expect(may("apply", action, role(name), bounded(`${boundary}-of-others`))).toBe(false);
    }
  });

  it("that apply hand roles to machines alone, and change no policy, bucket or key of their own making", () => {
    const nodes = role("nodes.kops-main.k8s.local");
    const pass = (service: string) => may("apply", "iam:PassRole", nodes, { "iam:PassedToService": service });
    expect([pass("ec2.amazonaws.com"), pass("lambda.amazonaws.com")]).toEqual([true, false]);
    for (const action of [
      "iam:AttachRolePolicy",
      "iam:CreatePolicy",
      "iam:CreatePolicyVersion",
      "iam:DeleteRolePermissionsBoundary",
      "iam:CreateUser",
      "s3:PutBucketPolicy",
      "s3:DeleteBucket",
      "kms:CreateKey",
    ]) {
      expect([action, may("apply", action)]).toEqual([action, false]);
    }
  });

  it.each([
    ["rds:DeleteDBInstance", `arn:aws:rds:ca-central-1:${ACCOUNT}:db:kops-ratings`, true],
    ["rds:DeleteDBInstance", `arn:aws:rds:ca-central-1:${ACCOUNT}:db:other-ratings`, false],
    ["rds:CreateDBSubnetGroup", `arn:aws:rds:ca-central-1:${ACCOUNT}:subgrp:kops-ca-databases`, true],
    ["rds:ModifyDBParameterGroup", `arn:aws:rds:ca-central-1:${ACCOUNT}:pg:kops-ratings-17`, true],
    ["rds:CreateDBInstance", `arn:aws:rds:ca-central-1:${ACCOUNT}:og:default:postgres-17`, true],
    ["secretsmanager:CreateSecret", `arn:aws:secretsmanager:ca-central-1:${ACCOUNT}:secret:rds!db-1`, true],
    ["secretsmanager:CreateSecret", `arn:aws:secretsmanager:ca-central-1:${ACCOUNT}:secret:other`, false],
    ["rds:RestoreDBInstanceToPointInTime", `arn:aws:rds:ca-central-1:${ACCOUNT}:db:kops-ratings`, false],
    ["autoscaling:DeleteAutoScalingGroup", groupArn("nodes-cac1-az1.kops-main.k8s.local"), true],
    ["autoscaling:DeleteAutoScalingGroup", groupArn("nodes-cac1-az1.other-main.k8s.local"), false],
  ])("that apply call %s on %s: %s", (action, resource, isAllowed) => {
    expect(may("apply", action, resource, { "aws:RequestedRegion": "ca-central-1" })).toBe(isAllowed);
    expect(may("plan", action, resource)).toBe(false);
    expect(may("push", action, resource)).toBe(false);
  });

  it.each(["plan", "apply"] as const)(
    "that %s read the passwords of the environment's databases alone",
    (job) => {
      const secret = `arn:aws:secretsmanager:ca-central-1:${ACCOUNT}:secret:rds!db-1`;
      const of = (database: string) => ({
        "aws:ResourceTag/aws:rds:primaryDBInstanceArn": `arn:aws:rds:ca-central-1:${ACCOUNT}:db:${database}`,
      });
      expect(may(job, "secretsmanager:GetSecretValue", secret, of("kops-ratings"))).toBe(true);
      expect(may(job, "secretsmanager:GetSecretValue", secret, of("other-ratings"))).toBe(false);
    },
  );

  it("push images, and do nothing else", () => {
    const services = rights.push.flatMap(({ Action }) =>
      [Action].flat().map((each) => String(each).split(":")[0]),
    );
    expect([...new Set(services)]).toEqual(["ecr"]);
    const at = (name: string) => `arn:aws:ecr:ca-central-1:${ACCOUNT}:repository/${name}`;
    expect([at("meridian/api"), at("other")].map((arn) => may("push", "ecr:PutImage", arn))).toEqual([
      true,
      false,
    ]);
  });
});

function groupArn(name: string): string {
  return `arn:aws:autoscaling:ca-central-1:${ACCOUNT}:autoScalingGroup:1:autoScalingGroupName/${name}`;
}

it("has no right to databases, nor to clusters of EKS, where there are none", () => {
  const plain = synthesizeToMemory([
    environment("kops", (input) => {
      Object.assign(input.infrastructure, { github: { repository: "example-org/meridian" } });
    }),
  ]).workspaces["kops-github"];
  expect(JSON.stringify(plain)).not.toMatch(/rds:|secretsmanager:|eks:|globalaccelerator:/);
});
