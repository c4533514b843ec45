import type { KnownAtPlan } from "../rules/known";

const SOURCE = "https://developer.hashicorp.com/terraform/language/providers/configuration";
const says =
  "so nothing can be read of the cluster; make the cluster in another workspace and read its outputs";

/** With no address to go to, both providers plan what is new, and fail at everything that they have to read. */
export const KUBERNETES_KNOWN: readonly KnownAtPlan[] = [
  ...["host", "config_path"].map(
    (attribute): KnownAtPlan => ({
      types: /^provider\.kubernetes$/,
      attribute,
      at: "read",
      says,
      source: SOURCE,
    }),
  ),
  ...["kubernetes.host", "kubernetes.config_path"].map(
    (attribute): KnownAtPlan => ({ types: /^provider\.helm$/, attribute, at: "read", says, source: SOURCE }),
  ),
];
