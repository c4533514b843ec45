import type { Lifetime } from "../rules/lifetime";

const tls = (name: string, replacedBy: readonly string[], holds?: string): Lifetime => ({
  type: `tls_${name}`,
  replacedBy,
  ...(holds ? { holds } : {}),
  source: `https://github.com/hashicorp/terraform-provider-tls/blob/v4.1.0/internal/provider/resource_${name}.go`,
});

/** `RequiresReplace`, as the providers' schemas have it: nothing of a key or a certificate can be changed. */
export const TLS_LIFETIMES: readonly Lifetime[] = [
  tls("private_key", ["*"], "the key: all that was signed or encrypted with it"),
  tls("self_signed_cert", ["*", "!early_renewal_hours"]),
  tls("locally_signed_cert", ["*", "!early_renewal_hours"]),
  tls("cert_request", ["*"]),
];
