import fs from "node:fs";
import { type Condition, conditionsIn } from "./conditions";
import { InputError } from "./input-error";
import type { Requirement } from "./schema/source";

type Json = Record<string, unknown>;

export interface RemoteState {
  /** Name of the `terraform_remote_state` data source. */
  readonly name: string;
  readonly backend: string;
  readonly config: Json;
  /** Outputs that the workspace takes from it. */
  readonly outputs: readonly string[];
}

/** Where a state is kept. */
export interface Backend {
  readonly kind: string;
  readonly config: Json;
}

export interface Variable {
  readonly name: string;
  readonly type: string;
  readonly sensitive: boolean;
  readonly hasDefault: boolean;
}

export interface WrittenBlock {
  readonly kind: "resource" | "data" | "provider";
  readonly address: string;
  readonly type: string;
  /** Address of the provider that it belongs to. */
  readonly provider: string;
  readonly body: Json;
}

/** What the rehearsal has to know of a workspace's configuration before Terraform reads it. */
export interface Configuration {
  readonly requirements: readonly Requirement[];
  readonly backend: Backend;
  readonly reads: readonly RemoteState[];
  readonly outputs: readonly { readonly name: string; readonly sensitive: boolean }[];
  readonly variables: readonly Variable[];
  /** Addresses of resources with `prevent_destroy`. */
  readonly protectedResources: readonly string[];
  /** Resources, data sources and providers as they are written. */
  readonly blocks: readonly WrittenBlock[];
  /** Files that a variable's validation wants to exist in the folder that the variable names. */
  readonly files: readonly { readonly variable: string; readonly file: string }[];
  /** Regular expressions that variables have to match. */
  readonly conditions: readonly Condition[];
  /** Addresses of resources with provisioners, and the provisioners' kinds. */
  readonly provisioners: readonly { readonly address: string; readonly kinds: readonly string[] }[];
}

/** HashiCorp's parser starts for those who write HCL alone: a quarter of a second. */
const parseHcl = async (file: string, text: string) => (await import("@cdktf/hcl2json")).parse(file, text);

/** Reads a synthesized `cdk.tf.json` or `cdk.tf`. */
export async function readConfiguration(file: string): Promise<Configuration> {
  const text = fs.readFileSync(file, "utf8");
  let root: Json;
  try {
    root = (file.endsWith(".json") ? JSON.parse(text) : await parseHcl(file, text)) as Json;
  } catch (error) {
    throw new InputError(`${file}: not readable (${(error as Error).message})`);
  }
  const terraform = bodies(root["terraform"]);
  const resources = members(root["resource"]);
  const blocks = writtenBlocks(root, providerSources(terraform));
  return {
    requirements: requirements(terraform, blocks, forgottenTypes(root)),
    blocks,
    files: [...text.matchAll(FILE)].map(([, variable = "", file = ""]) => ({ variable, file })),
    conditions: conditionsIn(root),
    backend: backend(terraform),
    reads: remoteStates(root, text),
    outputs: labelled(root["output"]).map(([name, body]) => ({
      name,
      sensitive: body["sensitive"] === true,
    })),
    variables: labelled(root["variable"]).map(([name, body]) => ({
      name,
      type: String(body["type"] ?? "string").replace(/^\$\{(.*)\}$/, "$1"),
      sensitive: body["sensitive"] === true,
      hasDefault: "default" in body,
    })),
    protectedResources: resources
      .filter(({ body }) =>
        bodies(body["lifecycle"]).some((lifecycle) => lifecycle["prevent_destroy"] === true),
      )
      .map(({ type, name }) => `${type}.${name}`),
    provisioners: resources
      .filter(({ body }) => "provisioner" in body)
      .map(({ type, name, body }) => ({
        address: `${type}.${name}`,
        kinds: bodies(body["provisioner"]).flatMap((provisioner) => Object.keys(provisioner)),
      })),
  };
}

/** A block may be written as one object or as a list of them; HCL always becomes a list. */
export function bodies(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(bodies);
  return typeof value === "object" && value !== null ? [value as Json] : [];
}

function labelled(value: unknown): [string, Json][] {
  return bodies(value).flatMap((body) =>
    Object.entries(body).map(([name, inner]): [string, Json] => [
      name,
      Object.assign({}, ...bodies(inner)) as Json,
    ]),
  );
}

function members(value: unknown): { type: string; name: string; body: Json }[] {
  return bodies(value).flatMap((body) =>
    Object.entries(body).flatMap(([type, named]) =>
      labelled(named).map(([name, inner]) => ({ type, name, body: inner })),
    ),
  );
}

