import { createHash } from "node:crypto";
import path from "node:path";
import { type Finding, NAMED_RULES } from "../finding";
import type { Report } from "../rehearse";

/**
 * A report for code review: findings at the line of TypeScript that made the resource, or else at that of the synthesized
 * file. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(report: Report, version: string): object {
  const found = report.workspaces.flatMap(({ workspace, findings }) =>
    findings.map((finding) => ({ workspace, finding })),
  );
  const rules = new Map(found.map(({ finding }) => [finding.rule, ruleOf(finding)]));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "meridian rehearsal", version, rules: [...rules.values()] } },
        results: found.map(({ workspace, finding }) => resultOf(workspace, finding)),
      },
    ],
  };
}

function ruleOf({ rule, source }: Finding): object {
  const named = (NAMED_RULES as Readonly<Record<string, string>>)[rule];
  return {
    id: rule,
    shortDescription: { text: named ?? `what ${rule.replace("/", " demands of ")}` },
    ...(source ? { helpUri: source } : {}),
  };
}

function resultOf(workspace: string, finding: Finding): object {
  const { rule, severity, summary, detail, address, accepted } = finding;
  const name = [workspace, ...(address ? [address] : [])].join("/");
  const text = [`${name}: ${summary}`, ...(detail ? [detail] : [])].join("\n\n");
  const identity = [workspace, rule, address, summary].join("\n");
  return {
    ruleId: rule,
    level: severity,
    message: { text },
    locations: [
      {
        physicalLocation: locationOf(finding),
        logicalLocations: [{ fullyQualifiedName: name, kind: "resource" }],
      },
    ],
    // The same finding of tomorrow, also where its line has moved.
    partialFingerprints: { "finding/v1": createHash("sha256").update(identity).digest("hex") },
    ...(accepted ? { suppressions: [{ kind: "external", justification: accepted }] } : {}),
  };
}

function locationOf({ origin, file, snippet }: Finding): object {
  const uri = origin?.file ?? path.posix.join("cdktf.out", file);
  const startLine = origin?.file ? origin.line : snippet?.line;
  return { artifactLocation: { uri }, ...(startLine ? { region: { startLine } } : {}) };
}
