import type { RuleTable } from "../rules/rule";

const DOCS = "https://registry.terraform.io/providers/hashicorp/random/3.7.2/docs/resources";
const LARGE = 2 ** 31;

export const RANDOM_VALUES: RuleTable = {
  rules: [
    {
      types: /^random_password$/,
      attribute: "length",
      expect: { from: 8, to: 4096 },
      says: "between 8 and 4096",
      source: "https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver",
    },
    {
      types: /^random_string$/,
      attribute: "length",
      expect: { from: 1, to: LARGE },
      source: `${DOCS}/string`,
    },
    {
      types: /^random_(id)$/,
      attribute: "byte_length",
      expect: { from: 1, to: LARGE },
      source: `${DOCS}/id`,
    },
    { types: /^random_bytes$/, attribute: "length", expect: { from: 1, to: LARGE }, source: `${DOCS}/bytes` },
  ],
};
