import { type BuiltIn, managed } from "../kubernetes/built-in";
import { nearest } from "../rules/near";
import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { contains, overlaps, size } from "../world/network";
import { at, text, texts, type WorldObject } from "../world/object";
import { exitOf } from "./networks";

const SUBNETS = "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html";
const NODES = "https://docs.aws.amazon.com/eks/latest/userguide/create-managed-node-group.html";
const ADDONS = "https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html";
const SERVICE = "https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html";
const LOGS = "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html";
const ACCESS = "https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html";
const ENTRIES = "https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html";

/** https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html */
const KNOWN_ADDONS = [
  "vpc-cni",
  "coredns",
  "kube-proxy",
  "aws-ebs-csi-driver",
  "aws-efs-csi-driver",
  "aws-fsx-csi-driver",
  "aws-mountpoint-s3-csi-driver",
  "snapshot-controller",
  "adot",
  "aws-guardduty-agent",
  "amazon-cloudwatch-observability",
  "eks-pod-identity-agent",
  "eks-node-monitoring-agent",
  "metrics-server",
  "kube-state-metrics",
  "prometheus-node-exporter",
  "cert-manager",
  "external-dns",
  "cluster-autoscaler",
  "fluent-bit",
  "aws-network-flow-monitoring-agent",
];

const KNOWN_POLICIES = [
  "AmazonEKSClusterAdminPolicy",
  "AmazonEKSAdminPolicy",
  "AmazonEKSAdminViewPolicy",
  "AmazonEKSEditPolicy",
  "AmazonEKSViewPolicy",
  "AmazonEKSSecretReaderPolicy",
  "AmazonEKSAutoNodePolicy",
  "AmazonEKSClusterInsightsPolicy",
  "AmazonEKSComputePolicy",
  "AmazonEKSNetworkingPolicy",
  "AmazonEKSBlockStoragePolicy",
  "AmazonEKSLoadBalancingPolicy",
];

const TYPES = [
  "STANDARD",
  "EC2_LINUX",
  "EC2_WINDOWS",
  "FARGATE_LINUX",
  "EC2",
  "HYBRID_LINUX",
  "HYPERPOD_LINUX",
];

/** Clusters and what belongs to them. */
export function eksFindings(estate: Estate): Judged[] {
  return [
    ...estate.ofType("aws_eks_cluster").flatMap((cluster) => clusterFindings(cluster, estate)),
    ...estate.ofType("aws_eks_node_group").flatMap((group) => nodeFindings(group, estate)),
    ...estate.ofType("aws_eks_addon").flatMap((addon) => addonFindings(addon, estate)),
    ...estate.ofType("aws_eks_access_entry").flatMap((entry) => entryFindings(entry, estate)),
    ...estate.ofType("aws_eks_access_policy_association").flatMap(accessFindings),
  ];
}

const clusterOf = (object: WorldObject, estate: Estate) =>
  estate
    .ofType("aws_eks_cluster")
    .find(({ values }) => text(values, "name") === text(object.values, "cluster_name"));

function clusterFindings(cluster: WorldObject, estate: Estate): Judged[] {
  const subnets = texts(cluster.values, "vpc_config.subnet_ids").flatMap((id) => estate.withId(id));
  const zones = new Set(
    subnets.map(({ values }) => text(values, "availability_zone_id") || text(values, "availability_zone")),
  );
  const vpcs = new Set(subnets.map(({ values }) => text(values, "vpc_id")));
  const service = text(cluster.values, "kubernetes_network_config.service_ipv4_cidr");
  const [vpc] = [...vpcs].flatMap((id) => estate.withId(id));
  const isPrivate = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].some((range) =>
    contains(range, service),
  );
  const bits = size(service);
  const group = `/aws/eks/${text(cluster.values, "name")}/cluster`;
  const logs = estate
    .ofType("aws_cloudwatch_log_group")
    .filter(({ values }) => text(values, "name").startsWith("/aws/eks/"));
  const own = logs.find(({ values }) => text(values, "name") === group);
  const isLogged = texts(cluster.values, "enabled_cluster_log_types").length > 0;
  return [
    ...(subnets.length > 0 && zones.size < 2
      ? [
          found(
            cluster,
            `vpc_config.subnet_ids: all are in ${[...zones].join()}; EKS wants at least two zones`,
            SUBNETS,
          ),
        ]
      : []),
    ...(vpcs.size > 1 ? [found(cluster, "vpc_config.subnet_ids: they are in several VPCs", SUBNETS)] : []),
    ...(service === "" || isPrivate
      ? []
      : [found(cluster, `service_ipv4_cidr: ${service} is not in a private range`, SERVICE)]),
    ...(service !== "" && (bits > 2 ** 20 || bits < 2 ** 8)
      ? [found(cluster, `service_ipv4_cidr: ${service} is not between /24 and /12`, SERVICE)]
      : []),
    ...(vpc && texts(vpc.values, "cidr_block").some((range) => overlaps(range, service))
      ? [
          found(
            cluster,
            `service_ipv4_cidr: ${service} overlaps the VPC, ${text(vpc.values, "cidr_block")}`,
            SERVICE,
          ),
        ]
      : []),
    ...(isLogged && logs.length > 0 && !own
      ? [
          found(
            cluster,
            `writes its logs to ${group}, which nobody makes: EKS makes one that keeps them for ever`,
            LOGS,
          ),
        ]
      : []),
    ...(isLogged && own && !estate.isBefore(own, cluster)
      ? [
          found(
            cluster,
            `EKS makes ${group} itself if it is not there: nothing makes ${own.address} come before`,
            LOGS,
          ),
        ]
      : []),
    ...keyFindings(cluster, estate),
  ];
}

