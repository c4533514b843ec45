import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { Construct } from "constructs";
import type { AwsAccount } from "./provider";
import { Role, type RoleProps } from "./role";

export interface PodRoleProps
  extends Pick<RoleProps, "name" | "description" | "managedPolicies" | "statements"> {
  readonly account: AwsAccount;

  /** Name of the EKS cluster. */
  readonly cluster: string;

  readonly namespace: string;
  readonly serviceAccount: string;
}

/**
 * A role for the pods of one service account in one cluster, by EKS Pod Identity, which tags its request with both
 * (https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html).
 */
export class PodRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, props: PodRoleProps) {
    super(scope, id);
    const { account, cluster, namespace, serviceAccount, ...role } = props;

    this.role = new Role(this, "Role", {
      ...role,
      boundary: account.boundary,
      trust: {
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: {
            "aws:SourceAccount": account.accountId,
            "aws:RequestTag/eks-cluster-name": cluster,
            "aws:RequestTag/kubernetes-namespace": namespace,
            "aws:RequestTag/kubernetes-service-account": serviceAccount,
          },
        },
      },
    });
  }
}

/**
 * Makes a role for the pods of a service account, and hands it to them; both beside each other in `scope`.
 *
 * @returns what pods need before they start
 */
export function podIdentity(scope: Construct, props: PodRoleProps): EksPodIdentityAssociation {
  const { role } = new PodRole(scope, "Identity", props);
  return new EksPodIdentityAssociation(scope, "Association", {
    clusterName: props.cluster,
    namespace: props.namespace,
    serviceAccount: props.serviceAccount,
    roleArn: role.arn,
    dependsOn: role.policies,
  });
}
