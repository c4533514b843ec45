import fc from "fast-check";
import { parseSize } from "../server/size";
import { requestedBytes } from "../src/requested-bytes";

const UNITS = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3, tb: 1024 ** 4 } as const;
const unit = fc.constantFrom(...(Object.keys(UNITS) as (keyof typeof UNITS)[]));

describe("the size that /data is asked for", () => {
  it("is one unit by default, and in bytes by default", () => {
    expect(requestedBytes(null, null)).toBe(1);
    expect(requestedBytes(null, "kb")).toBe(1024);
    expect(requestedBytes("7", null)).toBe(7);
    expect(requestedBytes("7", "parsec")).toBe(7);
  });

  it.each(["", "x", "1.5", "1e3", "0x10", " 1"])("is one where %j is no whole number", (size) => {
    expect(requestedBytes(size, "b")).toBe(1);
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))(
    "takes a unit called %s for an unknown one",
    (name) => {
      expect(requestedBytes("7", name)).toBe(7);
    },
  );

  it("multiplies the amount by the unit in any spelling, and gives nothing for a negative amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), unit, fc.boolean(), (amount, name, upper) => {
        const bytes = requestedBytes(String(amount), upper ? name.toUpperCase() : name);
        expect(bytes).toBe(Math.max(0, amount) * UNITS[name]);
      }),
    );
  });

  it("is never negative and always a number, whatever the text", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (size, name) => {
        expect(requestedBytes(size, name)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("keeps growing beyond 64 bits instead of turning round", () => {
    expect(requestedBytes("9".repeat(40), "tb")).toBeGreaterThan(2 ** 63);
  });
});

describe("a size in the settings", () => {
  it("is a whole number with a unit", () => {
    fc.assert(
      fc.property(fc.nat(1000), unit, (amount, name) => {
        expect(parseSize(`${amount}${name}`)).toBe(amount * UNITS[name]);
        expect(parseSize(`${amount}`)).toBe(amount);
      }),
    );
  });

  it.each(["", "kb", "-1", "1.5mb", "1 kb", "1kib", "9999999tb"])("refuses %j", (text) => {
    expect(parseSize(text)).toBeUndefined();
  });
});
