import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import { Construct } from "constructs";

/** EKS' own access policies that are in use (https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html). */
export type AccessPolicy =
  /** Everything, as `cluster-admin`. */
  | "AmazonEKSClusterAdminPolicy"
  /** Reads everything, Secrets too: a plan compares them, and Helm keeps its releases in some. */
  | "AmazonEKSAdminViewPolicy";

export interface ClusterAccessProps {
  /** Name of the EKS cluster. */
  readonly cluster: string;

  /** ARN of an IAM role or user. */
  readonly principal: string;

  readonly policy: AccessPolicy;
}

/** Lets an IAM role or user into the Kubernetes API of a cluster. */
export class ClusterAccess extends Construct {
  constructor(scope: Construct, id: string, { cluster, principal, policy }: ClusterAccessProps) {
    super(scope, id);

    const entry = new EksAccessEntry(this, "Entry", {
      clusterName: cluster,
      principalArn: principal,
      type: "STANDARD",
    });
    new EksAccessPolicyAssociation(this, "Policy", {
      clusterName: cluster,
      principalArn: entry.principalArn,
      policyArn: `arn:aws:eks::aws:cluster-access-policy/${policy}`,
      accessScope: { type: "cluster" },
    });
  }
}
