import type { Problem } from "../rules/check";

/**
 * What rules have against a configuration travels through Terraform as a warning, which adds address and line: an error
 * would end the plan at the first one. The last line of its explanation tells it from the warnings of Terraform itself.
 */
export interface Ruling {
  readonly rule: `${string}/${string}`;
  readonly source: string;
  /** The explanation without the last line. */
  readonly detail: string;
  readonly severity: "error" | "warning";
}

const MARK = /(?:^|\n\n)(error|warning) of the rehearsal's rule (\S+\/\S+), see (\S+)$/;

export function rulingText({ rule, source, severity = "error" }: Problem): string {
  return `${severity} of the rehearsal's rule ${rule}, see ${source}`;
}

export function readRuling(detail: string): Ruling | undefined {
  const [whole, severity, rule, source] = MARK.exec(detail) ?? [];
  if (whole === undefined) return undefined;
  return {
    rule: rule as Ruling["rule"],
    source: source as string,
    severity: severity as Ruling["severity"],
    detail: detail.slice(0, -whole.length),
  };
}
