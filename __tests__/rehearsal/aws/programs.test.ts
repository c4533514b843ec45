import type { WorldObject } from "../../../rehearsal/world/object";
import { resource, says } from "../fixtures/estate";

const ACCOUNT = "123456789012";
const CLUSTER = "https://main.eks.amazonaws.com";
const region = "eu-central-1";
const arn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const policy = (action: readonly string[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });

/** A job that may look at the cluster, and a log group that another environment's workspace has. */
const job = (allowed: readonly string[]): WorldObject[] => {
  const place = { region, account: ACCOUNT };
  const federated = { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.example.com` };
  const trust = { Effect: "Allow", Principal: federated, Action: "sts:AssumeRoleWithWebIdentity" };
  return [
    resource(
      "aws_iam_role",
      "Job",
      {
        name: "job",
        arn: arn("job"),
        assume_role_policy: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
      },
      { place },
    ),
    resource(
      "aws_iam_role_policy",
      "Own",
      { name: "own", role: "job", policy: policy(allowed) },
      { place, dependencies: ["aws_iam_role.Job"] },
    ),
    resource(
      "aws_eks_access_policy_association",
      "View",
      {
        cluster_name: "main",
        principal_arn: arn("job"),
        policy_arn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
      },
      { place },
    ),
    resource("aws_cloudwatch_log_group", "Logs", { name: "/a" }, { place, workspace: "demo-two" }),
  ];
};

describe("a job that plans", () => {
  const READS = ["logs:DescribeLogGroups", "logs:ListTagsForResource"];
  const ofLogs = (allowed: readonly string[]) =>
    says(job(allowed)).filter((each) => /log_group/.test(each) && /needs/.test(each));

  it("may read what there is", () => expect(ofLogs(READS)).toEqual([]));

  it("is told what it lacks, and for which resource", () =>
    expect(ofLogs(READS.slice(0, 1)).join("\n")).toMatch(
      /aws_cloudwatch_log_group.Logs of demo-two needs logs:ListTagsForResource/,
    ));
});

describe("a program in a cluster", () => {
  const kubernetes = { cluster: CLUSTER };
  const of = (change: { account?: string; values?: string } = {}): WorldObject[] => [
    resource(
      "aws_eks_cluster",
      "Main",
      { name: "main", endpoint: CLUSTER, region, vpc_config: [{ subnet_ids: ["subnet-1"] }] },
      { place: { region } },
    ),
    resource("aws_subnet", "One", { id: "subnet-1", vpc_id: "vpc-1" }, { place: { region } }),
    resource("aws_eks_pod_identity_association", "Balancer", {
      cluster_name: "main",
      namespace: "kube-system",
      service_account: change.account ?? "balancer",
      role_arn: arn("balancer"),
    }),
    resource(
      "helm_release",
      "Controller",
      {
        name: "balancer",
        namespace: "kube-system",
        chart: "aws-load-balancer-controller",
        values: [change.values ?? "{clusterName: main, vpcId: vpc-1, serviceAccount: {name: balancer}}"],
      },
      { place: kubernetes, dependencies: ["aws_eks_pod_identity_association.Balancer"] },
    ),
  ];
  const ofController = (change: Parameters<typeof of>[0]) =>
    says(of(change)).filter((each) => /service_account|values of|have no role|without their role/.test(each));

  it("has the role that its service account is given, and knows where it runs", () =>
    expect(ofController({})).toEqual([]));

  it.each([
    [
      "an account that nobody makes",
      { account: "balancr" },
      /nobody makes kube-system\/balancr; there are balancer/,
    ],
    ["no role", { account: "balancr" }, /no Pod Identity association is for kube-system\/balancer/],
    [
      "another network",
      { values: "{clusterName: main, vpcId: vpc-2, serviceAccount: {name: balancer}}" },
      /vpcId: 'vpc-2' is not the cluster's, vpc-1/,
    ],
    [
      "another cluster",
      { values: "{clusterName: mian, vpcId: vpc-1, serviceAccount: {name: balancer}}" },
      /clusterName: 'mian' is not the cluster's, main/,
    ],
  ])("is reported with %s", (_, change, expected) =>
    expect(ofController(change).join("\n")).toMatch(expected),
  );
});
