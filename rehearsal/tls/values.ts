import type { RuleTable } from "../rules/rule";

const DOCS = "https://registry.terraform.io/providers/hashicorp/tls/latest/docs";
const USES = [
  "any_extended",
  "cert_signing",
  "client_auth",
  "code_signing",
  "content_commitment",
  "crl_signing",
  "data_encipherment",
  "decipher_only",
  "digital_signature",
  "email_protection",
  "encipher_only",
  "ipsec_end_system",
  "ipsec_tunnel",
  "ipsec_user",
  "key_agreement",
  "key_encipherment",
  "microsoft_commercial_code_signing",
  "microsoft_kernel_code_signing",
  "microsoft_server_gated_crypto",
  "netscape_server_gated_crypto",
  "ocsp_signing",
  "server_auth",
  "timestamping",
];

export const TLS_VALUES: RuleTable = {
  rules: [
    {
      types: /^tls_private_key$/,
      attribute: "algorithm",
      expect: { oneOf: ["RSA", "ECDSA", "ED25519"] },
      source: `${DOCS}/resources/private_key`,
    },
    {
      types: /^tls_private_key$/,
      attribute: "ecdsa_curve",
      expect: { oneOf: ["P224", "P256", "P384", "P521"] },
      source: `${DOCS}/resources/private_key`,
    },
    {
      types: /^tls_private_key$/,
      attribute: "rsa_bits",
      expect: { from: 2048, to: 16384 },
      source: "https://doi.org/10.6028/NIST.SP.800-131Ar2",
    },
    {
      types: /^tls_(self_signed|locally_signed)_cert$/,
      attribute: "validity_period_hours",
      expect: { from: 1, to: 876_000 },
      source: `${DOCS}/resources/self_signed_cert`,
    },
    {
      types: /^tls_(self_signed|locally_signed)_cert$/,
      attribute: "allowed_uses",
      expect: { oneOf: USES },
      source: `${DOCS}/resources/self_signed_cert`,
    },
    {
      types: /^tls_(self_signed_cert|cert_request)$/,
      attribute: "private_key_pem",
      expect: "private key",
      source: `${DOCS}/resources/self_signed_cert`,
      secret: true,
    },
    {
      types: /^tls_locally_signed_cert$/,
      attribute: "ca_private_key_pem",
      expect: "private key",
      source: `${DOCS}/resources/locally_signed_cert`,
      secret: true,
    },
    {
      types: /^tls_locally_signed_cert$/,
      attribute: "ca_cert_pem",
      expect: "certificate",
      source: `${DOCS}/resources/locally_signed_cert`,
      secret: true,
    },
    {
      types: /^tls_locally_signed_cert$/,
      attribute: "cert_request_pem",
      expect: "certificate request",
      source: `${DOCS}/resources/locally_signed_cert`,
    },
    {
      types: /^tls_(self_signed_cert|cert_request)$/,
      attribute: "dns_names",
      expect: "host name",
      source: "https://datatracker.ietf.org/doc/html/rfc5280#section-4.2.1.6",
    },
    {
      types: /^tls_(self_signed_cert|cert_request)$/,
      attribute: "ip_addresses",
      expect: "ip",
      source: "https://datatracker.ietf.org/doc/html/rfc5280#section-4.2.1.6",
    },
  ],
};
