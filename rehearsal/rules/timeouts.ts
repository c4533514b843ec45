import type { RuleTable } from "./rule";

/** How long a resource may take, of every provider. */
export const TIMEOUTS: RuleTable = {
  rules: ["create", "read", "update", "delete"].map((operation) => ({
    types: /^[a-z]\w*_/,
    attribute: `timeouts.${operation}`,
    expect: /^(\d+(\.\d+)?(ns|us|\u00b5s|ms|s|m|h))+$/,
    says: "a duration such as 90s, 10m or 1h30m",
    source: "https://developer.hashicorp.com/terraform/plugin/framework/resources/timeouts",
  })),
};
