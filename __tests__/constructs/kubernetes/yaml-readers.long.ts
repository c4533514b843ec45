import fc from "fast-check";
import { fluxYaml } from "../../../constructs/gitops/substitution";
import { terraformYaml, terraformYamlDocuments } from "../../../constructs/kubernetes/yaml";
import { yamlText } from "../../../constructs/kubernetes/yaml-text";
import { CORPUS, NASTY_CHARACTERS, stringsOf, YAML_READERS } from "../../support/yaml-readers";

/** What Terraform makes of a text without expressions. */
const evaluated = (text: string): string => text.replace(/([$%])\1\{/g, "$1{").normalize("NFC");

/** What Flux makes of an object's text. */
const substituted = (text: string): string => text.replaceAll("$$", () => "$");

const STRINGS = [...stringsOf(NASTY_CHARACTERS), ...CORPUS];
const everywhere = (strings: readonly string[]) => ({
  values: strings,
  keys: Object.fromEntries(strings.map((text) => [text, text])),
  deep: strings.slice(-CORPUS.length).map((text) => [{ text: [[text]] }]),
});

describe.each(Object.entries(YAML_READERS))("to a reader of %s", (_, read) => {
  it("all short strings stay what they are, as values and as keys", () => {
    const all = everywhere(STRINGS);
    const { values, keys, deep } = read(yamlText(all)) as typeof all;
    expect(STRINGS.filter((text, index) => values[index] !== text)).toEqual([]);
    expect(STRINGS.filter((text) => keys[text] !== text)).toEqual([]);
    expect(deep).toEqual(all.deep);
  });

  it("what Terraform and Flux hand on stays what it is", () => {
    const all = everywhere(CORPUS);
    expect(read(evaluated(terraformYaml(all)))).toEqual(all);
    expect(read(substituted(fluxYaml(all)))).toEqual(all);
    const { documents } = read(evaluated(terraformYamlDocuments("documents", [all, all])));
    const [first, second, ...others] = (documents as string).split(/^---\n/m) as [string, string];
    expect([read(first), read(second), others]).toEqual([all, all, []]);
  });

  it("numbers, truths and nothing stay what they are", () => {
    const values = [0, -1.5, 8443, 1e21, -1e-7, 123456789012, true, false, null];
    expect(read(yamlText({ values }))).toEqual({ values });
  });
});

it("any value is read alike", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(...NASTY_CHARACTERS), maxLength: 60 }),
    fc.constantFrom(...CORPUS),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "medium" },
      text,
      fc.constantFrom(null, true, 0, -1.5, 1e21),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(text, tie("value"), { noNullPrototype: true, maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(text, value, { noNullPrototype: true }), (value) => {
      const written = evaluated(terraformYaml(value));
      expect(YAML_READERS["YAML 1.2"]?.(written) ?? {}).toEqual(value);
      expect(YAML_READERS["YAML 1.1"]?.(written) ?? {}).toEqual(value);
    }),
    { numRuns: 500 },
  );
});
