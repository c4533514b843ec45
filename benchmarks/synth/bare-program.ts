import fs from "node:fs";
import path from "node:path";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Config = { [key: string]: Json };
type Blocks = Record<string, Record<string, Config>>;

interface SynthesizedStack {
  readonly terraform: { readonly backend: { readonly local: { readonly path: string } } };
  readonly provider?: Record<string, Config[]>;
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly variable?: Record<string, Config>;
  readonly output?: Record<string, Config>;
}

/** One object of a binding's class; `type` is what the program calls the class. */
interface Element {
  readonly type: string;
  readonly module: string;
  readonly id: string;
  readonly config: Json;
  readonly overrides: Config;
}

const ROOT = path.join(__dirname, "../..");

/** The settings that `cdktf init` gives a TypeScript project. */
const TEMPLATE = "node_modules/cdktf-cli/bundle/templates/typescript/tsconfig.json";

/**
 * Writes a bare cdktf program into an empty folder: it makes what `outdir` holds, with one stack for each workspace and
 * in it one object of the binding's class for each provider, resource, data source, variable, output and asset.
 *
 * The arguments are data, as they are in a program that loops over regions: ts-node compiles fifty lines and checks the
 * types of the classes that are used, not thousands of literals, and no YAML is written. A program of a person has more
 * to do.
 */
export function writeBareProgram(outdir: string, folder: string): void {
  const stacks = path.join(outdir, "stacks");
  const workspaces = fs.readdirSync(stacks).map((name) => {
    const stack = readStack(outdir, name);
    const { variable, output } = stack;
    return {
      name,
      state: stack.terraform.backend.local.path,
      assets: copyAssets(path.join(stacks, name), path.join(folder, "assets", name)),
      variables: mapValues(variable, asConfig),
      elements: [
        ...providers(stack),
        ...instances(stack.resource, "resource"),
        ...instances(stack.data, "data"),
      ],
      outputs: mapValues(output, asConfig),
    };
  });
  const write = (file: string, text: string) => fs.writeFileSync(path.join(folder, file), text);
  fs.cpSync(path.join(__dirname, "bare/main.ts"), path.join(folder, "main.ts"));
  fs.symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  // Of ambient types only what the program uses, though the template loads those of its tests too.
  write("tsconfig.json", JSON.stringify({ extends: `./${TEMPLATE}`, compilerOptions: { types: ["node"] } }));
  write("classes.ts", classes(workspaces.flatMap(({ elements }) => elements)));
  write("workspaces.json", JSON.stringify(workspaces));
}

/** @throws Error if two output folders differ in what Terraform would make of them */
export function expectSameResources(outdir: string, bareOutdir: string): void {
  const names = fs.readdirSync(path.join(outdir, "stacks"));
  const different = names.filter((name) => whatItMakes(outdir, name) !== whatItMakes(bareOutdir, name));
  if (different.length > 0) throw new Error(`the bare program makes something else: ${different.join(", ")}`);
}

function whatItMakes(outdir: string, name: string): string {
  const { provider, resource, data, variable, output } = readStack(outdir, name);
  const assets = fs
    .readdirSync(path.join(outdir, "stacks", name), { recursive: true, encoding: "utf8" })
    .filter((file) => file.startsWith("assets"));
  return JSON.stringify([provider, resource, data, variable, output, assets.sort()], (key, value) =>
    key === "//" ? undefined : value,
  );
}

const readStack = (outdir: string, name: string): SynthesizedStack =>
  JSON.parse(fs.readFileSync(path.join(outdir, "stacks", name, "cdk.tf.json"), "utf8"));

const providers = ({ provider = {} }: SynthesizedStack): readonly Element[] =>
  Object.entries(provider).flatMap(([name, configs]) =>
    configs.map((config) => ({
      type: `provider_${name}`,
      module: `@cdktf/provider-${name}/lib/provider`,
      id: name,
      config: asConfig(config),
      overrides: {},
    })),
  );

const instances = (blocks: Blocks = {}, kind: "resource" | "data"): readonly Element[] =>
  Object.entries(blocks).flatMap(([type, byId]) =>
    Object.entries(byId).map(([id, { "//": _, depends_on, lifecycle, ...config }]) => ({
      type: `${kind}_${type}`,
      module: moduleOf(type, kind),
      id,
      ...(type === "terraform_remote_state"
        ? { config: config["config"] as Config, overrides: {} }
        : {
            config: asConfig(config),
            overrides: { ...(depends_on ? { depends_on } : {}), ...(lifecycle ? { lifecycle } : {}) },
          }),
    })),
  );

function moduleOf(type: string, kind: "resource" | "data"): string {
  if (type === "terraform_remote_state") return "cdktf";
  const [provider, ...words] = type.split("_");
  return `@cdktf/provider-${provider}/lib/${kind === "data" ? `data-${type.replaceAll("_", "-")}` : words.join("-")}`;
}

/** The module that imports every class that is used, from its own file. */
function classes(elements: readonly Element[]): string {
  const modules = new Map(elements.map(({ type, module }) => [type, module]));
  const imports = [...modules].map(
    ([type, module]) => `import { ${classOf(module)} as ${type} } from "${module}";`,
  );
  return [...imports, `export const classes = { ${[...modules.keys()].join(", ")} };`].join("\n");
}

/** A binding's file also exports the classes of its blocks; only the element's own knows its Terraform type. */
function classOf(module: string): string {
  if (module === "cdktf") return "DataTerraformRemoteStateLocal";
  const found = Object.entries(require(module) as Record<string, { tfResourceType?: string }>).find(
    ([, { tfResourceType }]) => tfResourceType !== undefined,
  );
  if (!found) throw new Error(`${module} has no class of a Terraform type`);
  return found[0];
}

interface Asset {
  readonly id: string;
  readonly path: string;
  readonly type: "FILE" | "DIRECTORY";
}

/** What the program takes its assets from, since the output folder that it reproduces does not stay. */
function copyAssets(workspace: string, folder: string): readonly Asset[] {
  const assets = path.join(workspace, "assets");
  if (!fs.existsSync(assets)) return [];
  fs.cpSync(assets, folder, { recursive: true });
  return fs.readdirSync(folder).map((id) => {
    const content = path.join(folder, id, fs.readdirSync(path.join(folder, id))[0] as string);
    const [file, ...others] = fs.readdirSync(content, { withFileTypes: true });
    return file?.isFile() && others.length === 0
      ? { id, path: path.join(content, file.name), type: "FILE" }
      : { id, path: content, type: "DIRECTORY" };
  });
}

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** Arguments as the bindings' classes take them. Keys of labels and the like are not Terraform's and stay. */
function asConfig(value: Json): Json {
  if (Array.isArray(value)) return value.map(asConfig);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      /^[a-z0-9_]+$/.test(key) ? camel(key) : key,
      asConfig(child),
    ]),
  );
}

const mapValues = (values: Config | Record<string, Config> = {}, change: (value: Json) => Json): Config =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
