import { type Aws, last, saysOfAws } from "../fixtures/aws";

// biome-ignore lint/suspicious/noExplicitAny: tests put anything anywhere
const values = (platform: Aws, name: string): any => platform[name]?.[1];
const edit = (platform: Aws, name: string, attribute: string, from: string, to: string) => {
  values(platform, name)[attribute] = values(platform, name)[attribute].replace(from, to);
};

it("has nothing against a platform that is as it should be", () => expect(saysOfAws()).toEqual([]));

it.each<[string, (platform: Aws) => void, RegExp]>([
  // networks
  [
    "a subnet outside of its VPC",
    (p) => (values(p, "two").cidr_block = "10.20.0.0/20"),
    /10.20.0.0\/20 is not part of its VPC/,
  ],
  [
    "subnets that overlap",
    (p) => (values(p, "two").cidr_block = "10.10.16.0/21"),
    /overlaps that of aws_subnet.one/,
  ],
  [
    "a zone of another region",
    (p) => (values(p, "two").availability_zone_id = "euw2-az2"),
    /euw2-az2 is not one of eu-central-1/,
  ],
  [
    "a NAT gateway without a way out",
    (p) => (values(p, "nat").subnet_id = "subnet-1"),
    /aws_subnet.one has no route to an internet gateway/,
  ],
  [
    "an address before the gateway",
    (p) => last(p, "internet"),
    /nothing makes aws_internet_gateway.internet come before/,
  ],
  ["a subnet without routes", (p) => delete p["twoRoutes"], /has no route table of its own/],
  [
    "nodes that cannot get out",
    (p) => delete p["toNat"],
    /has no way to the Internet, so its nodes neither reach/,
  ],
  [
    "a tier that is none",
    (p) => (values(p, "one").tags = { "kubernetes.io/role/elb": "1" }),
    /has no route to an internet gateway/,
  ],
  // alarms
  [
    "an alarm that tells a topic of another region",
    (p) => (values(p, "alarm").region = "us-west-2"),
    /alarm_actions: '.*' is in eu-central-1, but this is in us-west-2/,
  ],
  [
    "a subscription to a topic that is not there",
    (p) => (values(p, "told").topic_arn = "arn:aws:sns:eu-central-1:123456789012:other"),
    /topic_arn: '.*:other' is not a topic's ARN/,
  ],
  // EKS
  [
    "one zone only",
    (p) => (values(p, "two").availability_zone_id = "euc1-az1"),
    /EKS wants at least two zones/,
  ],
  [
    "services inside of the VPC",
    (p) => (values(p, "cluster").kubernetes_network_config[0].service_ipv4_cidr = "10.10.0.0/20"),
    /overlaps the VPC/,
  ],
  [
    "services at public addresses",
    (p) => (values(p, "cluster").kubernetes_network_config[0].service_ipv4_cidr = "52.0.0.0/16"),
    /is not in a private range/,
  ],
  [
    "a log group of another name",
    (p) => (values(p, "logs").name = "/aws/eks/mian/cluster"),
    /writes its logs to \/aws\/eks\/main\/cluster, which nobody makes/,
  ],
  [
    "a log group that may come later",
    (p) => last(p, "logs"),
    /nothing makes aws_cloudwatch_log_group.logs come before/,
  ],
  [
    "a cluster that nobody makes",
    (p) => (values(p, "nodes").cluster_name = "mian"),
    /'mian' is not an EKS cluster/,
  ],
  [
    "an add-on that is misspelt",
    (p) => (values(p, "dns").addon_name = "cordens"),
    /there is no 'cordens'; is coredns meant/,
  ],
  [
    "an add-on before its nodes",
    (p) => last(p, "nodes"),
    /nothing makes aws_eks_node_group.nodes come before/,
  ],
  ["nodes before their network", (p) => last(p, "cni"), /nodes need the add-on vpc-cni/],
  ["nodes without a network", (p) => delete p["cni"], /has no add-on vpc-cni/],
  [
    "nodes ahead of the cluster",
    (p) => (values(p, "nodes").version = "1.36"),
    /1.36 does not fit the cluster's 1.35/,
  ],
  [
    "machines of another architecture",
    (p) => (values(p, "nodes").instance_types = ["t4g.medium"]),
    /t4g.medium does not run images of AL2023_x86_64/,
  ],
  [
    "fewer nodes than at least",
    (p) => (values(p, "nodes").scaling_config[0].min_size = 3),
    /3 <= 2 <= 3 does not hold/,
  ],
  ["an entry without rights", (p) => delete p["access"], /gives no rights/],
  [
    "an access policy that is misspelt",
    (p) => edit(p, "access", "policy_arn", "View", "Veiw"),
    /there is no AmazonEKSVeiwPolicy; is AmazonEKSViewPolicy meant/,
  ],
  [
    "rights for somebody else",
    (p) => edit(p, "access", "principal_arn", "job", "node"),
    /is not the principal of an access entry/,
  ],
  // roles
  [
    "roles that are swapped",
    (p) => (values(p, "nodes").node_role_arn = values(p, "controlRole").arn),
    /aws_iam_role.controlRole does not trust ec2.amazonaws.com/,
  ],
  [
    "a role that nobody makes",
    (p) => edit(p, "cluster", "role_arn", "control", "contrl"),
    /is a role that nobody makes/,
  ],
  ["a role without its policy", (p) => delete p["controlPolicy"], /lacks the policy AmazonEKSClusterPolicy/],
  ["rights that may come later", (p) => last(p, "controlPolicy"), /may not have its rights yet/],
  [
    "a call that the trust leaves out",
    (p) => edit(p, "cniRole", "assume_role_policy", ',"sts:TagSession"', ""),
    /refuses sts:TagSession/,
  ],
  [
    "a trust in another cluster",
    (p) => edit(p, "cniRole", "assume_role_policy", '"main"', '"other"'),
    /only where aws:RequestTag\/eks-cluster-name is other/,
  ],
  [
    "an add-on's account that is misspelt",
    (p) => (values(p, "cni").pod_identity_association[0].service_account = "aws-nodes"),
    /runs as aws-node, not as 'aws-nodes'/,
  ],
  // policies
  [
    "an action that is misspelt",
    (p) => edit(p, "jobPolicy", "policy", "PutImage", "PutImgae"),
    /matches nothing of ecr; is ecr:PutImage meant/,
  ],
  [
    "an effect that is none",
    (p) => edit(p, "jobPolicy", "policy", "Allow", "allow"),
    /Effect 'allow' is not Allow or Deny/,
  ],
  ["no resource", (p) => edit(p, "jobPolicy", "policy", '"Resource"', '"Resources"'), /names no Resource/],
  [
    "everything on everything",
    (p) => edit(p, "jobPolicy", "policy", '["ecr:PutImage"]', '"*"'),
    /allows every action/,
  ],
  [
    "a change of any resource",
    (p) => edit(p, "jobPolicy", "policy", values(p, "jobPolicy").policy.match(/"arn[^"]*"/)[0], '"*"'),
    /allows ecr:PutImage on every resource/,
  ],
  [
    "a wrong audience",
    (p) => edit(p, "jobRole", "assume_role_policy", '"sts.amazonaws.com"', '"sts.amazon.com"'),
    /has no audience 'sts.amazon.com'/,
  ],
  [
    "a provider that nobody makes",
    (p) => edit(p, "jobRole", "assume_role_policy", "oidc-provider/token", "oidc-provider/tokens"),
    /nobody makes the provider/,
  ],
  [
    "a provider of another account",
    (p) => edit(p, "jobRole", "assume_role_policy", "123456789012", "210987654321"),
    /is of another account/,
  ],
  [
    "a trust in everybody",
    (p) => edit(p, "jobRole", "assume_role_policy", "repo:example/app:ref:refs/heads/main", "*"),
    /the subject '\*' lets anybody in/,
  ],
  [
    "a job that pushes, and cannot sign in",
    (p) => edit(p, "jobPolicy", "policy", "ecr:GetAuthorizationToken", "ecr:DescribeRegistry"),
    /ecr:GetAuthorizationToken/,
  ],
  ["a role without rights", (p) => delete p["jobPolicy"], /is allowed nothing/],
  // load balancers
  [
    "a listener where nobody is let in",
    (p) => (values(p, "listener").port = 444),
    /no security group lets users in to port 444/,
  ],
  [
    "targets that it is not let out to",
    (p) => (values(p, "targets").port = 9443),
    /no security group lets it out to port 9443/,
  ],
  [
    "a door with one side",
    (p) => delete p["fromBalancer"],
    /lets out to 8443-8443 of sg-pods, which does not let in from sg-lb/,
  ],
  ["a target group of another VPC", (p) => (values(p, "targets").vpc_id = "vpc-2"), /another VPC/],
  [
    "an endpoint of another region",
    (p) => (values(p, "endpoints").endpoint_group_region = "eu-west-2"),
    /is in eu-central-1, not in eu-west-2/,
  ],
  [
    "a port that no endpoint has",
    (p) => (values(p, "door").port_range[0] = { from_port: 444, to_port: 444 }),
    /listens on 444, where aws_lb.balancer does not/,
  ],
  [
    "an internal balancer without users' addresses, which the accelerator refuses",
    (p) => (values(p, "endpoints").endpoint_configuration[0].client_ip_preservation_enabled = false),
    /aws_lb.balancer is internal, and Global Accelerator takes internal load balancers only with/,
  ],
  [
    "a balancer that ends TLS, with users' addresses, which it cannot have",
    (p) => (values(p, "listener").protocol = "TLS"),
    /aws_lb.balancer has a TLS listener, through which no address is preserved/,
  ],
  [
    "users' addresses through a balancer without security groups",
    (p) => (values(p, "balancer").security_groups = []),
    /aws_lb.balancer has no security groups/,
  ],
  ["two listeners at one port", (p) => (p["again"] = p["listener"] as Aws[string]), /listens on a port once/],
])("finds %s", (_, change, expected) => {
  expect(saysOfAws(change).join("\n")).toMatch(expected);
});
