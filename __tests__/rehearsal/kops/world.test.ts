import type { Json, WorldObject } from "../../../rehearsal/world/object";
import { inOrder, resource, says } from "../fixtures/estate";

type Values = Record<string, Json>;
/** A platform by the names of its resources: type and values, in the order in which they are made. */
type Platform = Record<string, [type: string, values: Values]>;

const NAME = "kops-main.k8s.local";
const TAGS = { [`kubernetes.io/cluster/${NAME}`]: "shared" };

const subnet = (id: string, cidr: string): Values => ({
  id,
  vpc_id: "vpc-1",
  cidr_block: cidr,
  availability_zone: "ca-central-1a",
  tags: TAGS,
});
const group = (name: string, role: string, at: string): Values => ({
  id: `${NAME}/${name}`,
  cluster_name: NAME,
  name,
  role,
  subnets: [at],
});

/** As it should be. */
const platform = (): Platform => ({
  vpc: ["aws_vpc", { id: "vpc-1", cidr_block: "10.10.0.0/16" }],
  internet: ["aws_internet_gateway", { id: "igw-1", vpc_id: "vpc-1" }],
  out: ["aws_route_table", { id: "rtb-1", vpc_id: "vpc-1" }],
  toInternet: [
    "aws_route",
    { route_table_id: "rtb-1", destination_cidr_block: "0.0.0.0/0", gateway_id: "igw-1" },
  ],
  open: ["aws_subnet", subnet("subnet-open", "10.10.128.0/20")],
  openRoutes: ["aws_route_table_association", { subnet_id: "subnet-open", route_table_id: "rtb-1" }],
  nat: ["aws_nat_gateway", { id: "nat-1", subnet_id: "subnet-open" }],
  through: ["aws_route_table", { id: "rtb-2", vpc_id: "vpc-1" }],
  toNat: [
    "aws_route",
    { route_table_id: "rtb-2", destination_cidr_block: "0.0.0.0/0", nat_gateway_id: "nat-1" },
  ],
  closed: ["aws_subnet", subnet("subnet-closed", "10.10.0.0/20")],
  closedRoutes: ["aws_route_table_association", { subnet_id: "subnet-closed", route_table_id: "rtb-2" }],
  store: ["aws_s3_bucket", { bucket: "store" }],
  storeIsClosed: [
    "aws_s3_bucket_public_access_block",
    { bucket: "store", block_public_policy: true, restrict_public_buckets: true },
  ],
  tokens: ["aws_s3_bucket", { bucket: "tokens" }],
  tokensAreOpen: [
    "aws_s3_bucket_public_access_block",
    { bucket: "tokens", block_public_policy: false, restrict_public_buckets: false },
  ],
  cluster: [
    "kops_cluster",
    {
      id: NAME,
      name: NAME,
      config_store: [{ base: `s3://store/${NAME}` }],
      service_account_issuer_discovery: [{ discovery_store: `s3://tokens/${NAME}` }],
      api: [{ access: ["203.0.113.7/32"], load_balancer: [{ class: "Network", type: "Public" }] }],
      networking: [
        {
          network_id: "vpc-1",
          topology: [{ dns: "None" }],
          subnet: [
            { name: "private", type: "Private", zone: "ca-central-1a", id: "subnet-closed" },
            { name: "public", type: "Utility", zone: "ca-central-1a", id: "subnet-open" },
          ],
        },
      ],
      etcd_cluster: [{ name: "main", member: [{ name: "control", instance_group: "control" }] }],
    },
  ],
  control: ["kops_instance_group", group("control", "ControlPlane", "private")],
  nodes: ["kops_instance_group", group("nodes", "Node", "private")],
  updater: ["kops_cluster_updater", { id: NAME, cluster_name: NAME }],
});

const objects = (of: Platform): WorldObject[] =>
  inOrder(Object.entries(of).map(([name, [type, values]]) => resource(type, name, values)));
const judged = (change: (of: Platform) => void): string[] => {
  const changed = platform();
  change(changed);
  return says(objects(changed));
};
// biome-ignore lint/suspicious/noExplicitAny: tests put anything anywhere
const values = (of: Platform, name: string): any => of[name]?.[1];
const network = (of: Platform) => values(of, "cluster").networking[0];
const last = (of: Platform, name: string) => {
  const taken = of[name] as Platform[string];
  delete of[name];
  of[name] = taken;
};

it("has nothing against a cluster that is as it should be", () => expect(judged(() => {})).toEqual([]));

