import fc from "fast-check";
import { addressesIn, overlap, overlapping } from "../../config/overlap";

const network = fc
  .record({
    second: fc.integer({ min: 0, max: 3 }),
    third: fc.integer({ min: 0, max: 255 }),
    bits: fc.integer({ min: 14, max: 24 }),
  })
  .map(({ second, third, bits }) => `10.${second}.${third}.0/${bits}`);

const self = (cidr: string) => cidr;

describe("networks that overlap", () => {
  it("are those of any two, without comparing any two", () => {
    fc.assert(
      fc.property(fc.uniqueArray(network, { maxLength: 12 }), (networks) => {
        const compared = networks.flatMap((first, index) =>
          networks.slice(index + 1).flatMap((second) => (overlap(first, second) ? [first, second] : [])),
        );
        const found = overlapping(networks, self);
        expect(new Set(found.flat())).toEqual(new Set(compared));
        for (const [first, second] of found) {
          expect(overlap(first, second)).toBe(true);
          expect(networks.indexOf(first)).toBeLessThan(networks.indexOf(second));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("are none where there is no network", () => {
    expect(overlapping(["", "10.0.0.0/33", "x"], self)).toEqual([]);
  });

  it("are found among thousands in a moment", () => {
    const networks = Array.from({ length: 20_000 }, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);
    const before = process.cpuUsage();
    expect(overlapping([...networks, "10.3.4.128/25"], self)).toEqual([["10.3.4.0/24", "10.3.4.128/25"]]);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2); // any two would take minutes
  });
});

describe("addresses of networks together", () => {
  it.each<[number, string[]]>([
    [0, []],
    [2 ** 32, ["0.0.0.0/1", "128.0.0.0/1"]],
    [256, ["10.0.0.0/24", "10.0.0.0/24", "10.0.0.7/32"]],
    [257, ["10.0.1.0/24", "10.0.0.255/32"]],
    [2 ** 24, ["10.255.0.0/16", "10.0.0.0/8", "no network"]],
  ])("are %d", (addresses, networks) => expect(addressesIn(networks)).toBe(addresses));
});
