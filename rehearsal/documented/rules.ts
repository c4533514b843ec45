import fs from "node:fs";
import path from "node:path";
import type { Rule, RuleTable } from "../rules/rule";

const { words } = JSON.parse(fs.readFileSync(path.join(__dirname, "words.json"), "utf8")) as {
  readonly words: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
};

/** Pages of the providers' documentation, by the name that types begin with. */
const PAGES: Readonly<Record<string, string>> = {
  azurerm: "https://registry.terraform.io/providers/hashicorp/azurerm/4.75.0/docs/resources/",
  cloudflare: "https://registry.terraform.io/providers/cloudflare/cloudflare/5.22.0/docs/resources/",
  google: "https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/",
};

/**
 * Words that a provider's documentation lists (`generate.ts`), as far as a cloud's own rules do not say more.
 *
 * @param own - the cloud's own rules
 */
export function documentedRules(provider: string, own: readonly Rule[]): Rule[] {
  return Object.entries(words)
    .filter(([type]) => type.startsWith(`${provider}_`))
    .flatMap(([type, attributes]) =>
      Object.entries(attributes)
        .filter(([attribute]) => !own.some((rule) => rule.attribute === attribute && rule.types.test(type)))
        .map(
          ([attribute, oneOf]): Rule => ({
            types: new RegExp(`^${type}$`),
            attribute,
            when: { [attribute]: /./ }, // an empty text is as good as none
            expect: { oneOf },
            source: `${PAGES[provider]}${type.slice(provider.length + 1)}`,
          }),
        ),
    );
}

/** A cloud's own table, with what its providers' documentation lists besides. */
export const withDocumented = (provider: string, table: RuleTable): RuleTable => ({
  ...table,
  rules: [...table.rules, ...documentedRules(provider, table.rules)],
});