/** https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html */
function keyFindings(cluster: WorldObject, estate: Estate): Judged[] {
  const source = "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html";
  const arn = text(cluster.values, "encryption_config.provider.key_arn");
  const resources = texts(cluster.values, "encryption_config.resources");
  const made = estate.withId(arn).length > 0;
  return [
    ...(arn !== "" && !made
      ? [found(cluster, `encryption_config.provider.key_arn: nobody makes '${arn}'`, source)]
      : []),
    ...resources
      .filter((name) => name !== "secrets")
      .map((name) => found(cluster, `encryption_config.resources: '${name}' is not secrets`, source)),
  ];
}

function nodeFindings(group: WorldObject, estate: Estate): Judged[] {
  const cluster = clusterOf(group, estate);
  const subnets = texts(group.values, "subnet_ids").flatMap((id) => estate.withId(id));
  const [least, wanted, most] = ["min_size", "desired_size", "max_size"].map((key) =>
    Number(at(group.values, `scaling_config.${key}`)[0]),
  );
  const [own, control] = [text(group.values, "version"), text(cluster?.values, "version")].map((version) =>
    Number(version.split(".")[1]),
  );
  const isolated = subnets.filter((subnet) => exitOf(subnet, estate) === undefined);
  const types = texts(group.values, "instance_types");
  const isArm = /ARM_64/i.test(text(group.values, "ami_type"));
  const wrong = types.filter(
    (type) =>
      /^[a-z]+\d+g[a-z]*\./.test(type) !== isArm &&
      text(group.values, "ami_type") !== "CUSTOM" &&
      text(group.values, "ami_type") !== "",
  );
  return [
    ...isolated.map((subnet) =>
      found(
        group,
        `subnet_ids: ${subnet.address} has no way to the Internet, so its nodes neither reach the cluster nor pull images`,
        SUBNETS,
      ),
    ),
    ...(Number(least) <= Number(wanted) && Number(wanted) <= Number(most)
      ? []
      : [found(group, `scaling_config: ${least} <= ${wanted} <= ${most} does not hold`, NODES)]),
    ...(own && control && (own > control || own < control - 3)
      ? [found(group, `version: 1.${own} does not fit the cluster's 1.${control}`, NODES)]
      : []),
    ...wrong.map((type) =>
      found(group, `instance_types: ${type} does not run images of ${text(group.values, "ami_type")}`, NODES),
    ),
    ...nodeNeeds(group, estate),
  ];
}

/** Nodes are ready only with a network plugin; the plugin asks the pod identity agent for its role. */
function nodeNeeds(group: WorldObject, estate: Estate): Judged[] {
  const cluster = clusterOf(group, estate);
  if (at(cluster?.values, "bootstrap_self_managed_addons")[0] !== false) return [];
  const addons = estate
    .ofType("aws_eks_addon")
    .filter(({ values }) => text(values, "cluster_name") === text(group.values, "cluster_name"));
  return [
    "vpc-cni",
    "kube-proxy",
    ...(addons.some(({ values }) => at(values, "pod_identity_association").length > 0)
      ? ["eks-pod-identity-agent"]
      : []),
  ].flatMap((name) => {
    const addon = addons.find(({ values }) => text(values, "addon_name") === name);
    if (!addon) return [found(group, `the cluster has no add-on ${name}: nodes never become ready`, ADDONS)];
    return estate.isBefore(addon, group)
      ? []
      : [found(group, `nodes need the add-on ${name}: nothing makes ${addon.address} come before`, ADDONS)];
  });
}

