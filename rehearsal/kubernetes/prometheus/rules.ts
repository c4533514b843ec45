import { parser } from "@prometheus-io/lezer-promql";
import { at, type Json, text } from "../../world/object";
import { DURATION } from "./scrape-config";

/** A series that an expression asks for. */
export interface Selected {
  readonly metric: string;
  /** Labels that have to be equal to a value. */
  readonly equal: readonly (readonly [label: string, value: string])[];
}

/** What Prometheus would refuse of a group of rules. */
export function groupProblems(group: Json): string[] {
  const rules = at(group, "rules");
  const where = text(group, "name");
  return [
    ...(rules.length === 0 ? ["it has no rules"] : []),
    ...rules.flatMap((rule) =>
      ruleProblems(rule).map((problem) => `${text(rule, "alert") || text(rule, "record")}: ${problem}`),
    ),
  ].map((problem) => `group ${where}: ${problem}`);
}

function ruleProblems(rule: Json): string[] {
  const [alert, record, expression] = [
    text(rule, "alert"),
    text(rule, "record"),
    String(at(rule, "expr")[0] ?? ""),
  ];
  return [
    ...((alert === "") === (record === "") ? ["a rule either alerts or records"] : []),
    ...(record !== "" && !/^[a-zA-Z_:][\w:]*$/.test(record)
      ? [`'${record}' is not the name of a series`]
      : []),
    ...(text(rule, "for") !== "" && !DURATION.test(text(rule, "for"))
      ? [`for '${text(rule, "for")}' is not a duration such as 5m`]
      : []),
    ...(isSound(expression) ? [] : [`expr is not PromQL: ${expression.slice(0, 120)}`]),
  ];
}

/** https://prometheus.io/docs/prometheus/latest/querying/basics/ */
function isSound(expression: string): boolean {
  let sound = expression.trim() !== "";
  parser.parse(expression).iterate({
    enter: (node) => {
      if (node.type.isError) sound = false;
    },
  });
  return sound;
}

/** The series that an expression asks for. */
export function selectedBy(expression: string): Selected[] {
  const found: Selected[] = [];
  parser.parse(expression).iterate({
    enter: ({ name, from, to }) => {
      if (name !== "VectorSelector") return;
      const selector = expression.slice(from, to);
      const metric = /^[a-zA-Z_:][\w:]*/.exec(selector)?.[0] ?? "";
      const equal = [...selector.matchAll(/([a-zA-Z_]\w*)\s*=\s*"([^"]*)"/g)].map(
        ([, label = "", value = ""]) => [label, value] as const,
      );
      found.push({ metric, equal });
    },
  });
  return found;
}
