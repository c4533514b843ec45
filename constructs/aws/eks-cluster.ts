import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EksCluster as EksClusterResource } from "@cdktf/provider-aws/lib/eks-cluster";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { trustService } from "./policy";
import type { AwsAccount } from "./provider";
import { Role } from "./role";

/** Days until a key that is deleted is gone for good; the longest that AWS waits. */
const KEY_DELETION_DAYS = 30;

const LOGS = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

export interface EksClusterProps {
  readonly account: AwsAccount;

  /** Name of the cluster; unique in the account's region. */
  readonly name: string;

  /** Kubernetes version: `1.35`. */
  readonly version: string;

  /** Private subnets in at least two zones. */
  readonly subnetIds: readonly string[];

  /** The addresses of Services, a CIDR. */
  readonly serviceCidr: string;

  /** CIDRs from which the API is reached; nodes and pods reach it within the VPC. */
  readonly operatorCidrs: readonly string[];

  /** Days that the control plane's logs are kept. */
  readonly logRetentionDays: number;

  /** Whether AWS and Terraform refuse to destroy the cluster's key, and AWS the cluster. */
  readonly protect: boolean;
}

/**
 * The control plane of an EKS cluster: Secrets encrypted with a key of its own, all logs kept, an endpoint that only
 * operators reach, and administrators by access entries alone. Its add-ons are EKS add-ons, all of them.
 */
export class EksCluster extends Construct {
  /** The cluster, for others to depend on. */
  readonly resource: EksClusterResource;
  readonly name: string;

  /** URL of the Kubernetes API. */
  readonly endpoint: string;

  /** The CA of the Kubernetes API, PEM. */
  readonly certificateAuthority: string;

  /** The security group of the control plane and the nodes. */
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: EksClusterProps) {
    super(scope, id);
    const { name, protect } = props;

    const key = new KmsKey(this, "Key", {
      description: `Secrets of the EKS cluster ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: KEY_DELETION_DAYS,
      ...(protect ? { lifecycle: { preventDestroy: true } } : {}),
    });
    new KmsAlias(this, "KeyName", { name: `alias/${name}-secrets`, targetKeyId: key.keyId });
    const role = new Role(this, "Role", {
      name: `${name}-control-plane`,
      description: `Control plane of the EKS cluster ${name}`,
      boundary: props.account.boundary,
      trust: trustService("eks.amazonaws.com"),
      managedPolicies: ["AmazonEKSClusterPolicy"],
      statements: [
        {
          Effect: "Allow",
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"],
          Resource: key.arn,
        },
      ],
    });
    // EKS would make it by itself, and keep it for ever.
    const logs = new CloudwatchLogGroup(this, "Logs", {
      name: `/aws/eks/${name}/cluster`,
      retentionInDays: props.logRetentionDays,
    });

    this.resource = new EksClusterResource(this, "Resource", {
      name,
      version: props.version,
      roleArn: role.arn,
      bootstrapSelfManagedAddons: false,
      deletionProtection: protect,
      enabledClusterLogTypes: LOGS,
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
      encryptionConfig: { resources: ["secrets"], provider: { keyArn: key.arn } },
      kubernetesNetworkConfig: { serviceIpv4Cidr: props.serviceCidr },
      upgradePolicy: { supportType: "STANDARD" },
      vpcConfig: {
        subnetIds: [...props.subnetIds],
        endpointPrivateAccess: true,
        endpointPublicAccess: true,
        publicAccessCidrs: [...props.operatorCidrs],
      },
      dependsOn: [...role.policies, logs],
    });

    this.name = this.resource.name;
    this.endpoint = this.resource.endpoint;
    this.certificateAuthority = Fn.base64decode(this.resource.certificateAuthority.get(0).data);
    this.securityGroupId = this.resource.vpcConfig.clusterSecurityGroupId;
  }
}
