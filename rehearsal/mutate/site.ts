import { Embedded, type Json } from "./embedded";

export type Step = string | number;

/** A place in a synthesized workspace that could hold a mistake. */
export interface Site {
  readonly workspace: string;
  readonly path: readonly Step[];
  readonly value: Json;
}

/** Text and pictures for people: a change there changes no machine. */
const PROSE =
  /^(description|summary|runbook|message|Sid|title|comment|error_message|\/\/|tags|Name|annotations|default_tags|tag_specifications|panels|templating)$/;

/** What Terraform itself needs; rehearsals replace it, or it is judged elsewhere. */
const FRAME = /^(terraform|variable|removed|moved|timeouts)$/;

/** Of a variable only whether it is secret: the rest is Terraform's, and is judged elsewhere. */
const marks = (workspace: string, variables: Json | undefined): Site[] =>
  Object.entries((variables ?? {}) as { [key: string]: Json }).flatMap(([name, variable]) => {
    const value = child(variable, "sensitive");
    return value === undefined ? [] : [{ workspace, path: ["variable", name, "sensitive"], value }];
  });

/** Every place of a workspace, except prose and frame. */
export function sites(workspace: string, root: Json): Site[] {
  const found: Site[] = [];
  const walk = (value: Json, path: readonly Step[]): void => {
    found.push({ workspace, path, value });
    const items = value instanceof Embedded ? value.documents : value;
    if (Array.isArray(items)) {
      for (const [i, inner] of items.entries()) walk(inner, [...path, i]);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (!PROSE.test(key) && !(path.length === 0 && FRAME.test(key))) walk(inner, [...path, key]);
      }
    }
  };
  walk(root, []);
  return [...found, ...marks(workspace, child(root, "variable"))];
}

export function at(root: Json, path: readonly Step[]): Json {
  return path.reduce((value, step) => child(value, step) ?? null, root);
}

export function child(value: Json, step: Step): Json | undefined {
  if (value instanceof Embedded) return value.documents[Number(step)];
  if (Array.isArray(value)) return value[Number(step)];
  return typeof value === "object" && value !== null ? value[step] : undefined;
}

/** A copy with another value at a place; undefined removes it. */
export function withValue(root: Json, path: readonly Step[], changed: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return changed ?? null;
  const inner = rest.length > 0 ? withValue(child(root, step) ?? null, rest, changed) : changed;
  if (root instanceof Embedded) return new Embedded(root.form, replaced(root.documents, Number(step), inner));
  if (Array.isArray(root)) return replaced(root, Number(step), inner);
  const entries = Object.entries(root as { [key: string]: Json });
  return Object.fromEntries(
    entries.flatMap(([key, value]): [string, Json][] => {
      if (key !== String(step)) return [[key, value]];
      return inner === undefined ? [] : [[key, inner]];
    }),
  );
}

function replaced(list: readonly Json[], index: number, value: Json | undefined): Json[] {
  return list.flatMap((item, i) => (i !== index ? [item] : value === undefined ? [] : [value]));
}

/** Names on the way, without positions. */
export function names(path: readonly Step[]): string[] {
  return path.filter((step): step is string => typeof step === "string");
}
