import type { Attribute, Block, Schema } from "./types";

/**
 * Sensitive attributes of the types in use, for derived schemas: bindings do not say which are. Each is marked so in
 * the provider's real schema (`terraform providers schema -json`), with which a test compares this table.
 */
const SENSITIVE: readonly { readonly types: RegExp; readonly attributes: readonly string[] }[] = [
  { types: /^azurerm_linux_virtual_machine$/, attributes: ["admin_password", "custom_data"] },
  { types: /^azurerm_virtual_machine_extension$/, attributes: ["protected_settings"] },
  {
    types: /^azurerm_storage_account$/,
    attributes: [
      "primary_access_key",
      "secondary_access_key",
      "primary_connection_string",
      "secondary_connection_string",
      "primary_blob_connection_string",
      "secondary_blob_connection_string",
    ],
  },
  { types: /^aws_ssm_parameter$/, attributes: ["value"] },
  { types: /^aws_secretsmanager_secret_version$/, attributes: ["secret_string", "secret_binary"] },
  { types: /^data\.aws_eks_cluster_auth$/, attributes: ["token"] },
  { types: /^cloudflare_authenticated_origin_pulls_certificate$/, attributes: ["private_key"] },
  { types: /^provider\.cloudflare$/, attributes: ["api_key", "api_token", "api_user_service_key"] },
  { types: /^provider\.tls$/, attributes: ["proxy.password"] },
  { types: /^kubernetes_secret(_v1)?$/, attributes: ["data", "binary_data"] },
  { types: /^helm_release$/, attributes: ["repository_password", "set_sensitive.value"] },
  {
    types: /^tls_private_key$/,
    attributes: ["private_key_pem", "private_key_pem_pkcs8", "private_key_openssh"],
  },
  { types: /^tls_(self_signed_cert|cert_request)$/, attributes: ["private_key_pem"] },
  { types: /^tls_locally_signed_cert$/, attributes: ["ca_private_key_pem"] },
  { types: /^google_container_cluster$/, attributes: ["master_auth.client_key"] },
  {
    types: /^google_sql_database_instance$/,
    attributes: ["root_password", "replica_configuration.password", "server_ca_cert"],
  },
  { types: /^google_sql_user$/, attributes: ["password"] },
  { types: /^random_password$/, attributes: ["result", "bcrypt_hash"] },
];

/** The derived schema of a type with its sensitive attributes marked. */
export function markSensitive(type: string, schema: Schema): Schema {
  const paths = SENSITIVE.filter(({ types }) => types.test(type)).flatMap(({ attributes }) => attributes);
  for (const path of paths) {
    const attribute = find(schema.block, path.split("."));
    if (attribute) attribute.sensitive = true;
  }
  return schema;
}

function find(block: Block, [name = "", ...rest]: string[]): Attribute | undefined {
  const attribute = block.attributes?.[name];
  if (rest.length === 0) return attribute;
  const inner = attribute?.nested_type ?? block.block_types?.[name]?.block;
  return inner ? find(inner, rest) : undefined;
}
