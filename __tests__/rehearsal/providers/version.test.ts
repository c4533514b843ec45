import { compare, meets } from "../../../rehearsal/providers/version";

it.each([
  ["3.1.1", "3.1.1", true],
  ["3.1.1", "= 3.1.1", true],
  ["3.1.1", "3.1.0", false],
  ["4.80.0", "~> 4.75", true],
  ["4.74.9", "~> 4.75", false],
  ["5.0.0", "~> 4.75", false],
  ["2.38.4", "~> 2.38.0", true],
  ["2.39.0", "~> 2.38.0", false],
  ["6.2.0", ">= 5.22, < 7.0.0", true],
  ["7.0.0", ">= 5.22, < 7.0.0", false],
  ["5.22.0", "> 5.22", false],
  ["5.22.0", "<= 5.22", true],
  ["5.22.0", "!= 5.22.0", false],
  ["1.0.0", undefined, true],
])("%s meets %s: %s", (version, constraint, expected) => expect(meets(version, constraint)).toBe(expected));

it("orders versions by number, and a pre-release before its release", () => {
  const sorted = ["1.10.0", "1.9.0", "1.10.0-beta1", "2.0.0"].sort(compare);
  expect(sorted).toEqual(["1.9.0", "1.10.0-beta1", "1.10.0", "2.0.0"]);
});
