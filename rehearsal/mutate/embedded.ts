import { Document, parseAllDocuments, Scalar, visit } from "yaml";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json } | Embedded;

/** A document inside a string: Helm values, the manifests in them, a policy. */
export class Embedded {
  constructor(
    readonly form: "yaml" | "json",
    /** The documents of the text; JSON has one. */
    readonly documents: Json[],
  ) {}
}

/** A synthesized file with every document inside a string opened, so that what lies in it can be changed. */
export function expand(value: unknown): Json {
  if (Array.isArray(value)) return value.map(expand);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expand(inner)]));
  }
  return typeof value === "string" ? opened(value) : (value as Json);
}

/** The opposite of `expand`. */
export function collapse(value: Json): unknown {
  if (value instanceof Embedded) return closed(value);
  if (Array.isArray(value)) return value.map(collapse);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, collapse(inner)]));
  }
  return value;
}

function opened(text: string): Json {
  if (/^\s*[{[]/.test(text)) {
    try {
      return new Embedded("json", [expand(JSON.parse(text))]);
    } catch {
      return text;
    }
  }
  if (!/^[\w"'.-]+:[ \n][\s\S]*\n/.test(text)) return text;
  const documents = parseAllDocuments(text);
  const isMapping = documents.every(({ errors, contents }) => errors.length === 0 && contents !== null);
  return isMapping
    ? new Embedded(
        "yaml",
        documents.map((document) => expand(document.toJSON())),
      )
    : text;
}

function closed({ form, documents }: Embedded): string {
  const values = documents.map(collapse);
  return form === "json" ? JSON.stringify(values[0]) : values.map(yaml).join("---\n");
}

/** A scalar with a Terraform expression stays plain: Terraform writes its quotes. */
function yaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === "string" && /^\$\{.*\}$/.test(node.value)) node.type = Scalar.PLAIN;
    },
  });
  return document.toString({ lineWidth: 0 });
}
