/**
 * Reads the generated TypeScript of a binding. The code is machine-made and regular, so lines are matched as they are
 * printed: an interface per block, a `...ToHclTerraform` function per struct, a class per reference.
 */

/** One attribute of a generated class: the comment above it, its field and its getter. */
export interface Member {
  readonly name: string;
  readonly computed: boolean;
  readonly optional: boolean;
  readonly required: boolean;
  /** The class that the field holds, as in `new VpcTimeoutsOutputReference(this, "timeouts")`. */
  readonly holds: string | undefined;
  /** The constructor's last argument for lists: the list stands for a set. */
  readonly wrapsSet: boolean;
  /** What the getter returns, as source. */
  readonly getter: string;
}

/** One entry of a generated HCL rendering: how the value is written in a configuration. */
export interface Rendering {
  readonly shape: "simple" | "list" | "set" | "map" | "struct";
  /** `string`, `stringList` or the name of a struct. */
  readonly storage: string;
}

/** One property of a generated interface. */
export interface Property {
  readonly optional: boolean;
  /** The documentation calls it a block. Nested attributes are not called so. */
  readonly isBlock: boolean;
}

export interface Binding {
  /** Resource, data source or provider class: the one that is not a reference. */
  readonly main: string;
  readonly kind: "Resource" | "DataSource" | "Provider";
  readonly members: ReadonlyMap<string, readonly Member[]>;
  readonly renderings: ReadonlyMap<string, ReadonlyMap<string, Rendering>>;
  readonly properties: ReadonlyMap<string, ReadonlyMap<string, Property>>;
  /** Structs that write absent fields as null: values of an object type, not blocks. */
  readonly objects: ReadonlySet<string>;
}

const INTERFACE = /^export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm;
const PROPERTY = /^ {2}\/\*\*\n((?: {2}\*.*\n)*?) {2}\*\/\n {2}readonly \w+(\??):/gm;
const FUNCTION = /^export function (\w+?)To(Hcl)?Terraform\([^\n]*\n([\s\S]*?)^\}/gm;
const RENDERING =
  /^ {4,8}(\w+): \{\n\s+value: [^\n]*\n\s+isBlock: \w+,\n\s+type: "(\w+)",\n\s+storageClassType: "(\w+)",/gm;
const CLASS = /^export class (\w+) extends cdktf\.(\w+) \{\n([\s\S]*?)^\}/gm;
const MEMBER =
  /^ {2}\/\/ (\w+) - computed: (\w+), optional: (\w+), required: (\w+)\n(?: {2}private _\w+(?:\?: .*| = new ([\w.]+)\(this, "\w+"(?:, (\w+))?\));? ?\n)? {2}public get \w+\(\) \{\n\s+return (.*);\n/gm;
const PROVIDER_MEMBER = /^ {2}\/\/ (\w+) - computed: (\w+), optional: (\w+), required: (\w+)$/gm;

export function parseBinding(source: string): Binding {
  const members = new Map<string, Member[]>();
  const renderings = new Map<string, Map<string, Rendering>>();
  const properties = new Map<string, Map<string, Property>>();
  const objects = new Set<string>();
  let main = "";
  let kind: Binding["kind"] = "Resource";

  for (const [, name = "", body = ""] of source.matchAll(INTERFACE)) {
    properties.set(name, parseProperties(body));
  }
  for (const [, name = "", hcl, body = ""] of source.matchAll(FUNCTION)) {
    const struct = name[0]?.toUpperCase() + name.slice(1);
    if (hcl) renderings.set(struct, parseRenderings(body));
    else if (/: struct!?\.\w+ === undefined \? null : /.test(body)) objects.add(struct);
  }
  for (const [, name = "", base = "", body = ""] of source.matchAll(CLASS)) {
    const found = /^Terraform(Resource|DataSource|Provider)$/.exec(base);
    if (found) {
      main = name;
      kind = found[1] as Binding["kind"];
      renderings.set(name, parseRenderings(body));
    }
    members.set(name, base === "TerraformProvider" ? parseProviderMembers(body) : parseMembers(body));
  }
  return { main, kind, members, renderings, properties, objects };
}

function parseProperties(body: string): Map<string, Property> {
  const found = new Map<string, Property>();
  for (const [, doc = "", mark] of body.matchAll(PROPERTY)) {
    const name = /#(\w+) \w+#\w+\}/.exec(doc)?.[1];
    if (name) found.set(name, { optional: mark === "?", isBlock: doc.includes(`* ${name} block\n`) });
  }
  return found;
}

function parseRenderings(body: string): Map<string, Rendering> {
  return new Map(
    [...body.matchAll(RENDERING)].map(([, name = "", shape, storage = ""]) => [
      name,
      { shape: shape as Rendering["shape"], storage },
    ]),
  );
}

function parseMembers(body: string): Member[] {
  return [...body.matchAll(MEMBER)].map(
    ([, name = "", computed, optional, required, holds, wrapsSet, getter = ""]) => ({
      name,
      computed: computed === "true",
      optional: optional === "true",
      required: required === "true",
      holds,
      wrapsSet: wrapsSet === "true",
      getter,
    }),
  );
}

function parseProviderMembers(body: string): Member[] {
  return [...body.matchAll(PROVIDER_MEMBER)].map(([, name = "", computed, optional, required]) => ({
    name,
    computed: computed === "true",
    optional: optional === "true",
    required: required === "true",
    holds: undefined,
    wrapsSet: false,
    getter: "",
  }));
}
