import { type Aws, saysOfAws } from "../fixtures/aws";

const ACCOUNT = "123456789012";
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/boundary`;

interface Grant {
  readonly Action: readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: object;
}

/** The job's role may do this. */
const grants =
  (...statements: readonly Grant[]) =>
  (platform: Aws): void => {
    const Statement = statements.map((statement, index) => ({
      Sid: `S${index}`,
      Effect: "Allow",
      Resource: `arn:aws:iam::${ACCOUNT}:role/aws-main-*`,
      ...statement,
    }));
    Object.assign(platform["jobPolicy"]?.[1], {
      policy: JSON.stringify({ Version: "2012-10-17", Statement }),
    });
  };

/** The job's role is bounded by a policy that allows this. */
const within = (platform: Aws, Action: readonly string[]): void => {
  const Statement = [
    { Sid: "Most", Effect: "Allow", Action, Resource: "*", Condition: { Bool: { a: "b" } } },
  ];
  platform["boundary"] = [
    "aws_iam_policy",
    { arn: BOUNDARY, id: BOUNDARY, policy: JSON.stringify({ Version: "2012-10-17", Statement }) },
  ];
  Object.assign(platform["jobRole"]?.[1], { permissions_boundary: BOUNDARY });
};

const BOUNDED = { StringEquals: { "iam:PermissionsBoundary": BOUNDARY } };
const NAMED = { Resource: `arn:aws:elasticloadbalancing:*:${ACCOUNT}:loadbalancer/net/aws-*` };
const COMPANIONS = [
  "ec2:DescribeAccountAttributes",
  "ec2:DescribeAddresses",
  "ec2:DescribeInternetGateways",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
];

it("accepts a role that makes load balancers and bounded roles, and may call all that this takes", () => {
  expect(
    saysOfAws(
      grants(
        { Action: ["elasticloadbalancing:*"], ...NAMED },
        { Action: [...COMPANIONS, "ec2:GetSecurityGroupsForVpc"], Resource: "*" },
        {
          Action: ["iam:CreateServiceLinkedRole"],
          Resource: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/*`,
        },
        { Action: ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy"], Condition: BOUNDED },
        { Action: ["iam:DeleteRole", "iam:PassRole"] },
      ),
    ),
  ).toEqual([]);
});

it.each<[string, (platform: Aws) => void, RegExp]>([
  [
    "a load balancer whose security groups nobody may look up",
    grants(
      { Action: ["elasticloadbalancing:CreateLoadBalancer"], ...NAMED },
      { Action: [...COMPANIONS], Resource: "*" },
      {
        Action: ["iam:CreateServiceLinkedRole"],
        Resource: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/*`,
      },
    ),
    /CreateLoadBalancer, which asks for ec2:GetSecurityGroupsForVpc too/,
  ],
  [
    "policies of roles without a boundary",
    grants({ Action: ["iam:PutRolePolicy"] }),
    /statement S0 allows iam:PutRolePolicy without a condition on iam:PermissionsBoundary/,
  ],
  [
    "a prefix that is the name of AWS' own roles",
    grants({ Action: ["iam:UpdateAssumeRolePolicy"], Resource: `arn:aws:iam::${ACCOUNT}:role/aws-*` }),
    /role\/aws-\* is AWS' own roles too/,
  ],
  [
    "a boundary that cuts off what the role is for",
    (platform) => within(platform, ["ec2:*"]),
    /aws_iam_policy.boundary does not allow ecr:PutImage, so the role's policy allows it in vain/,
  ],
])("finds %s", (_, change, expected) => {
  expect(saysOfAws(change).join("\n")).toMatch(expected);
});

it("accepts a boundary that leaves a role what it is for", () => {
  expect(saysOfAws((platform) => within(platform, ["ecr:*"]))).toEqual([]);
});
