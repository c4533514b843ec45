import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc as VpcResource } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import { SUBNETS, subnetAt } from "../subnets";

/** Private subnets come first, public ones in the second half, so that a zone more moves nothing. */
const POSITIONS = { private: 0, public: SUBNETS / 2 } as const;

/** The addresses of the private subnets of a network, one for every zone. */
export const privateSubnetsOf = ({ cidr, zones }: { readonly cidr: string; readonly zones: number }) =>
  Array.from({ length: zones }, (_, index) => subnetAt(cidr, POSITIONS.private + index));

/** How the AWS Load Balancer Controller finds subnets for balancers that Services ask for. */
const ROLE_TAGS = {
  private: { "kubernetes.io/role/internal-elb": "1" },
  public: { "kubernetes.io/role/elb": "1" },
} as const;

export interface VpcProps {
  /** Begins the names of all parts. */
  readonly name: string;

  /** The network's addresses, a CIDR; every subnet gets a sixteenth. */
  readonly cidr: string;

  /** Ids of availability zones, at most eight. */
  readonly zones: readonly string[];

  /** One NAT gateway for all zones, or one for each. */
  readonly nat: "single" | "per-zone";

  /** Tags of every subnet. @default - their names and what balancers they are for */
  readonly subnetTags?: Readonly<Record<string, string>>;
}

/** A VPC with a private and a public subnet in every zone. Nodes are private; they reach the Internet through NAT. */
export class Vpc extends Construct {
  readonly id: string;
  readonly privateSubnetIds: readonly string[];
  readonly publicSubnetIds: readonly string[];

  /** What this account calls the zones: `ca-central-1a`. */
  readonly zoneNames: readonly string[];

  private readonly resource: VpcResource;

  constructor(scope: Construct, id: string, props: VpcProps) {
    super(scope, id);
    const { name, zones } = props;

    this.resource = new VpcResource(this, "Resource", {
      cidrBlock: props.cidr,
      enableDnsSupport: true,
      enableDnsHostnames: true, // EKS' private endpoint is found by both
      tags: { Name: name },
    });
    // Without rules: an interface that was given no security group gets this one, which admits no traffic.
    new DefaultSecurityGroup(this, "Default", { vpcId: this.resource.id });
    const gateway = new InternetGateway(this, "Internet", {
      vpcId: this.resource.id,
      tags: { Name: name },
    });

    const publicTable = this.routeTable(this, "Public", name);
    new Route(this, "ToInternet", {
      routeTableId: publicTable.id,
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: gateway.id,
    });
    const publicSubnets = zones.map((zone, index) => this.subnet(props, "public", zone, index, publicTable));

    const exits = (props.nat === "single" ? zones.slice(0, 1) : zones).map((zone, index) =>
      this.exit(name, zone, publicSubnets[index] as Subnet, gateway),
    );
    this.privateSubnetIds = zones.map((zone, index) => {
      // A zone without an exit of its own uses the only one.
      const exit = exits[Math.min(index, exits.length - 1)] as RouteTable;
      return this.subnet(props, "private", zone, index, exit).id;
    });
    this.publicSubnetIds = publicSubnets.map((subnet) => subnet.id);
    this.zoneNames = publicSubnets.map((subnet) => subnet.availabilityZone);
    this.id = this.resource.id;
  }

  /** A NAT gateway in a zone, and the route table that leads to it. */
  private exit(name: string, zone: string, subnet: Subnet, gateway: InternetGateway): RouteTable {
    const scope = new Construct(this, `exit-${zone}`);
    const address = new Eip(scope, "Address", {
      domain: "vpc",
      tags: { Name: `${name}-${zone}` },
      dependsOn: [gateway],
    });
    const nat = new NatGateway(scope, "Nat", {
      allocationId: address.id,
      subnetId: subnet.id,
      tags: { Name: `${name}-${zone}` },
      dependsOn: [gateway],
    });
    const table = this.routeTable(scope, "Private", `${name}-${zone}`);
    new Route(scope, "ToNat", {
      routeTableId: table.id,
      destinationCidrBlock: "0.0.0.0/0",
      natGatewayId: nat.id,
    });
    return table;
  }

  private routeTable(scope: Construct, id: "Public" | "Private", name: string): RouteTable {
    return new RouteTable(scope, id, {
      vpcId: this.resource.id,
      tags: { Name: `${name}-${id.toLowerCase()}` },
    });
  }

  private subnet(
    { name, cidr, subnetTags }: VpcProps,
    kind: keyof typeof POSITIONS,
    zone: string,
    index: number,
    table: RouteTable,
  ): Subnet {
    const scope = new Construct(this, `${kind}-${zone}`);
    const subnet = new Subnet(scope, "Resource", {
      vpcId: this.resource.id,
      cidrBlock: subnetAt(cidr, POSITIONS[kind] + index),
      availabilityZoneId: zone,
      tags: { Name: `${name}-${kind}-${zone}`, ...ROLE_TAGS[kind], ...subnetTags },
    });
    new RouteTableAssociation(scope, "Routes", { subnetId: subnet.id, routeTableId: table.id });
    return subnet;
  }
}
