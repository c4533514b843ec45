import fc from "fast-check";
import { COUNTRIES, COUNTRY_LISTS, PSEUDO_COUNTRIES } from "../../../config/countries";
import { COUNTRY_HEADER, fromCountries } from "../../../constructs/traefik/rule";
import { matches } from "./traefik";

const request = (...values: string[]) => ({
  host: "lb.example.com",
  headers: values.length > 0 ? { [COUNTRY_HEADER]: values } : {},
});

describe.each(Object.entries(COUNTRY_LISTS))("the countries of %s", (_, list: readonly string[]) => {
  it.each([...COUNTRIES, ...PSEUDO_COUNTRIES])("are told by their codes: %s", (code) => {
    expect(matches(fromCountries(list), request(code))).toBe(list.includes(code));
  });
});

it("takes a request without a country for nobody's", () => {
  expect(matches(fromCountries(["US"]), request())).toBe(false);
});

it.each(["", " ", "U", "us", "Us", "USA", "US ", " US", "US,CA", "US, CA", "ÜS", "U\u{1F1FA}"])(
  "takes %j for no country",
  (value) => {
    expect(matches(fromCountries(["US", "CA"]), request(value))).toBe(false);
  },
);

it.each([
  [["US", "CA"], true],
  [["US", "US"], true],
  [["US", "DE"], false],
  [["DE", "US"], false],
  [["US", "XX"], false],
  [["US", ""], false],
])("believes a header that was sent several times only where all values agree: %j", (values, believed) => {
  expect(matches(fromCountries(["US", "CA"]), request(...values))).toBe(believed);
});

it("holds exactly where there are values, and every one of them is in the list", () => {
  const value = fc.oneof(fc.constantFrom(...COUNTRIES), fc.string({ maxLength: 4 }));
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...COUNTRIES), { minLength: 1 }),
      fc.array(
        value.filter((text) => !/[\r\n]/.test(text)),
        { maxLength: 4 },
      ),
      (list, values) =>
        matches(fromCountries(list), request(...values)) ===
        (values.length > 0 && values.every((text) => list.includes(text))),
    ),
    { numRuns: 2000 },
  );
});
