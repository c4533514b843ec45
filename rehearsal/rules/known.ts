import { isValues, Unknown, type Value, type Values } from "../emulator/values";
import type { Problem } from "./check";

/**
 * An argument of a provider that it cannot do without when Terraform plans. What comes from a resource of the same
 * workspace is not known then.
 */
export interface KnownAtPlan {
  /** `provider.<name>`. */
  readonly types: RegExp;
  readonly attribute: string;
  /** When the real provider gives up: as soon as it is configured, or only when it has to read something. */
  readonly at: "configure" | "read";
  readonly says: string;
  readonly source: string;
}

/** The name of the rule, behind the type. */
export const knownRule = ({ attribute }: KnownAtPlan): string => `known-${attribute}`;

/** What a provider would miss. */
export function unknownArguments(
  rules: readonly KnownAtPlan[],
  type: string,
  config: Values,
  at: KnownAtPlan["at"],
): Problem[] {
  return rules
    .filter((rule) => rule.at === at && rule.types.test(type) && isUnknown(config, rule.attribute.split(".")))
    .map((rule) => ({
      rule: `${type}/${knownRule(rule)}` as const,
      path: [rule.attribute.split(".")[0] as string],
      says: `${rule.attribute}: not known when Terraform plans, ${rule.says}`,
      source: rule.source,
    }));
}

function isUnknown(value: Value | undefined, [step, ...rest]: readonly string[]): boolean {
  if (value instanceof Unknown) return true;
  if (step === undefined || value === undefined) return false;
  if (Array.isArray(value)) return value.some((item) => isUnknown(item, [step, ...rest]));
  return isValues(value) && isUnknown(value[step], rest);
}
