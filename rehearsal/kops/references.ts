import type { Reference } from "../world/references";
import type { Unique } from "../world/unique";

const DOCS = "https://github.com/terraform-kops/terraform-provider-kops/blob/v1.36.2/docs/resources";

export const KOPS_REFERENCES: readonly Reference[] = [
  {
    types: /^kops_(instance_group|cluster_updater)$/,
    attribute: "cluster_name",
    to: /^kops_cluster$/,
    by: "name",
    says: "a cluster of kOps",
    source: `${DOCS}/instance_group.md`,
  },
  {
    types: /^kops_cluster$/,
    attribute: "networking.network_id",
    to: /^aws_vpc$/,
    says: "a VPC",
    source: `${DOCS}/cluster.md`,
  },
  {
    types: /^kops_cluster$/,
    attribute: "networking.subnet.id",
    to: /^aws_subnet$/,
    says: "a subnet of the VPC",
    source: `${DOCS}/cluster.md`,
  },
  {
    types: /^kops_cluster$/,
    attribute: "iam.permissions_boundary",
    to: /^aws_iam_policy$/,
    says: "a policy",
    source: "https://kops.sigs.k8s.io/iam_roles/#permissions-boundaries",
  },
];

export const KOPS_UNIQUE: readonly Unique[] = [
  {
    types: /^kops_cluster$/,
    within: [],
    attributes: ["name"],
    says: "kOps keeps both in one place of its store",
    source: "https://kops.sigs.k8s.io/state/",
  },
  {
    types: /^kops_instance_group$/,
    within: ["cluster_name"],
    attributes: ["name"],
    says: "groups of a cluster have names of their own",
    source: `${DOCS}/instance_group.md`,
  },
];
