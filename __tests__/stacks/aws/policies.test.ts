import type { Statement } from "../../../constructs/aws/policy";
import { only, synthesizeAws, withAcm, withRegionalState } from "../../support/aws";
import { resourcesOf } from "../../support/synth";

const { workspaces } = synthesizeAws((input) => {
  withAcm(input);
  withRegionalState(input);
  Object.assign(input.infrastructure, { flowLogs: {}, accessLogs: { keepDays: 30 } });
});

/** A policy that Terraform fills in is read with its expressions as they are. */
const statementsOf = (text: unknown): readonly Statement[] => {
  const json = String(text)
    .replace(/^\$\{jsonencode\((.*)\)\}$/s, "$1")
    .replace(/" = /g, '": ')
    .replace(/: ((?:aws_|data\.)[\w.-]+)/g, ': "$1"');
  return JSON.parse(json).Statement;
};

const policies = Object.entries(workspaces).flatMap(([workspace, content]) => [
  ...resourcesOf(content, "aws_iam_role_policy").map(({ role, policy }) => ({
    workspace,
    name: role,
    policy,
  })),
  ...resourcesOf(content, "aws_s3_bucket_policy").map(({ bucket, policy }) => ({
    workspace,
    name: bucket,
    policy,
  })),
]);

const roles = Object.values(workspaces).flatMap((workspace) => resourcesOf(workspace, "aws_iam_role"));
const roleOf = (name: string) => {
  const role = roles.find((each) => each["name"] === name);
  if (!role) throw new Error(`no role ${name}`);
  return role;
};
const githubPolicy = (job: string): readonly Statement[] => {
  const found = resourcesOf(workspaces["aws-github"], "aws_iam_role_policy").find(({ role }) =>
    String(role).includes(`Roles_${job}_`),
  );
  return statementsOf(found?.["policy"]);
};

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;

describe("every policy", () => {
  it("is found by this test", () => {
    expect(policies.length).toBeGreaterThanOrEqual(10);
  });

  it("allows no action of a whole service, let alone all, on everything", () => {
    const broad = policies.flatMap(({ name, policy }) =>
      statementsOf(policy)
        .filter(({ Effect, Resource }) => Effect === "Allow" && list(Resource).includes("*"))
        .flatMap(({ Action }) => list(Action))
        .filter((action) => /^(?:\*|\w[\w-]*:\*)$/.test(action))
        .map((action) => `${name}: ${action}`),
    );
    expect(broad).toEqual([]);
  });

  it("writes on everything only under a condition", () => {
    const READS = /:(?:Describe|Get|List)/;
    const free = policies.flatMap(({ name, policy }) =>
      statementsOf(policy)
        .filter((each) => each.Effect === "Allow" && list(each.Resource).includes("*") && !each.Condition)
        .flatMap(({ Action }) => list(Action))
        .filter((action) => !READS.test(action))
        .map((action) => `${name}: ${action}`),
    );
    expect(free).toEqual([]);
  });

  it("fits into IAM's limits: 10240 characters a role, 64 a role's name", () => {
    for (const { policy } of policies) expect(String(policy).length).toBeLessThanOrEqual(10_240);
    for (const { name } of roles) expect(String(name).length).toBeLessThanOrEqual(64);
  });
});

describe("a bucket of logs", () => {
  const network = workspaces["aws-network-central"];
  const name = "aws-central-logs-000000000000";

  it("is written by AWS' services alone, each into its folder and for this account", () => {
    const allowed = statementsOf(only(network, "aws_s3_bucket_policy")["policy"])
      .filter(({ Effect }) => Effect === "Allow")
      .map(({ Principal, Action, Resource, Condition }) => [
        (Principal as { Service: string }).Service,
        Action,
        Resource,
        Condition?.["ArnLike"]?.["aws:SourceArn"],
      ]);
    expect(allowed).toEqual([
      [
        "delivery.logs.amazonaws.com",
        "s3:PutObject",
        `arn:aws:s3:::${name}/flows/AWSLogs/000000000000/*`,
        "arn:aws:logs:*:000000000000:*",
      ],
      [
        "delivery.logs.amazonaws.com",
        ["s3:GetBucketAcl", "s3:ListBucket"],
        `arn:aws:s3:::${name}`,
        "arn:aws:logs:*:000000000000:*",
      ],
      [
        "logdelivery.elasticloadbalancing.amazonaws.com",
        "s3:PutObject",
        `arn:aws:s3:::${name}/requests/AWSLogs/000000000000/*`,
        "arn:aws:elasticloadbalancing:eu-central-1:000000000000:loadbalancer/*",
      ],
    ]);
  });

  it("forgets each kind after its days", () => {
    const { rule } = only(network, "aws_s3_bucket_lifecycle_configuration");
    expect(rule).toEqual([
      expect.objectContaining({ filter: [{ prefix: "flows/" }], expiration: [{ days: 90 }] }),
      expect.objectContaining({ filter: [{ prefix: "requests/" }], expiration: [{ days: 30 }] }),
    ]);
  });

  it("gets the connections of the network, of the accelerator, and the requests of the load balancer", () => {
    expect(only(network, "aws_flow_log")).toMatchObject({
      traffic_type: "ALL",
      log_destination: expect.stringMatching(/^\$\{aws_s3_bucket\.\w+\.arn\}\/flows\/$/),
      depends_on: [expect.stringContaining("aws_s3_bucket_policy.")],
    });
    expect(only(workspaces["aws-global-lb"], "aws_globalaccelerator_accelerator")["attributes"]).toEqual({
      flow_logs_enabled: true,
      flow_logs_s3_bucket: "${data.terraform_remote_state.aws-network-central.outputs.log-bucket}",
      flow_logs_s3_prefix: "flows",
    });
    expect(only(workspaces["aws-cluster-addons-west"], "aws_lb")["access_logs"]).toEqual({
      bucket: "${data.terraform_remote_state.aws-network-west.outputs.log-bucket}",
      prefix: "requests",
      enabled: true,
    });
  });
});

describe("GitHub's jobs", () => {
  const subjects = {
    plan: ["repo:example-org/meridian:pull_request", "repo:example-org/meridian:ref:refs/heads/main"],
    apply: "repo:example-org/meridian:environment:production",
    push: "repo:example-org/meridian:ref:refs/heads/main",
  };

  it.each(Object.entries(subjects))("%s is trusted as exactly %j", (job, subject) => {
    expect(statementsOf(roleOf(`aws-github-${job}`)["assume_role_policy"])).toEqual([
      {
        Effect: "Allow",
        Principal: {
          Federated: "arn:aws:iam::000000000000:oidc-provider/token.actions.githubusercontent.com",
        },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": subject,
          },
        },
      },
    ]);
  });

  it.each(["example-org/meridian", "example-org@123456/meridian@456789"])(
    "of a repository whose tokens call it %s are trusted by that name, and by no other",
    (repository) => {
      const output = synthesizeAws(({ infrastructure }) => {
        Object.assign(infrastructure, { github: { repository } });
      });
      const trusted = resourcesOf(output.workspaces["aws-github"], "aws_iam_role").flatMap(
        ({ assume_role_policy: trust }) =>
          statementsOf(trust).flatMap(({ Condition }) =>
            list(Condition?.["StringEquals"]?.["token.actions.githubusercontent.com:sub"]),
          ),
      );
      expect(trusted).toEqual([
        `repo:${repository}:environment:production`,
        `repo:${repository}:pull_request`,
        `repo:${repository}:ref:refs/heads/main`,
        `repo:${repository}:ref:refs/heads/main`,
      ]);
    },
  );

  it("that plan only read", () => {
    const actions = githubPolicy("plan").flatMap(({ Action }) => list(Action));
    expect(actions.filter((action) => !/^[\w-]+:(?:Describe|Get|List)/.test(action))).toEqual([]);
  });

  it("that plan read states, and no other objects", () => {
    const objects = githubPolicy("plan").filter(({ Action }) => list(Action).includes("s3:GetObject"));
    expect(objects.flatMap(({ Resource }) => list(Resource))).toEqual([
      "arn:aws:s3:::meridian-state/*",
      "arn:aws:s3:::meridian-state-central/*",
      "arn:aws:s3:::meridian-state-west/*",
    ]);
  });

  it("that push write to the workloads' repositories at home, and see those of the other regions", () => {
    const grants = githubPolicy("push").map(({ Action, Resource }) => [list(Action), list(Resource)]);
    const at = (region: string) => `arn:aws:ecr:${region}:000000000000:repository/meridian/api`;
    expect(grants).toEqual([
      [["ecr:DescribeRegistry", "ecr:GetAuthorizationToken"], ["*"]],
      [expect.arrayContaining(["ecr:PutImage"]), [at("eu-central-1")]],
      [["ecr:DescribeImages"], [at("eu-central-1"), at("eu-west-2")]],
    ]);
  });

  it("that apply cannot touch their own roles", () => {
    expect(githubPolicy("apply")).toContainEqual(
      expect.objectContaining({
        Effect: "Deny",
        Action: "iam:*",
        Resource: ["plan", "apply", "push"].map((job) => `arn:aws:iam::000000000000:role/aws-github-${job}`),
      }),
    );
  });

  it("that apply make roles of the clusters alone, whose names are none of AWS' own", () => {
    const named = githubPolicy("apply")
      .filter(
        ({ Effect, Action }) => Effect === "Allow" && list(Action).some((each) => each.startsWith("iam:")),
      )
      .filter(({ Sid }) => Sid !== "Look" && Sid !== "ServicesOwnRoles")
      .flatMap(({ Resource }) => list(Resource));
    expect([...new Set(named)]).toEqual([
      "arn:aws:iam::000000000000:role/aws-central-*",
      "arn:aws:iam::000000000000:role/aws-west-*",
    ]);
  });

  it("that apply make roles only within a boundary, which bounds every role of a cluster", () => {
    const boundary = "arn:aws:iam::000000000000:policy/aws-github-boundary";
    for (const sid of ["BoundedRoles", "RolePolicies"]) {
      const statement = githubPolicy("apply").find(({ Sid }) => Sid === sid);
      expect(statement?.Condition?.["StringEquals"]).toEqual({ "iam:PermissionsBoundary": boundary });
    }
    const unbounded = roles.filter(({ permissions_boundary: bound }) => bound !== boundary);
    expect(unbounded.map(({ name }) => name)).toEqual([
      "aws-github-apply",
      "aws-github-plan",
      "aws-github-push",
    ]);
  });

  it("that the boundary leaves out identities and whatever holds data", () => {
    const { name, policy } = only(workspaces["aws-github"], "aws_iam_policy");
    expect(name).toBe("aws-github-boundary");
    const services = statementsOf(policy).flatMap(({ Action }) =>
      list(Action).map((action) => action.split(":")[0]),
    );
    expect([...new Set(services)].sort()).toEqual([
      "autoscaling",
      "ec2",
      "ecr",
      "eks",
      "eks-auth",
      "elasticloadbalancing",
      "iam",
      "kms",
    ]);
    const identities = statementsOf(policy).flatMap(({ Action }) =>
      list(Action).filter((action) => action.startsWith("iam:")),
    );
    expect(identities).toEqual(["iam:CreateServiceLinkedRole"]);
  });

  it("that apply hand roles to three services, and attach five of AWS' policies", () => {
    const find = (sid: string) => githubPolicy("apply").find(({ Sid }) => Sid === sid);
    expect(find("HandOverRoles")?.Condition).toEqual({
      StringEquals: {
        "iam:PassedToService": ["eks.amazonaws.com", "ec2.amazonaws.com", "pods.eks.amazonaws.com"],
      },
    });
    const attachable = list(find("RolePolicies")?.Condition?.["ArnEquals"]?.["iam:PolicyARN"]);
    const attached = Object.values(workspaces).flatMap((workspace) =>
      resourcesOf(workspace, "aws_iam_role_policy_attachment").map(({ policy_arn }) => policy_arn),
    );
    expect([...new Set(attached)].sort()).toEqual([...attachable].sort());
  });
});

