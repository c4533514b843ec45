import type { Configuration } from "./configuration";
import type { Block, ProviderSchema } from "./schema/types";

/** Secrets that are written out in the configuration, so that they lie in `cdktf.out`. */
export function literalSecrets(
  configuration: Configuration,
  schemaOf: (address: string) => ProviderSchema | undefined,
): { readonly address: string; readonly attribute: string }[] {
  return configuration.blocks.flatMap(({ kind, address, type, provider, body }) => {
    const schema = schemaOf(provider);
    const block =
      kind === "provider"
        ? schema?.provider.block
        : schema?.[kind === "data" ? "data_source_schemas" : "resource_schemas"][type]?.block;
    return sensitiveLiterals(block ?? {}, body).map((attribute) => ({ address, attribute }));
  });
}

/** Paths of arguments that are secret, by the schema or by their name, and hold text without a reference. */
function sensitiveLiterals(block: Block, value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => sensitiveLiterals(block, item, path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const attribute = block.attributes?.[name];
    const here = path ? `${path}.${name}` : name;
    if (USER_DATA.test(name)) return []; // sensitive for what it may hold; the markers show whether it does
    const secret = attribute?.sensitive || (attribute?.type === "string" && SECRET_NAME.test(name));
    if (secret) return texts(inner).some(isLiteral) ? [here] : [];
    const next = attribute?.nested_type ?? block.block_types?.[name]?.block;
    return next ? sensitiveLiterals(next, inner, here) : [];
  });
}

const USER_DATA = /^(custom_data|user_data)(_base64)?$/;

/** Some secrets are not marked in their schema. */
const SECRET_NAME =
  /(^|_)(password|passwd|api_token|api_key|secret_key|private_key(_pem)?|client_key|client_secret)$/;

/** Functions of constants count as constants: `${base64encode("...")}`. */
function isLiteral(text: string): boolean {
  return text !== "" && !/\b(var|local|data|module|each|[a-z]\w*_\w+)\.[A-Za-z_]/.test(text);
}

/** All texts of a value; who logs in is no secret, how is. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value).filter(([name]) => !/^(admin-?)?user(-?name)?$/i.test(name));
  return entries.flatMap(([, inner]) => texts(inner));
}
