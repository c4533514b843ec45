import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { chosen } from "./chosen";

/**
 * Declares a sensitive Terraform variable with exactly this name, once in its workspace, and returns its value. Terraform
 * reads it from `TF_VAR_<name>`; nothing of it is known at synthesis.
 */
export function secretVariable(scope: Construct, name: string, description: string): string {
  const variables = chosen(TerraformStack.of(scope));
  const declared = variables.node.tryFindChild(name);
  if (declared instanceof TerraformVariable) return declared.stringValue;
  const variable = new TerraformVariable(variables, name, {
    type: "string",
    sensitive: true,
    nullable: false,
    description,
  });
  variable.overrideLogicalId(name); // right after creation: later it has no effect
  return variable.stringValue;
}
