import type { Mutant } from "./mutants";
import { names } from "./site";

/** What a mistake is about; figures are given apart. */
export type Kind = "values" | "relations" | "order" | "security";

const SECURITY =
  /^(securityContext|podSecurityContext|containerSecurityContext|NetworkPolicy|podSelector|namespaceSelector|policyTypes|ipBlock|assume_role_policy|policy|source_address_prefix(es)?|cidr_ipv4|public_access_cidrs|allowed_uses|clientAuth|insecureSkipVerify|capabilities|metadata_options|encryption_config|encrypted|enable_key_rotation)$/;

const NAMING =
  /(name|names|ref|refs|secret|claim|role|namespace|_id|_ids|_arn|arn|host|url|service|selector|labels|resource_group_name|account|region|location|zone)$/i;

/** By the operator's family and the names on the way to the place. */
export function kindOf({ operator, site }: Mutant): Kind {
  const path = names(site.path);
  if (operator.name === "an order is gone") return "order";
  if (path.some((name) => SECURITY.test(name))) return "security";
  if (["the whole Internet", "everything", "a switch is turned"].includes(operator.name)) return "security";
  const isRelation =
    operator.family === "swap" ||
    operator.family === "move" ||
    /resource|manifest|reference/.test(operator.name);
  return isRelation || NAMING.test(path.at(-1) ?? "") ? "relations" : "values";
}
