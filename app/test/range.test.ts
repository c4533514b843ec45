import fc from "fast-check";
import { parseRange } from "../src/range";

it.each([
  ["bytes=0-0", { from: 0, to: 1 }],
  ["bytes=10-19", { from: 10, to: 20 }],
  ["bytes=90-", { from: 90, to: 100 }],
  ["bytes=90-1000", { from: 90, to: 100 }],
  ["bytes=-5", { from: 95, to: 100 }],
  ["bytes=-1000", { from: 0, to: 100 }],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=20-10", "whole"],
  ["bytes=-", "whole"],
  ["bytes=0-1,5-6", "whole"],
  ["lines=0-1", "whole"],
  [undefined, "whole"],
])("%s of 100 bytes", (header, expected) => {
  expect(parseRange(header, 100)).toEqual(expected);
});

it("stays inside the content, whatever is asked for", () => {
  fc.assert(
    fc.property(fc.option(fc.nat()), fc.option(fc.nat()), fc.nat(), (first, last, size) => {
      const range = parseRange(`bytes=${first ?? ""}-${last ?? ""}`, size);
      if (typeof range !== "string") {
        expect(range.from).toBeGreaterThanOrEqual(0);
        expect(range.to).toBeLessThanOrEqual(size);
        expect(range.to).toBeGreaterThan(range.from);
      }
    }),
  );
});