function addonFindings(addon: WorldObject, estate: Estate): Judged[] {
  const name = text(addon.values, "addon_name");
  const near = KNOWN_ADDONS.includes(name) ? undefined : nearest(name, KNOWN_ADDONS);
  const group = estate
    .ofType("aws_eks_node_group")
    .find(({ values }) => text(values, "cluster_name") === text(addon.values, "cluster_name"));
  const needsNodes =
    /^(coredns|aws-ebs-csi-driver|aws-efs-csi-driver|metrics-server|snapshot-controller|cert-manager|external-dns)$/.test(
      name,
    );
  const agent = estate
    .ofType("aws_eks_addon")
    .find(
      ({ values }) =>
        text(values, "addon_name") === "eks-pod-identity-agent" &&
        text(values, "cluster_name") === text(addon.values, "cluster_name"),
    );
  const hasIdentity = at(addon.values, "pod_identity_association").length > 0;
  return [
    ...(near ? [found(addon, `addon_name: there is no '${name}'; is ${near} meant?`, ADDONS)] : []),
    ...(needsNodes && group && !estate.isBefore(group, addon)
      ? [found(addon, `its pods need nodes: nothing makes ${group.address} come before`, ADDONS)]
      : []),
    ...(hasIdentity && !agent
      ? [
          found(
            addon,
            "takes a role on by Pod Identity, but the cluster lacks the add-on eks-pod-identity-agent",
            ADDONS,
          ),
        ]
      : []),
    ...(hasIdentity && agent && !estate.isBefore(agent, addon)
      ? [found(addon, `takes a role on by Pod Identity: nothing makes ${agent.address} come before`, ADDONS)]
      : []),
  ];
}

function entryFindings(entry: WorldObject, estate: Estate): Judged[] {
  const principal = text(entry.values, "principal_arn");
  const type = text(entry.values, "type");
  const isOurs = estate
    .ofType("aws_iam_role")
    .some(({ values }) => principal.endsWith(`/${text(values, "name")}`));
  const account = entry.place["account"];
  const grants = [...estate.ofType("aws_eks_access_policy_association")].filter(
    ({ values }) =>
      text(values, "principal_arn") === principal &&
      text(values, "cluster_name") === text(entry.values, "cluster_name"),
  );
  const groups = texts(entry.values, "kubernetes_groups");
  return [
    ...(TYPES.includes(type) || type === ""
      ? []
      : [found(entry, `type: '${type}' is not one of ${TYPES.join(", ")}`, ENTRIES)]),
    ...(/^arn:[\w-]+:iam::\d{12}:(role|user)\/\S+$/.test(principal)
      ? []
      : [found(entry, `principal_arn: '${principal}' is not a role's or user's ARN`, ENTRIES)]),
    ...(account && !isOurs && /^arn:[\w-]+:iam::(\d+):/.exec(principal)?.[1] !== account
      ? [found(entry, `principal_arn: '${principal}' is of another account than ${account}`, ENTRIES)]
      : []),
    ...(grants.length === 0 && groups.length === 0 && (type === "STANDARD" || type === "")
      ? [found(entry, "gives no rights: no access policy is associated", ENTRIES)]
      : []),
  ];
}

function accessFindings(association: WorldObject): Judged[] {
  const arn = text(association.values, "policy_arn");
  const name = /^arn:[\w-]+:eks::aws:cluster-access-policy\/(\w+)$/.exec(arn)?.[1];
  if (!name)
    return [
      found(
        association,
        `policy_arn: '${arn}' is not one such as arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy`,
        ACCESS,
      ),
    ];
  const near = KNOWN_POLICIES.includes(name) ? undefined : nearest(name, KNOWN_POLICIES);
  return near ? [found(association, `policy_arn: there is no ${name}; is ${near} meant?`, ACCESS)] : [];
}

/** What an EKS cluster comes with: its add-ons. */
export function eksCluster(estate: Estate, key: string): BuiltIn | undefined {
  const cluster = estate
    .ofType("aws_eks_cluster")
    .find(({ values }) => text(values, "endpoint") !== "" && key.startsWith(text(values, "endpoint")));
  if (!cluster) return undefined;
  const addons = estate
    .ofType("aws_eks_addon")
    .filter(({ values }) => text(values, "cluster_name") === text(cluster.values, "name"))
    .map(({ values }) => text(values, "addon_name"));
  const accounts = [
    ["aws-ebs-csi-driver", "ebs-csi-controller-sa"],
    ["vpc-cni", "aws-node"],
  ].filter(([addon = ""]) => addons.includes(addon));
  const base = managed();
  return {
    ...base,
    pods: addons.includes("coredns") ? base.pods : [],
    storageClasses: ["gp2"],
    serviceAccounts: accounts.map(([, name = ""]) => ({ namespace: "kube-system", name })),
    groups: ["vpcresources.k8s.aws", "networking.k8s.aws"],
  };
}
