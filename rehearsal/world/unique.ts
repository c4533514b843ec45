import type { Estate } from "./estate";
import type { Finding } from "./finding";
import { at, type WorldObject } from "./object";

/** Values that no two resources of a scope may have in common. */
export interface Unique {
  readonly types: RegExp;
  /** The scope: `@region` is what the provider noted, anything else an argument. */
  readonly within: readonly string[];
  readonly attributes: readonly string[];
  readonly says: string;
  readonly source: string;
}

export function uniqueFindings(
  { types, within, attributes, says, source }: Unique,
  estate: Estate,
): Finding[] {
  const first = new Map<string, WorldObject>();
  return estate.ofType(types).flatMap((object): Finding[] => {
    const taken = attributes.map((attribute) => valuesOf(object, attribute));
    if (taken.includes("[]")) return [];
    const key = JSON.stringify([object.type, ...within.map((name) => valuesOf(object, name)), ...taken]);
    const other = first.get(key);
    if (!other) {
      first.set(key, object);
      return [];
    }
    const value = attributes.map((name) => `${name} ${at(object.values, name).join(", ")}`).join(" and ");
    const whose = `${other.address} of ${other.workspace} has it already: ${says}`;
    const rule = `${object.type}/${attributes.join("+")}` as const;
    return [
      { rule, workspace: object.workspace, address: object.address, says: `${value}: ${whose}`, source },
    ];
  });
}

function valuesOf({ values, place }: WorldObject, name: string): string {
  return JSON.stringify(name.startsWith("@") ? (place[name.slice(1)] ?? "") : at(values, name));
}
