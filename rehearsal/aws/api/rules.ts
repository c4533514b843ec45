import fs from "node:fs";
import path from "node:path";
import type { Rule } from "../../rules/rule";

type Constraint = { readonly oneOf: readonly string[] } | { readonly from: number; readonly to: number };

const read = <T>(file: string): T => JSON.parse(fs.readFileSync(path.join(__dirname, file), "utf8")) as T;

const { constraints } = read<{ constraints: Record<string, Record<string, Constraint>> }>("constraints.json");
const words = read<{ regions: readonly string[]; instanceTypes: readonly string[] }>("words.json");

/** Actions by service, as policies name them. */
export const { actions: AWS_ACTIONS } = read<{ actions: Readonly<Record<string, readonly string[]>> }>(
  "actions.json",
);

export const AWS_REGIONS = words.regions;

const SOURCE = "https://github.com/boto/botocore/tree/develop/botocore/data";

/** What AWS' API says of its own input: words that it knows, numbers between two others. */
export const API_RULES: readonly Rule[] = [
  ...Object.entries(constraints).flatMap(([type, attributes]) =>
    Object.entries(attributes).map(
      ([attribute, expect]): Rule => ({ types: new RegExp(`^${type}$`), attribute, expect, source: SOURCE }),
    ),
  ),
  {
    types: /^(provider\.aws|aws_\w+)$/,
    attribute: "region",
    expect: { oneOf: words.regions },
    open: true,
    source: SOURCE,
  },
  {
    types: /^aws_globalaccelerator_endpoint_group$/,
    attribute: "endpoint_group_region",
    expect: { oneOf: words.regions },
    open: true,
    source: SOURCE,
  },
  {
    types: /^aws_(eks_node_group|instance|launch_template)$/,
    attribute: "instance_types",
    expect: { oneOf: words.instanceTypes },
    open: true,
    source: SOURCE,
  },
  {
    types: /^aws_(instance|launch_template)$/,
    attribute: "instance_type",
    expect: { oneOf: words.instanceTypes },
    open: true,
    source: SOURCE,
  },
];
