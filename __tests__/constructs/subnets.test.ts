import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { overlap } from "../../config/overlap";
import { SUBNETS, subnetAt } from "../../constructs/subnets";

/** Networks that a region may have, without host bits. */
const networks = fc
  .tuple(fc.nat({ max: 255 }), fc.nat({ max: 255 }), fc.nat({ max: 255 }), fc.integer({ min: 8, max: 24 }))
  .map(([a, b, c, prefix]) => {
    const base = ipaddr.IPv4.networkAddressFromCIDR(`${a}.${b}.${c}.0/${prefix}`);
    return `${base.toString()}/${prefix}`;
  });

describe("the subnets of a network", () => {
  it.each([
    ["10.10.0.0/16", 0, "10.10.0.0/20"],
    ["10.10.0.0/16", 1, "10.10.16.0/20"],
    ["10.10.0.0/16", 15, "10.10.240.0/20"],
    ["192.168.7.0/24", 3, "192.168.7.48/28"],
    ["200.0.0.0/8", 15, "200.240.0.0/12"],
  ])("of %s, number %i is %s", (network, position, subnet) => {
    expect(subnetAt(network, position)).toBe(subnet);
  });

  it("are disjoint and lie in it", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const subnets = Array.from({ length: SUBNETS }, (_, position) => subnetAt(network, position));
        expect(subnets.filter((subnet) => !overlap(subnet, network))).toEqual([]);
        const clashes = subnets.flatMap((one, index) =>
          subnets.slice(index + 1).filter((other) => overlap(one, other)),
        );
        expect(clashes).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
