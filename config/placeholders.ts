import type { Environment } from "./schema/environment";

/** A documentation value that a user must replace before an apply. */
export interface Placeholder {
  readonly path: string;
  readonly value: string;
}

/** Values of no real deployment: RFC 2606 names, RFC 5737 networks, zeros for ids and keys, an organization of examples. */
const DOCUMENTATION = [
  /(?:^|[.@])example\.(?:com|net|org)$/,
  /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+(?:\/\d+)?$/,
  /^[0-]{12,36}$/,
  /^ssh-\S+ \S*A{32}/,
  /^arn:aws:iam::0{12}:/,
  /^Z0{12,31}$/,
  /^example-org[@/]/,
  /\/example-org\//,
];

/** Every documentation value that is still in an environment. Synthesis works with them, an apply would not. */
export const placeholdersIn = (environment: Environment): readonly Placeholder[] => find(environment, "");

function find(value: unknown, path: string): readonly Placeholder[] {
  if (typeof value === "string") {
    return DOCUMENTATION.some((form) => form.test(value)) ? [{ path, value }] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    find(child, Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`),
  );
}
