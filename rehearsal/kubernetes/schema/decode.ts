import { nearest } from "../../rules/near";
import { isObject, type Json } from "../../world/object";
import { resolved } from "./models";
import type { Field, Shape } from "./shape";

/** What keeps a value from being decoded as a shape, as the API server does it: strictly, no field unknown. */
export function decodingProblems(value: Json, shape: Shape, path = ""): string[] {
  const known = resolved(shape);
  switch (known.kind) {
    case "any":
      return [];
    case "enum":
      return known.values.includes(value as string) ? [] : [mismatch(path, value, known.values)];
    case "list":
      if (!Array.isArray(value)) return [`${path}: ${shown(value)} is not a list`];
      return value.flatMap((item: Json, i) => decodingProblems(item, known.of, `${path}[${i}]`));
    case "map":
      if (!isObject(value)) return [`${path}: ${shown(value)} is not an object`];
      return Object.entries(value).flatMap(([key, inner]) =>
        decodingProblems(inner, known.of, `${path}.${key}`),
      );
    case "object":
      return objectProblems(value, known.fields, path);
    case "union": {
      const attempts = known.of.map((option) => decodingProblems(value, option, path));
      return attempts.some((problems) => problems.length === 0) ? [] : (attempts[0] ?? []);
    }
    default:
      return typeof value === known.kind ? [] : [`${path}: ${shown(value)} is not a ${known.kind}`];
  }
}

function objectProblems(value: Json, fields: ReadonlyMap<string, Field>, path: string): string[] {
  if (!isObject(value)) return [`${path}: ${shown(value)} is not an object`];
  const names = [...fields.keys()];
  const unknown = Object.keys(value)
    .filter((key) => !fields.has(key))
    .map((key) => `${join(path, key)}: there is no such field${suggestion(key, names)}`);
  const missing = [...fields]
    .filter(([name, { required }]) => required && (value[name] ?? null) === null)
    .map(([name]) => `${join(path, name)}: it is required`);
  const inner = Object.entries(value).flatMap(([key, each]) => {
    const field = fields.get(key);
    return field && each !== null ? decodingProblems(each, field.shape, join(path, key)) : [];
  });
  return [...unknown, ...missing, ...inner];
}

function mismatch(path: string, value: Json, values: readonly string[]): string {
  return `${path}: ${shown(value)} is not one of ${values.join(", ")}`;
}

function suggestion(key: string, names: readonly string[]): string {
  const near = nearest(key, names);
  return near ? `; is ${near} meant?` : "";
}

function shown(value: Json): string {
  return JSON.stringify(value).slice(0, 60);
}

function join(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
