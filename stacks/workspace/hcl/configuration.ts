import { literal } from "../../../constructs/literal";
import type { Shape, Shapes } from "./shape";
import { type Block, type Body, expression, fileOf, list } from "./text";

type Json = Readonly<Record<string, unknown>>;

/**
 * Writes a configuration of Terraform's JSON syntax as HCL: all of it, or an error. What cdktf writes as HCL by itself
 * lacks blocks, adds lines to texts and escapes too little; so there is one source of both formats.
 *
 * @throws Error that names what HCL cannot say
 */
export const hclOf = (configuration: Json, shapes: Shapes): string =>
  fileOf(
    Object.entries(configuration)
      .filter(([type]) => type !== "//")
      .flatMap(([type, content]) => {
        const write = WRITERS[type];
        if (!write) throw new Error(`HCL: no block "${type}" is known; write JSON`);
        return write(content as Json, shapes, type);
      }),
  );

const NO_BLOCKS: Shape = { attributes: new Set(), blocks: {} };

type Writer = (content: Json, shapes: Shapes, type: string) => readonly Block[];

const WRITERS: Readonly<Record<string, Writer>> = {
  terraform: ({ required_providers, backend = {}, ...settings }) => [
    {
      type: "terraform",
      labels: [],
      body: {
        attributes: structure("terraform", settings, NO_BLOCKS).attributes,
        blocks: [
          ...blocksOf("required_providers", required_providers, plain),
          ...Object.entries(backend as Json).map(
            ([kind, settings]): Block => ({ type: "backend", labels: [kind], body: plain(settings as Json) }),
          ),
        ],
      },
    },
  ],
  provider: (content, shapes) =>
    Object.entries(content).flatMap(([name, configurations]) =>
      listed(configurations).map(
        (each): Block => ({
          type: "provider",
          labels: [name],
          body: element(`provider.${name}`, each, shapes[`provider.${name}`]),
        }),
      ),
    ),
  resource: (content, shapes, type) => elements(content, shapes, type),
  data: (content, shapes, type) => elements(content, shapes, type),
  variable: (content) => named("variable", content, variable),
  output: (content) => named("output", content, output),
  check: (content) =>
    named("check", content, ({ assert }) => ({ attributes: {}, blocks: blocksOf("assert", assert, plain) })),
  moved: (content) => blocksOf("moved", content, (each) => ({ attributes: referring(each), blocks: [] })),
  removed: (content) =>
    blocksOf("removed", content, ({ lifecycle, ...from }) => ({
      attributes: referring(from),
      blocks: blocksOf("lifecycle", lifecycle, plain),
    })),
};

const elements: Writer = (content, shapes, kind) =>
  Object.entries(content).flatMap(([type, all]) =>
    Object.entries(all as Json).map(
      ([name, each]): Block => ({
        type: kind,
        labels: [type, name],
        body: element(`${type}.${name}`, each as Json, shapes[`${kind}.${type}`]),
      }),
    ),
  );

const named = (type: string, content: Json, bodyOf: (each: Json) => Body): readonly Block[] =>
  Object.entries(content).map(([name, each]) => ({ type, labels: [name], body: bodyOf(each as Json) }));

/** Terraform reads these as texts, and templates are none of them. */
const TEXTS = ["description"];

const variable = ({ type, default: value, validation, ...others }: Json): Body => ({
  attributes: {
    ...(type === undefined ? {} : { type: String(type) }),
    ...(value === undefined ? {} : { default: expression(withoutTemplates(value)) }),
    ...plain(others).attributes,
  },
  blocks: blocksOf("validation", validation, plain),
});

const output = ({ precondition, depends_on, ...others }: Json): Body => ({
  attributes: { ...plain(others).attributes, ...dependencies(depends_on) },
  blocks: blocksOf("precondition", precondition, plain),
});

/** A resource, a data source or the configuration of a provider. */
function element(address: string, content: Json, shape: Shape | undefined): Body {
  const { "//": _, depends_on, provider, lifecycle, ...own } = content;
  const body = structure(address, own, shape);
  return {
    attributes: {
      ...(provider === undefined ? {} : { provider: String(provider) }),
      ...body.attributes,
      ...dependencies(depends_on),
    },
    blocks: [...body.blocks, ...blocksOf("lifecycle", lifecycle, lifecycleOf)],
  };
}

/** What a shape says of an element, or of a block in one. Where there is none, everything is an attribute. */
function structure(address: string, content: Json, shape: Shape | undefined): Body {
  const attributes: Record<string, string> = {};
  const blocks: Block[] = [];
  for (const [name, value] of Object.entries(content)) {
    const nested = shape?.blocks[name];
    if (nested) blocks.push(...blocksOf(name, value, (each) => structure(address, each, nested)));
    else if (shape && !shape.attributes.has(name) && holdsStructures(value)) {
      throw new Error(
        `HCL: whether "${name}" of ${address} is a block or an attribute is not known; write JSON`,
      );
    } else attributes[name] = expression(value);
  }
  return { attributes, blocks };
}

const holdsStructures = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(holdsStructures) : typeof value === "object" && value !== null;

const lifecycleOf = ({
  ignore_changes,
  replace_triggered_by,
  precondition,
  postcondition,
  ...others
}: Json) => ({
  attributes: {
    ...plain(others).attributes,
    ...(ignore_changes === undefined ? {} : { ignore_changes: references(ignore_changes) }),
    ...(replace_triggered_by === undefined ? {} : { replace_triggered_by: references(replace_triggered_by) }),
  },
  blocks: [
    ...blocksOf("precondition", precondition, plain),
    ...blocksOf("postcondition", postcondition, plain),
  ],
});

/** A body of attributes alone. */
const plain = (content: Json): Body => ({
  attributes: Object.fromEntries(
    Object.entries(content).map(([name, value]) => [
      name,
      expression(TEXTS.includes(name) ? withoutTemplates(value) : value),
    ]),
  ),
  blocks: [],
});

const blocksOf = (type: string, content: unknown, bodyOf: (each: Json) => Body): readonly Block[] =>
  listed(content).map((each) => ({ type, labels: [], body: bodyOf(each) }));

/** JSON may write a block alone or in a list. */
const listed = (content: unknown): readonly Json[] =>
  content === undefined ? [] : ((Array.isArray(content) ? content : [content]) as readonly Json[]);

/** In JSON a reference is a text where nothing else may stand. */
const references = (value: unknown): string =>
  Array.isArray(value) ? list(value.map(String)) : String(value);

const dependencies = (value: unknown): Readonly<Record<string, string>> =>
  value === undefined ? {} : { depends_on: references(value) };

const referring = (content: Json): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(content).map(([name, value]) => [name, String(value)]));

function withoutTemplates(value: unknown): unknown {
  if (typeof value === "string") return literal(value);
  if (Array.isArray(value)) return value.map(withoutTemplates);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [literal(key), withoutTemplates(child)]),
  );
}