/** Types of which only the state may hold resources still: Terraform reads those before it forgets them. */
const forgottenTypes = (root: Json): readonly string[] =>
  bodies(root["removed"]).map(
    ({ from }) =>
      String(from)
        .replace(/^\$\{|\}$/g, "")
        .split(".")[0] as string,
  );

function requirements(
  terraform: readonly Json[],
  blocks: readonly WrittenBlock[],
  forgotten: readonly string[],
): Requirement[] {
  const sources = providerSources(terraform);
  const addresses = [...providerSources(terraform).values(), ...blocks.map(({ provider }) => provider)];
  const types = (address: string, kind: WrittenBlock["kind"]) => [
    ...new Set([
      ...blocks.filter((block) => block.kind === kind && block.provider === address).map(({ type }) => type),
      ...forgotten.filter((type) => kind === "resource" && sources.get(type.split("_")[0] ?? "") === address),
    ]),
  ];
  return [...new Set(addresses)]
    .filter((address) => address !== BUILT_IN && address !== providerAddress("terraform"))
    .map((address) => ({
      address,
      ...versionOf(terraform, address),
      resources: types(address, "resource"),
      data: types(address, "data"),
    }));
}

function providerSources(terraform: readonly Json[]): ReadonlyMap<string, string> {
  return new Map(required(terraform).map(({ name, address }) => [name, address]));
}

function versionOf(terraform: readonly Json[], address: string): { version?: string } {
  const version = required(terraform).find((requirement) => requirement.address === address)?.version;
  return version ? { version } : {};
}

function required(
  terraform: readonly Json[],
): { name: string; address: string; version: string | undefined }[] {
  const entries = terraform.flatMap((body) => bodies(body["required_providers"])).flatMap(Object.entries);
  return entries.map(([name, requirement]) => {
    const { source, version } = requirement as { source?: string; version?: string };
    return { name, address: providerAddress(source ?? name), version };
  });
}

function writtenBlocks(root: Json, sources: ReadonlyMap<string, string>): WrittenBlock[] {
  const provider = (type: string, body: Json): string => {
    const named =
      typeof body["provider"] === "string" ? body["provider"].replace(/^\$\{|\}$/g, "") : undefined;
    const name = (named?.split(".")[0] ?? type.split("_")[0]) as string;
    return sources.get(name) ?? providerAddress(name);
  };
  const written = (kind: "resource" | "data", value: unknown) =>
    members(value).map(({ type, name, body }) => {
      const address = `${kind === "data" ? "data." : ""}${type}.${name}`;
      return { kind, address, type, provider: provider(type, body), body };
    });
  const providers = bodies(root["provider"])
    .flatMap(Object.entries)
    .flatMap(([name, configurations]) =>
      bodies(configurations).map((body) => {
        const source = sources.get(name) ?? providerAddress(name);
        return { kind: "provider" as const, address: `provider.${name}`, type: name, provider: source, body };
      }),
    );
  return [...written("resource", root["resource"]), ...written("data", root["data"]), ...providers];
}

const FILE = /fileexists\(\\?"\$\{var\.([\w-]+)\}\/([\w./-]+)\\?"\)/g;

/** Terraform itself serves `terraform_data` and `terraform_remote_state`. */
const BUILT_IN = "terraform.io/builtin/terraform";

/** `tls` -> `registry.terraform.io/hashicorp/tls`. https://developer.hashicorp.com/terraform/language/providers/requirements#source-addresses */
function providerAddress(source: string): string {
  const parts = source.split("/");
  if (parts.length === 3) return source;
  return ["registry.terraform.io", ...(parts.length === 1 ? ["hashicorp"] : []), ...parts].join("/");
}

function backend(terraform: readonly Json[]): Backend {
  const [kind, config] = terraform.flatMap((body) => labelled(body["backend"]))[0] ?? ["local", {}];
  return { kind, config };
}

const OUTPUT = /data\.terraform_remote_state\.([\w-]+)\.outputs(?:\.([\w-]+)|\[\\?"([^"\\]+)\\?"\])/g;

function remoteStates(root: Json, text: string): RemoteState[] {
  const outputs = [...text.matchAll(OUTPUT)].map(([, name, dotted, indexed]) => ({
    name,
    output: dotted ?? indexed ?? "",
  }));
  return members(root["data"])
    .filter(({ type }) => type === "terraform_remote_state")
    .map(({ name, body }) => {
      return {
        name,
        backend: String(body["backend"]),
        config: Object.assign({}, ...bodies(body["config"])) as Json,
        outputs: [...new Set(outputs.filter((read) => read.name === name).map(({ output }) => output))],
      };
    });
}
