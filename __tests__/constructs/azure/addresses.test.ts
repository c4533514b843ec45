import { addressesOf, firstUsableAddress } from "../../../constructs/azure/addresses";

describe("the addresses of a subnet", () => {
  it("begin with four addresses that Azure keeps", () => {
    expect(firstUsableAddress("10.10.16.0/20")).toBe("10.10.16.4");
  });
});

describe("a storage account's firewall", () => {
  it.each([
    ["203.0.113.7/32", ["203.0.113.7"]],
    ["203.0.113.6/31", ["203.0.113.6", "203.0.113.7"]],
    ["203.0.113.4/30", ["203.0.113.4/30"]],
    ["203.0.113.0/24", ["203.0.113.0/24"]],
  ])("takes %s as %j", (cidr, rules) => {
    expect(addressesOf(cidr)).toEqual(rules);
  });
});
