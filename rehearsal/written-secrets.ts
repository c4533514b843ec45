import type { Configuration } from "./configuration";
import type { Block, ProviderSchema } from "./schema/types";

interface WrittenSecret {
  readonly address: string;
  readonly summary: string;
}

/**
 * Secrets that lie in `cdktf.out`, and variables that carry a secret without being marked: their values are shown
 * where they are used in other arguments.
 */
export function writtenSecrets(
  { blocks, variables }: Configuration,
  schemaOf: (provider: string) => ProviderSchema | undefined,
): WrittenSecret[] {
  const plain = variables.filter(({ sensitive }) => !sensitive).map(({ name }) => name);
  return blocks.flatMap(({ kind, address, type, provider, body }) => {
    const schema = schemaOf(provider);
    const block =
      kind === "provider"
        ? schema?.provider.block
        : schema?.[kind === "data" ? "data_source_schemas" : "resource_schemas"][type]?.block;
    return secretArguments(block ?? {}, body).flatMap(({ path, texts }) => [
      ...(texts.some(isLiteral)
        ? [{ address, summary: `${address} ${path}, written out in cdktf.out` }]
        : []),
      ...plain
        .filter((name) => texts.some((text) => new RegExp(`\\bvar\\.${name}\\b`).test(text)))
        .map((name) => ({
          address,
          summary: `${address} ${path} is secret, but variable ${name}, which it comes from, is not sensitive`,
        })),
    ]);
  });
}

/** Arguments that are secret, by the schema or by their name, with all texts in them. */
function secretArguments(block: Block, value: unknown, path = ""): { path: string; texts: string[] }[] {
  if (Array.isArray(value)) return value.flatMap((item) => secretArguments(block, item, path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const attribute = block.attributes?.[name];
    const here = path ? `${path}.${name}` : name;
    if (USER_DATA.test(name)) return []; // sensitive for what it may hold; the markers show whether it does
    const isHidden = attribute?.sensitive || attribute?.write_only;
    const secret = isHidden || (attribute?.type === "string" && SECRET_NAME.test(name));
    if (secret) return [{ path: here, texts: texts(inner) }];
    const next = attribute?.nested_type ?? block.block_types?.[name]?.block;
    return next ? secretArguments(next, inner, here) : [];
  });
}

const USER_DATA = /^(custom_data|user_data)(_base64)?$/;

/** Some secrets are not marked in their schema. */
const SECRET_NAME =
  /(^|_)(password|passwd|api_token|api_key|secret_key|private_key(_pem)?|client_key|client_secret)$/;

/** Functions of constants count as constants: `${base64encode("...")}`. */
function isLiteral(text: string): boolean {
  return (
    text !== "" && !isPublic(text) && !/\b(var|local|data|module|each|[a-z]\w*_\w+)\.[A-Za-z_]/.test(text)
  );
}

/** Certificates and public keys, with the text that explains them (RFC 7468), are not secret; nor are those of SSH. */
function isPublic(text: string): boolean {
  if (/^(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-nistp\d+) AAAA\S+(?: [^\r\n]*)?$/.test(text)) return true;
  const labels = [...text.matchAll(/-----BEGIN ([A-Z ]+)-----/g)].map(([, label]) => label as string);
  return labels.length > 0 && labels.every((label) => /^(CERTIFICATE|PUBLIC KEY)$/.test(label));
}

/** Who logs in is no secret, nor where, nor what that is called; how is. */
const PLAIN = /^((admin-?)?user(-?name)?|type|name|url|server|namespaces|cluster-?resources|known_?hosts)$/i;

/** All texts of a value. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value).filter(([name]) => !PLAIN.test(name));
  return entries.flatMap(([, inner]) => texts(inner));
}
