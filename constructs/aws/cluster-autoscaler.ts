import { Construct } from "constructs";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { AUTOSCALER, autoscalerObjects } from "./cluster-autoscaler-objects";
import { podIdentity } from "./pod-role";
import type { Statement } from "./policy";
import type { AwsAccount } from "./provider";

/**
 * What the autoscaler calls: its own list for a group of nodes that EKS manages, and changes only to groups that EKS has
 * marked as one cluster's (https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md#iam-policy).
 */
export const autoscalerStatements = (
  { accountId }: AwsAccount,
  region: string,
  cluster: string,
): readonly Statement[] => [
  {
    Sid: "Look",
    Effect: "Allow",
    Action: [
      "autoscaling:DescribeAutoScalingGroups",
      "autoscaling:DescribeAutoScalingInstances",
      "autoscaling:DescribeLaunchConfigurations",
      "autoscaling:DescribeScalingActivities",
      "ec2:DescribeImages",
      "ec2:DescribeInstanceTypes",
      "ec2:DescribeLaunchTemplateVersions",
      "ec2:GetInstanceTypesFromInstanceRequirements",
    ],
    Resource: "*", // these know no resources
  },
  {
    Sid: "LookAtNodes",
    Effect: "Allow",
    Action: "eks:DescribeNodegroup",
    Resource: `arn:aws:eks:${region}:${accountId}:nodegroup/${cluster}/*`,
  },
  {
    Sid: "Scale",
    Effect: "Allow",
    Action: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
    Resource: `arn:aws:autoscaling:${region}:${accountId}:autoScalingGroup:*`,
    Condition: { StringEquals: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${cluster}`]: "owned" } },
  },
];

export interface ClusterAutoscalerProps {
  readonly account: AwsAccount;

  /** AWS' name of the region. */
  readonly region: string;

  /** Name of the EKS cluster. */
  readonly cluster: string;

  /** Tag of the image: `v1.35.1`. */
  readonly version: string;
}

/**
 * Cluster Autoscaler: adds a node while pods find no room, removes one that the others can do without, within the bounds of
 * the node group. It finds the group by tags that EKS sets.
 */
export class ClusterAutoscaler extends Construct {
  constructor(scope: Construct, id: string, props: ClusterAutoscalerProps) {
    super(scope, id);
    const { account, region, cluster, version } = props;

    const identity = podIdentity(this, {
      account,
      cluster,
      name: `${cluster}-autoscaler`,
      description: `Cluster Autoscaler of the EKS cluster ${cluster}`,
      namespace: AUTOSCALER.namespace,
      serviceAccount: AUTOSCALER.name,
      statements: autoscalerStatements(account, region, cluster),
    });
    new ManifestRelease(this, "Resource", {
      name: AUTOSCALER.name,
      namespace: AUTOSCALER.namespace,
      objects: autoscalerObjects({ cluster, region, version }),
      dependsOn: [identity],
    });
  }
}
