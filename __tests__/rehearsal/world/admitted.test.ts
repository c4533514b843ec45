import { findingsIn } from "../../../rehearsal/world/judge";
import { estate, resource, says } from "../fixtures/estate";

const half = (name: string, cidr: string, more: object = {}) =>
  resource(
    "aws_vpc_security_group_ingress_rule",
    name,
    { security_group_id: "sg-1", ip_protocol: "tcp", from_port: 22, to_port: 22, cidr_ipv4: cidr, ...more },
    { workspace: `demo-${name}` },
  );

const parts = ["3.0.0.0/8", "5.0.0.0/8", "7.0.0.0/8", "9.0.0.0/8", "11.0.0.0/8"];
const rules = (change: (index: number) => object = () => ({})) =>
  parts.map((cidr, index) => half(`rule${index}`, cidr, change(index)));
const open = (objects: Parameters<typeof says>[0]) =>
  says(objects).filter((each) => each.includes("is open to"));

describe("rules of one firewall", () => {
  it("add up, though each is for few and they come from several workspaces", () => {
    expect(open(rules())).toEqual([
      expect.stringMatching(/^port 22 is open to 5 networks that together.*rule0.*rule4/),
    ]);
    expect(findingsIn(estate(rules())).map(({ rule }) => rule)).toContain("world/admitted");
  });

  it.each<[string, (index: number) => object]>([
    ["another firewall", (index) => ({ security_group_id: `sg-${index}` })],
    ["another port", (index) => (index === 0 ? { from_port: 6443, to_port: 6443 } : {})],
    ["a network that is among the others", (index) => (index === 4 ? { cidr_ipv4: "9.9.0.0/16" } : {})],
  ])("do not with %s", (_, change) => expect(open(rules(change))).toEqual([]));

  it("are left to the judgement of each where one alone is too much", () => {
    expect(open([half("one", "0.0.0.0/0"), half("two", "10.0.0.0/8")])).toEqual([]);
  });
});
