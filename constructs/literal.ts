/** Keeps text that is not Terraform's to interpolate out of its hands: scripts, dashboards, PromQL, YAML. */
export const literal = (text: string): string => text.replace(/[$%]\{/g, (sigil) => sigil[0] + sigil);
