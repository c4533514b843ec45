import { COMPLETE } from "./complete";
import { changed, isWithin, placesIn, told } from "./told";

/** What a person may write anywhere by mistake. */
const JUNK: Readonly<Record<string, unknown>> = {
  "no value": null,
  "an empty list": [],
  "an empty object": {},
  "an unknown key": { "no such key": 1 },
  "an empty text": "",
  "lines of text": "one\ntwo",
  "a long text": "x".repeat(5000),
  "the prototype": JSON.parse('{ "__proto__": 1, "constructor": 2 }'),
  "a number below all": -1,
  "a number above all": 1e21,
  "half a number": 0.05,
  "a truth": true,
};

/** Words of the libraries below, which say nothing to a person who writes configuration. */
const NOT_OURS = /invalid (?:input|key|option|string|type|union)|too (?:small|big)|undefined|\[object|NaN/i;

const seen = new Set<string>();

/** Places that no environment before has too. */
const newPlacesIn = (input: unknown) =>
  placesIn(input).filter((place) => {
    const text = place.join(".");
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });

const CASES = Object.entries(COMPLETE).map(([name, input]) => ({ name, input, places: newPlacesIn(input) }));

it("the environments are good, and there are thousands of inputs", () => {
  expect(CASES.flatMap(({ input }) => told(input))).toEqual([]);
  expect(seen.size * Object.keys(JUNK).length).toBeGreaterThan(2000);
});

describe.each(CASES)("in every key of $name", ({ input, places }) => {
  it.each(Object.entries(JUNK))("%s is taken, or refused where it stands and in our words", (_, junk) => {
    const wrong = places.flatMap((place) => {
      const problems = told(changed(input, place, junk));
      const isTold =
        problems.length === 0 ||
        place.at(-1) === "clusters" || // a region may have none; what names one says so where it does
        problems.some(({ path }) => isWithin(path, place) || isWithin(place, path));
      const strange = problems.filter(({ message }) => NOT_OURS.test(message));
      return isTold && strange.length === 0 ? [] : [{ place: place.join("."), problems }];
    });
    expect(wrong).toEqual([]);
  });
});
