import { parser } from "@prometheus-io/lezer-promql";

/** What a PromQL expression asks for. */
export interface Expression {
  /** Names of metrics; a name by regular expression counts as each of its alternatives. */
  readonly metrics: readonly string[];
  /** Where the text is no PromQL. */
  readonly errors: readonly string[];
}

/** Reads an expression with the grammar that Prometheus' own editor uses. */
export function parse(expr: string): Expression {
  const metrics = new Set<string>();
  const errors: string[] = [];
  parser.parse(expr).iterate({
    enter: ({ type, from, to, node }) => {
      if (type.isError) errors.push(`at ${from}: ${expr.slice(Math.max(0, from - 20), to + 20)}`);
      if (type.name !== "VectorSelector") return;
      const name = node.getChild("Identifier");
      if (name) metrics.add(expr.slice(name.from, name.to));
      const byLabel = /__name__\s*=~?\s*"([^"]+)"/.exec(expr.slice(from, to));
      for (const alternative of byLabel?.[1]?.split("|") ?? []) metrics.add(alternative);
    },
  });
  return { metrics: [...metrics], errors };
}