describe("pods' roles", () => {
  const own = roles.filter(({ assume_role_policy: trust }) =>
    String(trust).includes("pods.eks.amazonaws.com"),
  );

  it("are four in every cluster", () => {
    expect(own.map(({ name }) => name).sort()).toEqual(
      ["central", "west"].flatMap((cluster) => [
        `aws-${cluster}-autoscaler`,
        `aws-${cluster}-aws-ebs-csi-driver`,
        `aws-${cluster}-load-balancers`,
        `aws-${cluster}-vpc-cni`,
      ]),
    );
  });

  it("are for one service account of one cluster in one account", () => {
    expect(statementsOf(roleOf("aws-west-load-balancers")["assume_role_policy"])).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: {
            "aws:SourceAccount": "000000000000",
            "aws:RequestTag/eks-cluster-name": "aws-west",
            "aws:RequestTag/kubernetes-namespace": "kube-system",
            "aws:RequestTag/kubernetes-service-account": "aws-load-balancer-controller",
          },
        },
      },
    ]);
  });

  it("let the load balancer controller fill the target group of its own cluster, and change nothing", () => {
    const found = resourcesOf(workspaces["aws-cluster-addons-west"], "aws_iam_role_policy").filter(
      ({ role }) => String(role).includes("LoadBalancerController_"),
    );
    expect(found).toHaveLength(1);
    const writes = statementsOf(found[0]?.["policy"]).filter(({ Resource }) => Resource !== "*");
    expect(writes).toMatchObject([
      {
        Action: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
        Resource: "arn:aws:elasticloadbalancing:eu-west-2:000000000000:targetgroup/aws-west/*",
      },
    ]);
  });
});

