import fc from "fast-check";
import { parseDuration } from "../server/duration";

it.each([
  ["0", 0],
  ["5s", 5000],
  ["1.5s", 1500],
  [".5s", 500],
  ["1h2m3s", 3_723_000],
  ["-1.5h", -5_400_000],
  ["+300ms", 300],
  ["2us", 0.002],
  ["2µs", 0.002],
  ["2μs", 0.002],
  ["1ns", 1e-6],
])("reads %s as Go does", (text, expected) => {
  expect(parseDuration(text)).toBeCloseTo(expected, 9);
});

it.each([
  "",
  "5",
  "s",
  ".s",
  "1.2.3s",
  "5 s",
  "1d",
  "-",
  "+",
  "--1s",
  "1s2",
  "1e3s",
  "∞s",
  "3000000h",
  "0x1s",
])("refuses %j as Go does", (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

const UNITS = { ns: 1e-6, us: 1e-3, ms: 1, s: 1e3, m: 6e4, h: 3.6e6 } as const;

it("adds up any sequence of terms, with any sign", () => {
  const term = fc.tuple(fc.nat(100_000), fc.constantFrom(...(Object.keys(UNITS) as (keyof typeof UNITS)[])));
  fc.assert(
    fc.property(
      fc.constantFrom("", "+", "-"),
      fc.array(term, { minLength: 1, maxLength: 6 }),
      (sign, terms) => {
        const text = sign + terms.map(([amount, unit]) => `${amount}${unit}`).join("");
        const sum = terms.reduce((total, [amount, unit]) => total + amount * UNITS[unit], 0);
        expect(parseDuration(text)).toBeCloseTo(sign === "-" ? -sum : sum, 3);
      },
    ),
  );
});

it("gives a finite number or nothing, whatever the text", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const value = parseDuration(text);
      expect(value === undefined || Number.isFinite(value)).toBe(true);
    }),
  );
});

it("takes no longer for a long text than its length allows", () => {
  const started = performance.now();
  expect(parseDuration(`${"1".repeat(50_000)}`)).toBeUndefined();
  expect(parseDuration(`${"1s".repeat(50_000)}x`)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(500);
});
