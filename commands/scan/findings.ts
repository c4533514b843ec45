import type { Exceptions } from "../../rehearsal/exceptions";
import type { Accepted } from "./accepted";

/** Something that checkov does not like. */
export interface Finding {
  readonly check: string;
  readonly says: string;
  /** `<workspace>/<name>`. */
  readonly where: string;
}

/** As much of a report (`checkov -o json`) as is read. */
interface Report {
  readonly summary: { readonly passed: number; readonly parsing_errors: number };
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly file_path: string;
      readonly resource: string;
    }[];
    readonly parsing_errors?: readonly string[];
  };
}

/**
 * What checkov found.
 *
 * @throws Error where it could not read a workspace, or checked nothing
 */
export function findingsOf(printed: string): readonly Finding[] {
  const read = JSON.parse(printed) as Report | readonly Report[];
  const reports: readonly Report[] = "summary" in read ? [read] : read;
  if (
    reports.some(({ summary, results }) => summary.parsing_errors + (results.parsing_errors?.length ?? 0) > 0)
  ) {
    throw new Error(`checkov could not read everything: ${printed}`);
  }
  if (reports.every(({ summary }) => summary.passed === 0)) throw new Error("checkov checked nothing");
  return reports.flatMap(({ results }) =>
    results.failed_checks.map(({ check_id: check, check_name: says, file_path: file, resource }) => ({
      check,
      says,
      where: `${file.split("/").at(-2)}/${resource.replace(/^.*\./, "")}`,
    })),
  );
}

/** Findings that are not accepted, and what is accepted and not found. */
export function unexplained(findings: readonly Finding[], accepted: readonly Accepted[]): readonly string[] {
  const each = accepted.flatMap(({ checks, where }) => checks.map((check) => ({ check, where })));
  const covers = ({ check, where }: (typeof each)[number], finding: Finding) =>
    check === finding.check && where.test(finding.where);
  return [
    ...findings
      .filter((finding) => !each.some((one) => covers(one, finding)))
      .map(({ check, where, says }) => `${where}: ${says} (${check})`),
    ...each
      .filter((one) => !findings.some((finding) => covers(one, finding)))
      .map(
        ({ check, where }) =>
          `${check} at ${where}: accepted, and found no longer; take it out of accepted.ts`,
      ),
  ];
}

/** Without what a team accepts for a time: `rule: checkov/CKV_AZURE_9`, with the resource's name for its address. */
export const withoutExcepted = (findings: readonly Finding[], exceptions: Exceptions): readonly Finding[] =>
  findings.filter(({ check, where }) => {
    const [workspace = "", address = ""] = where.split("/");
    return exceptions.accept(workspace, { rule: `checkov/${check}`, address }) === undefined;
  });
