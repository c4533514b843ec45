import type { Json } from "../../../rehearsal/world/object";
import { inOrder, resource, says } from "../fixtures/estate";

type Values = Record<string, Json>;

const subnet = (id: string, zone: string, cidr: string): Values => ({
  id,
  vpc_id: "vpc-1",
  cidr_block: cidr,
  availability_zone_id: zone,
});

/** A database as it should be, with `change` laid over the values of some resources. */
function judged(change: Record<string, Values> = {}): string[] {
  const of: readonly [string, string, Values][] = [
    ["aws_vpc", "vpc", { id: "vpc-1", cidr_block: "10.10.0.0/16" }],
    ["aws_subnet", "one", subnet("subnet-1", "cac1-az1", "10.10.0.0/20")],
    ["aws_subnet", "two", subnet("subnet-2", "cac1-az2", "10.10.16.0/20")],
    ["aws_security_group", "group", { id: "sg-1", vpc_id: "vpc-1", name: "databases" }],
    ["aws_db_subnet_group", "subnets", { name: "databases", subnet_ids: ["subnet-1", "subnet-2"] }],
    ["aws_db_parameter_group", "parameters", { name: "ratings-17" }],
    [
      "aws_db_instance",
      "ratings",
      {
        identifier: "ratings",
        db_subnet_group_name: "databases",
        parameter_group_name: "ratings-17",
        vpc_security_group_ids: ["sg-1"],
        publicly_accessible: false,
        storage_encrypted: true,
      },
    ],
  ];
  return says(
    inOrder(of.map(([type, name, values]) => resource(type, name, { ...values, ...change[name] }))),
  );
}

it("has nothing against a database that is as it should be", () => expect(judged()).toEqual([]));

it.each<[string, Record<string, Values>, RegExp]>([
  [
    "subnets of one zone",
    { two: { availability_zone_id: "cac1-az1" } },
    /all are in cac1-az1; RDS wants at least two zones/,
  ],
  ["an answer to the Internet", { ratings: { publicly_accessible: true } }, /it answers the Internet/],
  ["a readable disk", { ratings: { storage_encrypted: false } }, /its disk and its backups are readable/],
  [
    "a security group of another network",
    { group: { vpc_id: "vpc-2" } },
    /is in another VPC than its subnets/,
  ],
  [
    "a group of subnets that nobody makes",
    { ratings: { db_subnet_group_name: "dabatases" } },
    /'dabatases' is not a group of subnets/,
  ],
  [
    "parameters that nobody makes",
    { ratings: { parameter_group_name: "ratings-16" } },
    /'ratings-16' is not a group of parameters/,
  ],
])("finds %s", (_, change, message) => {
  expect(judged(change).join("\n")).toMatch(message);
});
