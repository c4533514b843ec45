import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

type Json = Record<string, unknown>;

/**
 * A workspace as Terraform sees it: what it is made of, each with a digest of its content. Metadata, comments and the order of keys, which mean
 * nothing to Terraform, are left out.
 */
export type Blocks = ReadonlyMap<string, string>;

const CONFIGURATION = "cdk.tf.json";
const LOCK = ".terraform.lock.hcl";

/**
 * Reads a workspace's folder.
 *
 * @param renamed - replaces names in everything that is compared @default - nothing
 */
export function blocksIn(directory: string, renamed = (text: string): string => text): Blocks {
  const blocks = new Map<string, string>();
  const root = JSON.parse(fs.readFileSync(path.join(directory, CONFIGURATION), "utf8")) as Json;
  for (const [address, body] of blocksOf(root)) {
    blocks.set(renamed(address), digestOf(renamed(JSON.stringify(sorted(body)))));
  }
  for (const file of otherFiles(directory)) {
    const name = file === LOCK ? "provider lock" : `file ${renamed(file)}`;
    blocks.set(name, digestOf(fs.readFileSync(path.join(directory, file))));
  }
  return blocks;
}

/** One digest of all blocks. */
export const digestOfBlocks = (blocks: Blocks): string =>
  digestOf(JSON.stringify([...blocks].sort(([a], [b]) => (a < b ? -1 : 1))));

export const digestOf = (content: string | Buffer): string =>
  createHash("sha256").update(content).digest("hex");

/** Block types with two labels; others have one or none. https://developer.hashicorp.com/terraform/language/syntax/json */
const TWO_LABELS = ["resource", "data", "ephemeral"];

function blocksOf(root: Json): [address: string, body: unknown][] {
  return Object.entries(root)
    .filter(([kind]) => kind !== "//")
    .flatMap(([kind, value]): [string, unknown][] => {
      if (!isObject(value)) return [[kind, value]]; // a list of blocks without labels, such as `moved`
      if (!TWO_LABELS.includes(kind)) return labelled(kind, value);
      const prefix = kind === "resource" ? "" : `${kind}.`;
      return Object.entries(value).flatMap(([type, named]) => labelled(`${prefix}${type}`, named));
    });
}

const labelled = (prefix: string, named: unknown): [string, unknown][] =>
  isObject(named)
    ? Object.entries(named).map(([name, body]) => [`${prefix}.${name}`, withoutComment(body)])
    : [[prefix, named]];

/** `//` is a comment in the body of a block, where cdktf writes its metadata; in an argument it would be data. */
function withoutComment(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutComment);
  if (!isObject(body)) return body;
  const { "//": _, ...rest } = body;
  return rest;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [name, sorted(inner)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function otherFiles(directory: string): string[] {
  return fs
    .readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((file) => file !== CONFIGURATION && (file === LOCK || !file.startsWith(".terraform")))
    .filter((file) => fs.statSync(path.join(directory, file)).isFile())
    .sort();
}
