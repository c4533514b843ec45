import fc from "fast-check";
import { fold } from "../../commands/fold";

const name = fc.stringMatching(/^[a-z]{1,25}$/);

describe("names in lines", () => {
  it("are all there where they fit", () => {
    expect(fold(["pki", "dns", "network-eu"], 20, 2)).toEqual(["pki, dns, network-eu"]);
    expect(fold(["pki", "dns", "network-eu"], 12, 2)).toEqual(["pki, dns,", "network-eu"]);
    expect(fold([], 12, 2)).toEqual([]);
  });

  it("are counted where they do not", () => {
    expect(fold(["pki", "dns", "network-eu", "network-us"], 20, 1)).toEqual(["pki, dns, and 2 more"]);
    expect(fold(["pki", "dns", "network-eu", "network-us"], 20, 2)).toEqual(["pki, dns,", "and 2 more"]);
  });

  it("keep to width and lines, and lose none, whatever they are", () => {
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 40 }),
        fc.integer({ min: 26, max: 90 }),
        fc.integer({ min: 1, max: 4 }),
        (names, width, lines) => {
          const folded = fold(names, width, lines);
          expect(folded.length).toBeLessThanOrEqual(lines);
          for (const line of folded) expect(line.length).toBeLessThanOrEqual(width);
          const text = folded.join(" ");
          const more = Number(/and (\d+) more$/.exec(text)?.[1] ?? 0);
          const shown = text.replace(/,? ?and \d+ more$/, "");
          expect(shown === "" ? [] : shown.split(", ")).toEqual(names.slice(0, names.length - more));
        },
      ),
    );
  });
});
