import type { Block } from "../schema/types";
import type { WorldObject } from "../world/object";
import { isValues, type Values } from "./values";

/** What an emulated provider notes about a resource; Terraform keeps it beside the resource in the state. */
export type Note = Pick<WorldObject, "place" | "hidden">;

export const writeNote = (note: Note): Uint8Array => Buffer.from(JSON.stringify(note));

export function readNote(text: string | undefined): Note {
  if (!text) return { place: {} };
  try {
    return { place: {}, ...(JSON.parse(Buffer.from(text, "base64").toString()) as Partial<Note>) };
  } catch {
    return { place: {} }; // Terraform's own notes, such as timeouts
  }
}

/** The keys of write-only maps as they are configured: other objects name them, and their values are in no state. */
export function hiddenKeys({ attributes = {} }: Block, config: Values): Pick<Note, "hidden"> {
  const maps = Object.entries(attributes).flatMap(([name, { write_only }]): [string, string[]][] => {
    const value = config[name] ?? null;
    return write_only && isValues(value) ? [[name, Object.keys(value)]] : [];
  });
  return maps.length > 0 ? { hidden: Object.fromEntries(maps) } : {};
}
