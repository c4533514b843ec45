import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { contains, overlaps } from "../world/network";
import { text, texts, type WorldObject } from "../world/object";
import { location } from "../world/references";
import { zonesOf } from "./zones";

const SUBNETS = "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html";
const ZONES = "https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html";
const NAT = "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html";
const ROUTES = "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html";
const EIP = "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html";

/** Subnets lie in their VPC and in a zone of its region; gateways sit where they work; routes lead somewhere. */
export function networkFindings(estate: Estate): Judged[] {
  const subnets = estate.ofType("aws_subnet");
  return [
    ...subnets.flatMap((subnet, i) => subnetFindings(subnet, subnets.slice(0, i), estate)),
    ...estate.ofType("aws_nat_gateway").flatMap((gateway) => natFindings(gateway, estate)),
    ...estate.ofType("aws_eip").flatMap((address) => addressFindings(address, estate)),
    ...estate.ofType("aws_route").flatMap((route) => routeFindings(route, estate)),
    ...unrouted(estate),
  ];
}

function subnetFindings(subnet: WorldObject, others: readonly WorldObject[], estate: Estate): Judged[] {
  const cidr = text(subnet.values, "cidr_block");
  const [vpc] = estate.withId(text(subnet.values, "vpc_id"));
  const whole = texts(vpc?.values, "cidr_block");
  const zone = text(subnet.values, "availability_zone_id") || text(subnet.values, "availability_zone");
  const zones = zonesOf(location(subnet));
  const other = others.find(
    ({ values }) =>
      text(values, "vpc_id") === text(subnet.values, "vpc_id") && overlaps(text(values, "cidr_block"), cidr),
  );
  return [
    ...(vpc && !whole.some((each) => contains(each, cidr))
      ? [found(subnet, `cidr_block: ${cidr} is not part of its VPC, ${whole.join(", ")}`, SUBNETS)]
      : []),
    ...(other
      ? [found(subnet, `cidr_block: ${cidr} overlaps that of ${other.address} in the same VPC`, SUBNETS)]
      : []),
    ...(zone !== "" && zones && !zones.test(zone)
      ? [found(subnet, `availability zone ${zone} is not one of ${location(subnet)}`, ZONES)]
      : []),
    ...tierFindings(subnet, estate),
  ];
}

/** Load balancers look for their subnets by these tags: public ones lead to the Internet themselves. */
function tierFindings(subnet: WorldObject, estate: Estate): Judged[] {
  const tags = (subnet.values["tags"] ?? {}) as Record<string, string>;
  const source = "https://docs.aws.amazon.com/eks/latest/userguide/network-load-balancing.html";
  const way = exitOf(subnet, estate);
  const isPublic = tags["kubernetes.io/role/elb"] !== undefined;
  const isPrivate = tags["kubernetes.io/role/internal-elb"] !== undefined;
  if (isPublic && way !== "internet")
    return [
      found(subnet, `is tagged kubernetes.io/role/elb, but has no route to an internet gateway`, source),
    ];
  if (isPrivate && way === "internet")
    return [found(subnet, `is tagged kubernetes.io/role/internal-elb, but is open to the Internet`, source)];
  return [];
}

/** How a subnet reaches the Internet. */
export function exitOf(subnet: WorldObject, estate: Estate): "internet" | "nat" | undefined {
  const association = estate
    .ofType("aws_route_table_association")
    .find(({ values }) => text(values, "subnet_id") === text(subnet.values, "id"));
  const table = text(association?.values, "route_table_id");
  const routes = estate
    .ofType("aws_route")
    .filter(
      ({ values }) =>
        table !== "" &&
        text(values, "route_table_id") === table &&
        text(values, "destination_cidr_block") === "0.0.0.0/0",
    );
  if (
    routes.some(({ values }) =>
      estate.withId(text(values, "gateway_id")).some(({ type }) => type === "aws_internet_gateway"),
    )
  )
    return "internet";
  return routes.some(({ values }) => estate.withId(text(values, "nat_gateway_id")).length > 0)
    ? "nat"
    : undefined;
}

/** A NAT gateway needs a subnet that itself reaches the Internet, and the internet gateway before it. */
function natFindings(gateway: WorldObject, estate: Estate): Judged[] {
  const [subnet] = estate.withId(text(gateway.values, "subnet_id"));
  if (!subnet || text(gateway.values, "connectivity_type") === "private") return [];
  const isPublic = exitOf(subnet, estate) === "internet";
  return [
    ...(isPublic
      ? []
      : [found(gateway, `subnet_id: ${subnet.address} has no route to an internet gateway`, NAT)]),
    ...after(gateway, subnet, estate, NAT),
  ];
}

function addressFindings(address: WorldObject, estate: Estate): Judged[] {
  const gateway = estate
    .ofType("aws_nat_gateway")
    .find(({ values }) => text(values, "allocation_id") === text(address.values, "id"));
  const [subnet] = estate.withId(text(gateway?.values, "subnet_id"));
  return subnet ? after(address, subnet, estate, EIP) : [];
}

/** The internet gateway of a subnet's VPC has to be attached before. */
function after(object: WorldObject, subnet: WorldObject, estate: Estate, source: string): Judged[] {
  const internet = estate
    .ofType("aws_internet_gateway")
    .find(({ values }) => text(values, "vpc_id") === text(subnet.values, "vpc_id"));
  if (!internet) return [found(object, "its VPC has no internet gateway", source)];
  return estate.isBefore(internet, object)
    ? []
    : [
        found(
          object,
          `needs the VPC's internet gateway: nothing makes ${internet.address} come before`,
          source,
        ),
      ];
}

/** Routes lead through gateways of their own VPC. */
function routeFindings(route: WorldObject, estate: Estate): Judged[] {
  const [table] = estate.withId(text(route.values, "route_table_id"));
  const [gateway] = [text(route.values, "gateway_id"), text(route.values, "nat_gateway_id")]
    .filter((id) => id !== "")
    .flatMap((id) => estate.withId(id));
  if (!gateway || !table) return [];
  const subnets = estate.withId(text(gateway.values, "subnet_id"));
  const vpc = text(subnets[0]?.values, "vpc_id") || text(gateway.values, "vpc_id");
  return vpc === "" || vpc === text(table.values, "vpc_id")
    ? []
    : [found(route, `leads through ${gateway.address}, which is in another VPC`, ROUTES)];
}

/** A subnet without a table of its own uses the VPC's main one, which leads nowhere. */
function unrouted(estate: Estate): Judged[] {
  const associations = estate.ofType("aws_route_table_association");
  const subnets = estate.ofType("aws_subnet");
  return subnets
    .filter((subnet) =>
      subnets.some(
        (other) =>
          other !== subnet &&
          text(other.values, "vpc_id") === text(subnet.values, "vpc_id") &&
          hasTable(other, associations),
      ),
    )
    .filter((subnet) => !hasTable(subnet, associations))
    .map((subnet) =>
      found(subnet, "has no route table of its own, so nothing in it reaches the Internet", ROUTES),
    );
}

const hasTable = (subnet: WorldObject, associations: readonly WorldObject[]) =>
  associations.some(({ values }) => text(values, "subnet_id") === text(subnet.values, "id"));
