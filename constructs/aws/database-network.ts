import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { chosen } from "../chosen";
import { POSTGRES } from "../database/connection";

export interface DatabaseNetworkProps {
  /** Name of the groups. */
  readonly name: string;

  readonly vpcId: string;

  /** Private subnets in at least two zones, by id. */
  readonly subnetIds: readonly string[];

  /** Their addresses, by CIDR: nodes are there, and pods come from their nodes' addresses or have such themselves. */
  readonly subnetCidrs: readonly string[];
}

/** Where the databases of a region are: in private subnets, reached from these alone. They reach nothing themselves. */
export class DatabaseNetwork extends Construct {
  /** Name of the group of subnets. */
  readonly subnetGroup: string;
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: DatabaseNetworkProps) {
    super(scope, id);
    const { name, vpcId } = props;

    const group = new SecurityGroup(this, "SecurityGroup", {
      name,
      description: "Databases, for the nodes of the region",
      vpcId,
      tags: { Name: name },
    });
    for (const cidr of props.subnetCidrs) {
      new VpcSecurityGroupIngressRule(chosen(this), cidr.replaceAll(/[./]/g, "-"), {
        securityGroupId: group.id,
        description: "nodes and pods of a private subnet",
        ipProtocol: "tcp",
        fromPort: POSTGRES,
        toPort: POSTGRES,
        cidrIpv4: cidr,
      });
    }
    this.subnetGroup = new DbSubnetGroup(this, "Subnets", {
      name,
      description: "Private subnets",
      subnetIds: [...props.subnetIds],
    }).name;
    this.securityGroupId = group.id;
  }
}
