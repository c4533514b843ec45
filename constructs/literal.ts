/**
 * Keeps text that is not Terraform's to interpolate out of its hands: scripts, dashboards, PromQL, YAML. The expressions that
 * cdktf has put into it (https://github.com/hashicorp/terraform-cdk/blob/v0.21.0/packages/cdktf/lib/tokens/private/encoding.ts)
 * stay what they are.
 */
export const literal = (text: string): string =>
  text.replace(/[$%]\{(?!TfToken\[)/g, (sigil) => sigil[0] + sigil);