it.each<[string, (of: Platform) => void, RegExp]>([
  [
    "a group of another cluster",
    (p) => (values(p, "nodes").cluster_name = "kops-mian.k8s.local"),
    /'kops-mian.k8s.local' is not a cluster of kOps/,
  ],
  [
    "a subnet that the cluster has not",
    (p) => (values(p, "nodes").subnets = ["pirvate"]),
    /'pirvate' is no subnet of the cluster; there are private, public/,
  ],
  ["a machine without its etcd", (p) => (values(p, "control").name = "other"), /has no member of etcd main/],
  [
    "a member without its machine",
    (p) => (values(p, "cluster").etcd_cluster[0].member[0].instance_group = "contorl"),
    /etcd main: member of 'contorl', which is no group of the control plane/,
  ],
  [
    "an even etcd",
    (p) => values(p, "cluster").etcd_cluster[0].member.push({ name: "two", instance_group: "control" }),
    /etcd main: 2 members have no majority when half is lost/,
  ],
  [
    "a cluster that nothing makes",
    (p) => delete p["updater"],
    /nothing makes it: no kops_cluster_updater is for it/,
  ],
  [
    "a group that the updater does not watch",
    (p) => last(p, "nodes"),
    /keepers: nothing of kops_instance_group.nodes is among them/,
  ],
  [
    "a private subnet that is public",
    (p) => (network(p).subnet[0].id = "subnet-open"),
    /subnet 'private' is Private, but aws_subnet.open leads out another way/,
  ],
  ["a VPC that nobody makes", (p) => (network(p).network_id = "vpc-2"), /'vpc-2' is not a VPC/],
  [
    "another zone than the subnet's",
    (p) => (network(p).subnet[0].zone = "ca-central-1b"),
    /aws_subnet.closed is in ca-central-1a, not ca-central-1b/,
  ],
  [
    "a subnet that balancers do not find",
    (p) => (values(p, "open").tags = {}),
    /lacks the tag kubernetes.io\/cluster\/kops-main.k8s.local/,
  ],
  [
    "a store that nobody makes",
    (p) => (values(p, "cluster").config_store[0].base = "s3://stroe/x"),
    /config_store.base: nobody makes bucket 'stroe'/,
  ],
  [
    "a store that may come later",
    (p) => last(p, "store"),
    /config_store.base: nothing makes bucket 'store' come before/,
  ],
  [
    "a store that is public",
    (p) => delete p["storeIsClosed"],
    /holds the keys of clusters' authorities, and is open to the public/,
  ],
  [
    "keys that AWS cannot read",
    (p) =>
      Object.assign(values(p, "tokensAreOpen"), { block_public_policy: true, restrict_public_buckets: true }),
    /nobody reads there by which keys tokens are verified/,
  ],
  [
    "two clusters of one name",
    (p) => (p["again"] = [...(p["cluster"] as Platform[string])]),
    /kOps keeps both in one place of its store/,
  ],
])("finds %s", (_, change, message) => {
  expect(judged(change).join("\n")).toMatch(message);
});

describe("a role of jobs that writes into kOps' store", () => {
  const ACCOUNT = "123456789012";
  const STORE = "arn:aws:s3:::store";
  const jobs = (actions: readonly string[]): WorldObject[] => {
    const issuer = "token.actions.githubusercontent.com";
    const Federated = `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}`;
    const trust = {
      Effect: "Allow",
      Principal: { Federated },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com", [`${issuer}:sub`]: "repo:a/b:c" },
      },
    };
    const may = { Sid: "All", Effect: "Allow", Action: actions, Resource: [STORE, `${STORE}/*`] };
    const document = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
    const of: Platform = {
      issuer: [
        "aws_iam_openid_connect_provider",
        { url: `https://${issuer}`, client_id_list: ["sts.amazonaws.com"] },
      ],
      role: ["aws_iam_role", { name: "jobs", arn: "arn", assume_role_policy: document(trust) }],
      rights: ["aws_iam_role_policy", { role: "jobs", policy: document(may) }],
    };
    return Object.entries(of).map(([name, [type, values]]) =>
      resource(type, name, values, { workspace: "demo-github" }),
    );
  };
  const operator = (workspace: string) =>
    resource("aws_iam_role", "operator", { name: "operator", assume_role_policy: "{}" }, { workspace });
  /** What jobs that may only read and write objects lack, where the store's workspace is another than the cluster's. */
  const lacking = (more: WorldObject): readonly string[] => {
    const all = objects(platform()).map((object) =>
      object.type.startsWith("aws_s3_") ? { ...object, workspace: "demo-store" } : object,
    );
    return says([
      ...all.filter(({ workspace }) => workspace === "demo-store"),
      ...all.filter(({ workspace }) => workspace !== "demo-store"),
      more,
      ...jobs(["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"]),
    ]).filter((each) => each.includes(" needs "));
  };

  it("has to be allowed what the updater calls", () => {
    const found = lacking(operator("demo-store"));
    expect(found).toContainEqual(
      expect.stringContaining(
        "kops_cluster_updater.updater of demo-one needs autoscaling:CreateAutoScalingGroup",
      ),
    );
    expect(found).not.toContainEqual(expect.stringContaining("s3:"));
  });

  it("need not make the operator, which is the store's", () => {
    const tags = (workspace: string) =>
      lacking(operator(workspace)).filter((each) => each.includes("iam:TagRole"));
    expect(tags("demo-store")).toEqual([]);
    expect(tags("demo-one")).toHaveLength(1);
  });
});
