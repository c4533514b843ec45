/**
 * What runs workspaces: Terraform, or what `MERIDIAN_TERRAFORM` names, such as `tofu` or a path. All commands ask here, so that what is rehearsed,
 * planned, applied and read is done by one program.
 */
export const engineProgram = (): string => process.env["MERIDIAN_TERRAFORM"] || "terraform";
