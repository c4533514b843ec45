import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";

/** The variable's name; a rehearsal and the lab set it to `accept`. */
export const DOCUMENTATION_VALUES = "documentation_values";

/**
 * Keeps a workspace from being planned while what it would make rests on values that only show what a good one looks
 * like. `terraform validate` passes. A variable's validation, because Terraform refuses a constant precondition.
 *
 * @param wanted - what must be replaced, each with how; a sentence part
 */
export function refuseDocumentationValues(scope: Construct, wanted: readonly string[]): void {
  if (wanted.length === 0) return;
  const variable = new TerraformVariable(scope, DOCUMENTATION_VALUES, {
    type: "string",
    default: "refuse",
    description: 'Whether values of the documentation may be planned: "refuse", or "accept" in a rehearsal',
    validation: [
      {
        condition: `\${var.${DOCUMENTATION_VALUES} == "accept"}`,
        errorMessage: `values of the documentation are still in use: ${wanted.join("; ")}.`,
      },
    ],
  });
  variable.overrideLogicalId(DOCUMENTATION_VALUES);
}