describe("GitHub's jobs where there are databases", () => {
  const output = synthesizeAws((input) => {
    input.databases = {
      ratings: {
        kind: "managed",
        engine: "postgres",
        version: "17",
        region: "west",
        usedBy: { api: { application: ["api"] } },
      },
    };
  });
  const policyOf = (job: string): string =>
    String(
      resourcesOf(output.workspaces["aws-github"], "aws_iam_role_policy").find(({ role }) =>
        String(role).includes(`Roles_${job}_`),
      )?.["policy"],
    );

  it("make those of the environment's name, within a role's 10240 characters", () => {
    const databases = statementsOf(policyOf("apply")).find(({ Sid }) => Sid === "Databases");
    expect(list(databases?.Resource)).toEqual([
      ...["db", "pg", "snapshot", "subgrp"].map((kind) => `arn:aws:rds:*:000000000000:${kind}:aws-*`),
      "arn:aws:rds:*:000000000000:og:default:*",
    ]);
    expect(policyOf("apply").length).toBeLessThanOrEqual(10_240);
  });

  it("that plan look at them and read their administrators' passwords, which a plan writes into a Secret", () => {
    const sids = statementsOf(policyOf("plan")).map(({ Sid }) => Sid);
    expect(sids).toEqual(["Look", "LookAtDatabases", "AdministratorsPasswords"]);
    expect(JSON.stringify(policies)).not.toContain("rds:");
  });
});
