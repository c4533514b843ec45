import fs from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { Bindings } from "../../schema/bindings";
import type { Block } from "../../schema/types";
import { ACTIONS, OPERATIONS, SHAPES, UNLIKE } from "./operations";

/**
 * Writes the tables of this folder from AWS' own description of its API, as botocore carries it:
 *
 *     pip download --no-deps botocore && unzip botocore-*.whl
 *     node --import tsx rehearsal/aws/api/generate.ts botocore/data 1.44.8
 *
 * https://github.com/boto/botocore/tree/develop/botocore/data
 */
const [data = "", version = ""] = process.argv.slice(2);

interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly member?: { readonly shape: string };
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

interface Service {
  readonly operations: Readonly<Record<string, { readonly input?: { readonly shape: string } }>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

type Constraint = { readonly oneOf: readonly string[] } | { readonly from: number; readonly to: number };

function service(name: string): Service {
  const folder = path.join(data, name);
  const newest = fs.readdirSync(folder).sort().at(-1) as string;
  return JSON.parse(
    gunzipSync(fs.readFileSync(path.join(folder, newest, "service-2.json.gz"))).toString(),
  ) as Service;
}

/** Every member of an input that is constrained, with the names on the way. */
function members(
  found: Service,
  shape: string,
  path: readonly string[] = [],
  depth = 0,
): [string[], Constraint][] {
  const { type, members: inner, member, enum: words, min, max } = found.shapes[shape] as Shape;
  if (depth > 6) return [];
  if (words) return [[[...path], { oneOf: words }]];
  if (/^(integer|long|float|double)$/.test(type) && (min !== undefined || max !== undefined)) {
    return [[[...path], { from: min ?? 0, to: max ?? 2 ** 31 - 1 }]];
  }
  if (member) return members(found, member.shape, path, depth + 1);
  return Object.entries(inner ?? {}).flatMap(([name, each]) =>
    members(found, each.shape, [...path, name], depth + 1),
  );
}

/** Arguments of a resource that hold a scalar or a list of them. */
function leaves(block: Block, path: readonly string[] = []): string[][] {
  const own = Object.entries(block.attributes ?? {})
    .filter(([, { computed, optional }]) => !computed || optional)
    .map(([name]) => [...path, name]);
  const nested = Object.entries(block.block_types ?? {}).flatMap(([name, inner]) =>
    leaves(inner.block, [...path, name]),
  );
  return [...own, ...nested];
}

const plain = (names: readonly string[]) => names.join("").replace(/[_-]/g, "").toLowerCase();
const singular = (name: string) => plain([name]).replace(/s$/, "");

/** How well a member fits an argument: the last name has to be the same, names on the way add to it. */
function likeness(argument: readonly string[], member: readonly string[]): number {
  const last = singular(argument.at(-1) ?? "") === singular(member.at(-1) ?? "");
  const whole =
    plain(member.slice(-1)).startsWith(plain(argument)) &&
    /^(seconds|count|days|indays|)$/.test(plain(member.slice(-1)).slice(plain(argument).length));
  if (!last && !whole) return 0;
  const shared = argument
    .slice(0, -1)
    .filter((name) => member.some((each) => singular(each).endsWith(singular(name)))).length;
  return 1 + shared - 0.1 * Math.abs(argument.length - member.length);
}

const bindings = Bindings.find("aws", path.resolve(__dirname, "../../.."));
const constraints: Record<string, Record<string, Constraint>> = {};
for (const [type, [name, ...operations]] of Object.entries(OPERATIONS)) {
  const found = service(name);
  const known = operations.flatMap((operation) =>
    members(found, found.operations[operation]?.input?.shape ?? ""),
  );
  const block = bindings?.type("resource", type)?.block ?? {};
  for (const argument of leaves(block)) {
    const ranked = known
      .map(([member, constraint]) => ({ constraint, score: likeness(argument, member) }))
      .filter(({ score }) => score > 0);
    const best = ranked.sort((a, b) => b.score - a.score)[0];
    if (
      !best ||
      ranked.some(
        (other) =>
          other.score === best.score && JSON.stringify(other.constraint) !== JSON.stringify(best.constraint),
      )
    )
      continue;
    if (UNLIKE.test(`${type}.${argument.join(".")}`)) continue;
    const isLong = "oneOf" in best.constraint && best.constraint.oneOf.length > 120;
    if (!isLong) constraints[type] = { ...constraints[type], [argument.join(".")]: best.constraint };
  }
  for (const [argument, shape] of Object.entries(SHAPES[type] ?? {})) {
    const [constraint] = members(found, shape).map(([, each]) => each);
    if (constraint) constraints[type] = { ...constraints[type], [argument]: constraint };
  }
}

const actions: Record<string, string[]> = {};
for (const [name, prefix] of Object.entries(ACTIONS)) {
  actions[prefix] = [
    ...new Set([...(actions[prefix] ?? []), ...Object.keys(service(name).operations)]),
  ].sort();
}
const endpoints = JSON.parse(fs.readFileSync(path.join(data, "endpoints.json"), "utf8")) as {
  readonly partitions: readonly { readonly regions: Readonly<Record<string, unknown>> }[];
};
const source = `botocore ${version}`;
const write = (file: string, content: object) =>
  fs.writeFileSync(path.join(__dirname, file), `${JSON.stringify({ source, ...content })}\n`);
write("constraints.json", { constraints });
write("actions.json", { actions });
write("words.json", {
  regions: endpoints.partitions.flatMap(({ regions }) => Object.keys(regions)),
  instanceTypes: service("ec2").shapes["InstanceType"]?.enum,
});
