import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { type ITerraformDependable, Token } from "cdktf";
import { Construct } from "constructs";
import { trustService } from "./policy";
import type { AwsAccount } from "./provider";
import { Role } from "./role";

export interface NodeGroupProps {
  readonly account: AwsAccount;

  /** Name of the EKS cluster, as configured: it begins the names of the role and the launch template. */
  readonly cluster: string;

  /** Name of the group. */
  readonly name: string;

  /** Kubernetes version: `1.35`. */
  readonly version: string;

  /** Private subnets. */
  readonly subnetIds: readonly string[];

  /** EC2 instance type with an x64 processor. */
  readonly instanceType: string;

  readonly minimum: number;
  readonly maximum: number;

  /** How many nodes there are at first. */
  readonly desired: number;

  /** GiB of each node's root disk. */
  readonly diskGiB: number;

  /** What nodes need to become ready: the cluster and the add-ons that run on every node. */
  readonly dependsOn: ITerraformDependable[];
}

/**
 * A managed group of Amazon Linux 2023 nodes with encrypted disks. Pods do not reach the nodes' own credentials: the
 * metadata service wants a token, whose answer no hop more reaches.
 */
export class NodeGroup extends Construct {
  /** The group, for others to depend on. */
  readonly resource: EksNodeGroup;

  constructor(scope: Construct, id: string, props: NodeGroupProps) {
    super(scope, id);
    const name = `${props.cluster}-${props.name}`;

    const role = new Role(this, "Role", {
      name: `${name}-node`,
      description: `Nodes of the EKS cluster ${props.cluster}`,
      boundary: props.account.boundary,
      trust: trustService("ec2.amazonaws.com"),
      // What runs on the nodes has roles of its own, the network plugin too.
      managedPolicies: ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"],
    });
    const template = new LaunchTemplate(this, "Template", {
      name,
      updateDefaultVersion: true,
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda", // the root disk of Amazon Linux 2023
          ebs: {
            volumeSize: props.diskGiB,
            volumeType: "gp3",
            encrypted: "true",
            deleteOnTermination: "true",
          },
        },
      ],
      tagSpecifications: [{ resourceType: "instance", tags: { Name: name } }],
    });
    this.resource = new EksNodeGroup(this, "Resource", {
      clusterName: props.cluster,
      nodeGroupName: props.name,
      nodeRoleArn: role.arn,
      subnetIds: [...props.subnetIds],
      version: props.version,
      amiType: "AL2023_x86_64_STANDARD",
      capacityType: "ON_DEMAND",
      instanceTypes: [props.instanceType],
      launchTemplate: { id: template.id, version: Token.asString(template.latestVersion) },
      scalingConfig: { minSize: props.minimum, maxSize: props.maximum, desiredSize: props.desired },
      updateConfig: { maxUnavailable: 1 },
      lifecycle: { ignoreChanges: ["scaling_config[0].desired_size"] }, // an autoscaler's to choose
      dependsOn: [...role.policies, ...props.dependsOn],
    });
  }
}
