import { COMPLETE } from "./complete";
import { PRIMITIVES, type Use } from "./primitives";
import { changed, isWithin, told } from "./told";

/** What is told of a value at its place: what names the place elsewhere may be told besides. */
const saidOf = ([environment, ...path]: Use, value: string) =>
  told(changed(COMPLETE[environment], path, value)).filter((problem) => isWithin(problem.path, path));

describe.each(Object.entries(PRIMITIVES))(
  "every key with a value of the kind: %s",
  (_, { uses, good, bad }) => {
    const places = uses.map((use) => ({ use, place: use.join(".") }));

    it.each(places)("$place takes what is good", ({ use }) => {
      expect(good.filter((value) => saidOf(use, value).length > 0)).toEqual([]);
    });

    it.each(places)("$place refuses what is not, and shows what would be", ({ use }) => {
      const unclear = bad
        .map((value) => ({ value, said: saidOf(use, value).map(({ message }) => message) }))
        .filter(
          ({ said }) =>
            !said.some((message) => /expected .*such as \S/s.test(message)) ||
            !said.every((message) => message.includes("expected ")),
        );
      expect(unclear).toEqual([]);
    });
  },
);

it("there are more than 300 inputs", () => {
  const inputs = Object.values(PRIMITIVES).map(({ uses, bad }) => uses.length * bad.length);
  expect(inputs.reduce((sum, count) => sum + count)).toBeGreaterThan(300);
});
