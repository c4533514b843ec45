import path from "node:path";
import { readRuling } from "./emulator/ruling";
import { EMULATOR_FAILED } from "./emulator/server";
import type { Exceptions } from "./exceptions";
import { type Finding, STEPS, type Step } from "./finding";
import type { Listed } from "./manifest";
import type { Message, Outcome } from "./terraform";

/** Terraform warns so of every `depends_on` that cdktf writes as HCL; only cdktf could write them otherwise. */
const CDKTF_DEPENDENCIES = "Quoted references are deprecated";

/** What is found in one workspace, each thing once. */
export class Findings {
  readonly all: Finding[] = [];
  private readonly known = new Set<string>();

  constructor(
    private readonly listed: Listed,
    private readonly exceptions: Exceptions,
  ) {}

  /** @param found - what differs from an error of the whole workspace */
  add(found: Pick<Finding, "step" | "rule" | "summary" | "detail"> & Partial<Finding>): void {
    const finding: Finding = { severity: "error", file: this.listed.file, ...found };
    // Terraform says the same of a resource at every step.
    const key = JSON.stringify([finding.rule, finding.address, finding.summary, finding.detail]);
    if (this.known.has(key)) return;
    this.known.add(key);
    const accepted = this.exceptions.accept(this.listed.id, finding);
    this.all.push(accepted ? { ...finding, accepted } : finding);
  }

  /** All that Terraform said in a step. */
  addOutcome(step: Step, { errors, warnings }: Pick<Outcome, "errors" | "warnings">): void {
    for (const message of errors) this.addMessage(step, message, "error");
    const said = warnings.filter(({ summary }) => summary !== CDKTF_DEPENDENCIES);
    for (const message of said) this.addMessage(step, message, "warning");
  }

  /** By step and place: Terraform looks at resources in any order. */
  sort(): void {
    const place = ({ address = "", rule, summary }: Finding) => `${address} ${rule} ${summary}`;
    this.all.sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step) || (place(a) < place(b) ? -1 : 1));
  }

  private addMessage(step: Step, message: Message, severity: Finding["severity"]): void {
    const { summary, detail, snippet } = message;
    const address = message.address ?? addressIn(snippet?.context);
    const folder = path.dirname(this.listed.file);
    this.add({
      step,
      rule: summary === EMULATOR_FAILED ? "emulator" : "terraform",
      severity,
      summary,
      detail,
      ...(address ? { address } : {}),
      ...(snippet ? { snippet, file: path.join(folder, snippet.file) } : {}),
      ...readRuling(detail),
    });
  }
}

/** `resource "azurerm_subnet" "Nodes"` in HCL, `resource.azurerm_subnet.Nodes` in JSON. */
function addressIn(context: string | undefined): string | undefined {
  const [, kind, type, name] =
    /^(resource|data|output|provider|module)[ .]"?([\w-]+)"?(?:[ .]"?([\w-]+)"?)?/.exec(context ?? "") ?? [];
  if (!kind) return undefined;
  return [kind === "resource" ? undefined : kind, type, name].filter(Boolean).join(".");
}
