import type { ComputedValue } from "../emulator/computed-value";

export const TLS_COMPUTED: readonly ComputedValue[] = [
  { types: /^tls_/, attribute: /^private_key_pem$/, value: "{#pem:EC PRIVATE KEY}" },
  { types: /^tls_/, attribute: /^private_key_pem_pkcs8$/, value: "{#pem:PRIVATE KEY}" },
  { types: /^tls_/, attribute: /^private_key_openssh$/, value: "{#pem:OPENSSH PRIVATE KEY}" },
  { types: /^(data\.)?tls_/, attribute: /^public_key_pem$/, value: "{#pem:PUBLIC KEY}" },
  {
    types: /^(data\.)?tls_/,
    attribute: /^public_key_openssh$/,
    value: "ecdsa-sha2-nistp256 {#base64:104}\n",
  },
  { types: /^tls_/, attribute: /^cert_request_pem$/, value: "{#pem:CERTIFICATE REQUEST}" },
  { types: /^(data\.)?tls_/, attribute: /cert_pem$/, value: "{#pem:CERTIFICATE}" },
  { types: /^tls_/, attribute: /^id$/, value: "{#hex:40}" },
  { types: /^random_(password|string)$/, attribute: /^result$/, value: "{#text:length}" },
  { types: /^random_password$/, attribute: /^bcrypt_hash$/, value: "$2a$10${#hex:53}" },
  { types: /^random_id$/, attribute: /^hex$/, value: "{#hex:16}" },
  { types: /^random_uuid$/, attribute: /^(result|id)$/, value: "{#uuid}" },
];
