import type { Estate } from "../../world/estate";
import { found, type Judged } from "../../world/finding";
import { at, text, texts, type WorldObject } from "../../world/object";
import { decide } from "./evaluate";
import { roleOf } from "./roles";

/** A resource that works as a role, and what it needs of it. */
interface Use {
  readonly types: RegExp;
  readonly attribute: string;
  /** The service that takes the role on. */
  readonly service: string;
  /** What it calls to do so. */
  readonly calls: readonly string[];
  /** One policy of each list has to be attached, unless the role's own statements allow what is written there. */
  readonly policies?: (object: WorldObject, estate: Estate) => readonly (readonly string[])[];
  readonly source: string;
}

const POD_IDENTITY = "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html";

/** What an add-on has to be allowed. https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html */
const ADDONS: Readonly<Record<string, { readonly account: string; readonly policies: readonly string[] }>> = {
  "vpc-cni": { account: "aws-node", policies: ["AmazonEKS_CNI_Policy"] },
  "aws-ebs-csi-driver": {
    account: "ebs-csi-controller-sa",
    policies: [
      "AmazonEBSCSIDriverPolicy",
      "AmazonEBSCSIDriverPolicyV2",
      "AmazonEBSCSIDriverEKSClusterScopedPolicy",
    ],
  },
  "aws-efs-csi-driver": { account: "efs-csi-controller-sa", policies: ["AmazonEFSCSIDriverPolicy"] },
};

const USES: readonly Use[] = [
  {
    types: /^aws_eks_cluster$/,
    attribute: "role_arn",
    service: "eks.amazonaws.com",
    calls: ["sts:AssumeRole"],
    policies: () => [["AmazonEKSClusterPolicy"]],
    source: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html",
  },
  {
    types: /^aws_eks_node_group$/,
    attribute: "node_role_arn",
    service: "ec2.amazonaws.com",
    calls: ["sts:AssumeRole"],
    policies: () => [
      ["AmazonEKSWorkerNodePolicy", "AmazonEKSWorkerNodeMinimalPolicy"],
      [
        "AmazonEC2ContainerRegistryPullOnly",
        "AmazonEC2ContainerRegistryReadOnly",
        "AmazonEC2ContainerRegistryPowerUser",
      ],
    ],
    source: "https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html",
  },
  {
    types: /^aws_eks_addon$/,
    attribute: "pod_identity_association.role_arn",
    service: "pods.eks.amazonaws.com",
    calls: ["sts:AssumeRole", "sts:TagSession"],
    policies: ({ values }) => {
      const addon = ADDONS[text(values, "addon_name")];
      return addon ? [addon.policies] : [];
    },
    source: POD_IDENTITY,
  },
  {
    types: /^aws_eks_pod_identity_association$/,
    attribute: "role_arn",
    service: "pods.eks.amazonaws.com",
    calls: ["sts:AssumeRole", "sts:TagSession"],
    source: POD_IDENTITY,
  },
];

/** Roles that are taken on: by whom they trust, with the rights that this takes, and in time. */
export function useFindings(estate: Estate): Judged[] {
  return [
    ...USES.flatMap((use) =>
      estate
        .ofType(use.types)
        .flatMap((object) =>
          texts(object.values, use.attribute).flatMap((arn) => useOf(use, object, arn, estate)),
        ),
    ),
    ...estate.ofType("aws_eks_addon").flatMap(addonFindings),
  ];
}

function useOf(use: Use, object: WorldObject, arn: string, estate: Estate): Judged[] {
  const { attribute, service, calls, source } = use;
  const role = roleOf(estate, arn);
  if (!role) {
    // Where no role is made at all, roles are made outside of this environment.
    const isOurs = estate.ofType("aws_iam_role").length > 0 && /^arn:[\w-]+:iam::\d{12}:role\//.test(arn);
    return isOurs ? [found(object, `${attribute}: '${arn}' is a role that nobody makes`, source)] : [];
  }
  const context = contextOf(object, estate);
  const trusting = role.trust.filter((statement) => at(statement, "Principal.Service").includes(service));
  const refused = calls
    .map((action) => ({ action, ...decide(trusting, { action, context }) }))
    .filter(({ allowed }) => !allowed);
  const trust =
    trusting.length === 0
      ? [`${role.object.address} does not trust ${service}`]
      : refused.map(({ action, why }) => `${role.object.address} refuses ${action} to ${service}: ${why}`);
  const missing = (use.policies?.(object, estate) ?? []).filter(
    (names) => !role.managed.some(({ name }) => names.includes(name)),
  );
  const late = role.grants.filter((grant) => !estate.isBefore(grant, object));
  return [
    ...trust.map((says) => found(object, `${attribute}: ${says}`, source)),
    ...missing.map((names) =>
      found(object, `${attribute}: ${role.object.address} lacks the policy ${names[0]}`, source),
    ),
    ...(role.grants.length === 0
      ? [found(object, `${attribute}: ${role.object.address} is allowed nothing`, source)]
      : []),
    ...late.map((grant) =>
      found(
        object,
        `${attribute}: the role may not have its rights yet: nothing makes ${grant.address} come before`,
        source,
      ),
    ),
  ];
}

/** What AWS tells the trust policy about who asks. */
function contextOf({ type, values, place }: WorldObject, estate: Estate): Record<string, string> {
  const account = place["account"];
  const own = account ? { "aws:SourceAccount": account } : {};
  if (!/^aws_eks_(addon|pod_identity_association)$/.test(type)) return own;
  const cluster = text(values, "cluster_name");
  const arn = text(
    estate.ofType("aws_eks_cluster").find((each) => text(each.values, "name") === cluster)?.values,
    "arn",
  );
  return {
    ...own,
    ...(arn ? { "aws:SourceArn": arn, "aws:RequestTag/eks-cluster-arn": arn } : {}),
    "aws:RequestTag/eks-cluster-name": cluster,
    "aws:RequestTag/kubernetes-namespace": text(values, "namespace") || "kube-system",
    "aws:RequestTag/kubernetes-service-account":
      text(values, "service_account") || text(values, "pod_identity_association.service_account"),
  };
}

function addonFindings(addon: WorldObject): Judged[] {
  const known = ADDONS[text(addon.values, "addon_name")];
  const accounts = texts(addon.values, "pod_identity_association.service_account");
  return known
    ? accounts
        .filter((account) => account !== known.account)
        .map((account) =>
          found(
            addon,
            `pod_identity_association.service_account: the add-on runs as ${known.account}, not as '${account}'`,
            POD_IDENTITY,
          ),
        )
    : [];
}
